import { topicIds } from './city.js';
import type { CityFile } from './schema.js';

/** Something wrong with a city file, at a path inside it: `['districts', 3, 'slug']`. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A value and where it stands. */
type Placed = readonly [path: readonly PropertyKey[], value: string];

/** Each value may be there once; tells of every later one. */
function repeated(what: string, values: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const [path, value] of values) {
    if (seen.has(value)) faults.push({ path, message: `expected each ${what} once, got ${value} again` });
    seen.add(value);
  }
  return faults;
}

function districtValues(file: CityFile, key: 'code' | 'name' | 'slug'): Placed[] {
  return file.districts.map((district, index) => [['districts', index, key], district[key]]);
}

function streetCodes(file: CityFile): Placed[] {
  return file.districts.flatMap((district, index) =>
    district.streets.flatMap(({ code, name }): Placed[] =>
      code === undefined ? [] : [[['districts', index, 'streets', `${code} ${name}`], code]],
    ),
  );
}

/** A name that means two districts would be a guess for ever: every alias belongs to one. */
function districtNames(file: CityFile): Fault[] {
  const owner = new Map(file.districts.map((district) => [district.name, district.name]));
  return file.districts.flatMap((district, index) =>
    district.aliases.flatMap((alias, position): Fault[] => {
      const other = owner.get(alias);
      owner.set(alias, district.name);
      if (other === undefined || other === district.name) return [];
      const message = `expected a name of one district only, got ${alias}, which is ${other} already`;
      return [{ path: ['districts', index, 'aliases', position], message }];
    }),
  );
}

/** Neither a word twice in a topic, whatever its weights. */
function topicWords(file: CityFile): Fault[] {
  return file.topics.flatMap((topic, index) => {
    const words = Object.entries(topic.words).flatMap(([weight, list]) =>
      list.map((word): Placed => [['topics', index, 'words', weight], word]),
    );
    return repeated(`word of a topic`, words);
  });
}

function missingTopics(file: CityFile): Fault[] {
  const missing = topicIds.filter((id) => !file.topics.some((topic) => topic.id === id));
  if (missing.length === 0) return [];
  return [{ path: ['topics'], message: `expected all thirteen topics, ${missing.join(', ')} did not come` }];
}

/** What the form of a city file cannot say: codes, slugs, names unique, the thirteen topics there, each once. */
export function crossFaults(file: CityFile): readonly Fault[] {
  const topics = file.topics.map((topic, index): Placed => [['topics', index, 'id'], topic.id]);
  return [
    ...repeated('code', districtValues(file, 'code')),
    ...repeated('district', districtValues(file, 'name')),
    ...repeated('slug', districtValues(file, 'slug')),
    ...repeated('code', streetCodes(file)),
    ...repeated('topic', topics),
    ...districtNames(file),
    ...topicWords(file),
    ...missingTopics(file),
  ];
}
