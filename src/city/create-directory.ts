import type { City } from './city.js';
import type { Directory, Lookup, Subject } from './directory.js';
import { districtStem, foldName, isHan, isLatin, longestHanLength, longestNameLength } from './fold-name.js';
import { indexNames, type NameIndex, type Names } from './name-index.js';
import { findNear } from './near-names.js';
import { nearestSubjects } from './nearest-subjects.js';
import { indexPlaces, type PlaceIndex } from './place-index.js';
import { type LookUp, splitWish } from './split-wish.js';

/** All that a directory looks things up in. */
interface Indexes {
  readonly names: NameIndex;
  readonly places: PlaceIndex;
  /** Folded names of the whole city, which people put before a district's: 郑州市金水区. */
  readonly cityNames: readonly string[];
  /** Folded names that are known to mean no district: of the city, of other cities, of rivers and banks. */
  readonly otherNames: ReadonlySet<string>;
}

function indexesOf(city: City): Indexes {
  const names = indexNames(city);
  const cityNames = [city.name, city.english, ...city.aliases]
    .map(foldName)
    .filter((name) => name.length > 1);
  const otherNames = new Set([...cityNames, ...[...city.elsewhere, ...city.lookalikes].map(foldName)]);
  return { names, places: indexPlaces(city, names), cityNames, otherNames };
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

/** What a slip or half a name can mean. */
function nearly({ names, places }: Indexes, typed: string): Lookup | undefined {
  const vague = decided(places.vague.get(typed));
  if (vague?.kind === 'found') return { kind: 'choices', choices: [vague.subject] };
  if (vague !== undefined) return vague;
  const { subjects, isSure } = findNear(names, typed);
  const [first] = subjects;
  if (first === undefined) return undefined;
  return isSure ? { kind: 'found', subject: first, isBySlip: true } : { kind: 'choices', choices: subjects };
}

/** Folds what was typed; nothing, or more than any name is long, is no name. */
function typedName(words: string): string | undefined {
  if (words.length > 4 * longestNameLength) return undefined;
  const typed = foldName(words);
  const longest = isHan(typed) ? longestHanLength : longestNameLength;
  return typed === '' || typed.length > longest ? undefined : typed;
}

/** A directory of a city's districts and topics. Names are collected at the first question. */
export function createDirectory(city: City): Directory {
  let built: Indexes | undefined;
  const indexes = (): Indexes => {
    built ??= indexesOf(city);
    return built;
  };
  const lookUp: LookUp = {
    exact(words) {
      const typed = typedName(words);
      return typed === undefined ? undefined : (exactly(indexes(), typed) ?? afterCity(indexes(), typed));
    },
    near(words) {
      const typed = typedName(words);
      if (typed === undefined || indexes().otherNames.has(typed)) return undefined;
      return nearly(indexes(), typed);
    },
  };
  return {
    find: (words) => lookUp.exact(words) ?? lookUp.near(words) ?? unknown(indexes(), words),
    parse: (words) => splitWish(words, lookUp),
    districtOfSlug: (slug) => city.districts.find((district) => district.slug === slug)?.name,
    slugOf: (name) => city.districts.find((district) => district.name === name)?.slug,
  };
}

/** Nothing is meant; a name that means something else is near to no district. */
function unknown({ names, otherNames }: Indexes, words: string): Lookup {
  const typed = typedName(words);
  const isHopeless = typed === undefined || otherNames.has(typed);
  return { kind: 'unknown', nearest: isHopeless ? [] : nearestSubjects(names, typed) };
}
