import type { City } from './city.js';
import type { Directory, Lookup, Subject } from './directory.js';
import { districtStem, foldName, isLatin, longestNameLength } from './fold-name.js';
import { indexNames, type NameIndex, type Names } from './name-index.js';
import { findNear } from './near-names.js';
import { nearestSubjects } from './nearest-subjects.js';
import { indexPlaces, type PlaceIndex } from './place-index.js';
import { splitWish } from './split-wish.js';

/** All that a directory looks things up in. */
interface Indexes {
  readonly names: NameIndex;
  readonly places: PlaceIndex;
  /** Folded names of the whole city, which people put before a district's: 郑州市金水区. */
  readonly cityNames: readonly string[];
}

function indexesOf(city: City): Indexes {
  const names = indexNames(city);
  const cityNames = [city.name, city.english, ...city.aliases]
    .map(foldName)
    .filter((name) => name.length > 1);
  return { names, places: indexPlaces(city, names), cityNames };
}

/** One meaning is found, several are choices. */
function decided(subjects: ReadonlySet<Subject> | undefined): Lookup | undefined {
  const [first, ...others] = subjects ?? [];
  if (first === undefined) return undefined;
  return others.length === 0
    ? { kind: 'found', subject: first }
    : { kind: 'choices', choices: [first, ...others] };
}

/** Where a folded name is looked for, the surest first. */
function exactly({ names, places }: Indexes, typed: string): Lookup | undefined {
  const stem = districtStem(typed);
  const sources: ReadonlyArray<readonly [Names, string]> = [
    [names.written, typed],
    [names.pinyin, isLatin(typed) ? typed : ''],
    [places.sure, typed],
    [names.written, stem],
    [names.initials, typed],
    [places.pinyin, isLatin(typed) ? typed : ''],
  ];
  for (const [source, key] of sources) {
    const lookup = decided(source.get(key));
    if (lookup !== undefined) return lookup;
  }
  return undefined;
}

/** A name after the city's own: 郑州金水区. */
function afterCity(indexes: Indexes, typed: string): Lookup | undefined {
  const city = indexes.cityNames.find((name) => typed.startsWith(name) && typed.length > name.length + 1);
  return city === undefined ? undefined : exactly(indexes, typed.slice(city.length));
}

function nearly({ names, places }: Indexes, typed: string): Lookup {
  const vague = [...(places.vague.get(typed) ?? [])];
  if (vague.length > 0) return { kind: 'choices', choices: vague };
  const { subjects, isSure } = findNear(names, typed);
  const [first] = subjects;
  if (first === undefined) return { kind: 'unknown', nearest: nearestSubjects(names, typed) };
  return isSure ? { kind: 'found', subject: first, isBySlip: true } : { kind: 'choices', choices: subjects };
}

/** Folds what was typed; too long or nothing is no name. */
function typedName(words: string): string | undefined {
  if (words.length > 4 * longestNameLength) return undefined;
  const typed = foldName(words);
  return typed === '' || typed.length > longestNameLength ? undefined : typed;
}

/** A directory of a city's districts and topics. Names are collected at the first question. */
export function createDirectory(city: City): Directory {
  let built: Indexes | undefined;
  const indexes = (): Indexes => {
    built ??= indexesOf(city);
    return built;
  };
  const exact = (words: string): Lookup | undefined => {
    const typed = typedName(words);
    if (typed === undefined) return undefined;
    return exactly(indexes(), typed) ?? afterCity(indexes(), typed);
  };
  const find = (words: string): Lookup => {
    const typed = typedName(words);
    if (typed === undefined) return { kind: 'unknown', nearest: [] };
    return exact(words) ?? nearly(indexes(), typed);
  };
  return {
    find,
    parse: (words) => splitWish(words, { exact, find }),
    districtOfSlug: (slug) => city.districts.find((district) => district.slug === slug)?.name,
    slugOf: (name) => city.districts.find((district) => district.name === name)?.slug,
  };
}
