import type { City, District, Place, Topic } from './city.js';
import type { CityFile, DistrictEntry, StreetEntry } from './schema.js';

/** `东风路文北社区` in 东风路街道 is called 文北社区, too. */
function villageOf(name: string, streetStem: string): Place {
  const rest = name.startsWith(streetStem) ? name.slice(streetStem.length) : '';
  const isName = rest.endsWith('社区') && rest.length > '社区'.length + 1;
  return { name, kind: 'village', aliases: isName ? [rest] : [], places: [] };
}

function kindOf(street: string): Place['kind'] {
  if (street.endsWith('镇')) return 'town';
  return street.endsWith('乡') ? 'township' : 'street';
}

function streetOf({ name, code, aliases, places }: StreetEntry): Place {
  const stem = name.replace(/(?:街道|镇|乡)$/u, '');
  return {
    name,
    kind: kindOf(name),
    ...(code === undefined ? {} : { code }),
    aliases,
    places: places.map((village) => villageOf(village, stem)),
  };
}

const spotOf =
  (kind: 'landmark' | 'road') =>
  (name: string): Place => ({ name, kind, aliases: [], places: [] });

function districtOf({ landmarks, roads, streets, ...plain }: DistrictEntry): District {
  return {
    ...plain,
    official: plain.official ?? plain.name,
    places: [...streets.map(streetOf), ...landmarks.map(spotOf('landmark')), ...roads.map(spotOf('road'))],
  };
}

function topicOf(entry: CityFile['topics'][number]): Topic {
  const words = Object.entries(entry.words).flatMap(([weight, list]) =>
    list.map((word): [string, number] => [word, Number(weight)]),
  );
  return { ...entry, words: new Map(words) };
}

/** The city that a checked city file describes. */
export function toCity(file: CityFile): City {
  return { ...file, districts: file.districts.map(districtOf), topics: file.topics.map(topicOf) };
}
