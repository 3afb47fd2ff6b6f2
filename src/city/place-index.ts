import type { City, Place } from './city.js';
import type { Subject } from './directory.js';
import { streetStem, syllablesOf, villageStem } from './fold-name.js';
import { addName, type NameIndex, type Names, type NamesDraft } from './name-index.js';

/** The names of the places in a city's districts; a place means its district. */
export interface PlaceIndex {
  /** Sub-districts, towns, landmarks, roads, and villages by names that can be nothing else. */
  readonly sure: Names;
  /** Pinyin of sub-districts and towns. */
  readonly pinyin: Names;
  /** Names of villages that may as well be words, 广场 or 车站: worth offering, never taken. */
  readonly vague: Names;
}

const streetEndings = ['街道', '街道办事处', '街道办', '办事处'];
const villageEndings = ['社区', '村', '居委会', '村委会', '社区居委会'];
/** Endings of village names that are no words: 前李庄, 樱桃沟. */
const villageLike = /.[庄寨砦沟岗屯营堡洼垌铺]$/u;

/** What a sub-district or town is called: a town that became a sub-district keeps both names. */
function streetNames(name: string): readonly string[] {
  const stem = streetStem(name);
  return [name, stem, ...streetEndings.map((ending) => stem + ending)];
}

function addStreet(draft: Record<'sure' | 'pinyin', NamesDraft>, street: Place, subject: Subject): void {
  for (const given of [street.name, ...street.aliases]) {
    for (const name of streetNames(given)) addName(draft.sure, name, subject);
    for (const name of [given, streetStem(given)]) {
      addName(draft.pinyin, syllablesOf(name).join(''), subject);
    }
  }
}

function addVillage(draft: Record<'sure' | 'vague', NamesDraft>, village: Place, subject: Subject): void {
  for (const given of [village.name, ...village.aliases]) {
    const stem = villageStem(given);
    for (const ending of villageEndings) addName(draft.sure, stem + ending, subject);
    addName(villageLike.test(stem) ? draft.sure : draft.vague, stem, subject);
  }
}

/** Collects the names of all places of a city. */
export function indexPlaces(city: City, { subjects }: NameIndex): PlaceIndex {
  const draft = { sure: new Map(), pinyin: new Map(), vague: new Map() } satisfies Record<string, NamesDraft>;
  for (const district of city.districts) {
    const subject = subjects.get(district);
    if (subject === undefined) continue;
    for (const place of district.places) {
      if (place.kind === 'landmark' || place.kind === 'road') {
        for (const name of [place.name, ...place.aliases]) addName(draft.sure, name, subject);
      } else addStreet(draft, place, subject);
      for (const village of place.places) addVillage(draft, village, subject);
    }
  }
  return draft;
}
