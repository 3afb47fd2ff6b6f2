import type { City, District } from '../../city/city.js';
import { streetNames, villageNames, withoutSuffix } from './name-forms.js';
import { createWordIndex } from './word-index.js';

/** What a name in the text stands for. */
export type NameKind =
  /** The district's own name, or a long alias. */
  | 'district'
  /** A name that every city has (高新区): the district only where nothing speaks for another city. */
  | 'generic'
  /** A short name that is also a word (中原, 二七, 港区): the district only before an institution, or beside firmer evidence. */
  | 'stem'
  /** A sub-district, town, village or community. */
  | 'place'
  /** A park, station, museum, school, works. */
  | 'landmark'
  /** A road: says something only where one district has it, or at a crossing. */
  | 'road'
  | 'city'
  | 'elsewhere'
  | 'lookalike';

/** A name of the gazetteer. */
export interface GazetteerName {
  readonly name: string;
  readonly kind: NameKind;
  /** Common names of the districts that have a place of this name. */
  readonly districts: readonly string[];
  /** The statutory district that a place belongs to by its code, where a functional one runs it; else empty. */
  readonly statutory: string;
  /** How much one mention says: 3 the district itself, 2 a sub-district or town, 1 a village, less for roads and landmarks. */
  readonly weight: number;
}

/** Finds names in text by the two characters they begin with. */
export interface Gazetteer {
  /** The longest name that begins at this place of the text. */
  nameAt(text: string, at: number): GazetteerName | undefined;
  /** The next place, from the given one on, where a name may begin; the text's length where there is none. */
  nextStart(text: string, from: number): number;
  /** The name as a whole, if it is one. */
  named(text: string): GazetteerName | undefined;
}

const generic =
  /^(?:国家|自主|综合|经济|技术|高新|高科技|产业|开发|示范|实验|航空|空港|保税|经开|临空|现代|新|港|区|园|空)+$/u;
const publicHouse =
  /(?:大学|学院|校区|中学|小学|[一二三四五六七八九十][中小]|医院|附院|[一二三五六九]院|车站|机场|火车站|东站|博物院|博物馆|中心)$/u;

type Add = (name: string, kind: NameKind, district: string, weight: number, statutory?: string) => void;

function addDistrict(district: District, cityName: string, add: Add): void {
  const { name } = district;
  const isFunctional = district.kind === 'functional';
  for (const full of [name, district.official, ...district.aliases]) {
    if (!/[\u4e00-\u9fff]{2}/u.test(full)) continue;
    const isShort = full.length < 3 || (full.length === 3 && !/[区市县]$/u.test(full));
    const kind = isShort ? 'stem' : isFunctional && generic.test(full) ? 'generic' : 'district';
    add(full, kind, name, isShort ? 1 : 3);
    if (!full.startsWith(cityName)) add(`${cityName}${full}`, 'district', name, 3);
    if (!full.startsWith(cityName)) add(`${cityName}市${full}`, 'district', name, 3);
  }
  const stem = withoutSuffix(name);
  const isCounty = /[市县]$/u.test(name);
  if (stem !== name) add(stem, isCounty ? 'district' : 'stem', name, isCounty ? 2.2 : 1);
  if (stem !== name) add(`${cityName}${stem}`, isCounty ? 'district' : 'stem', name, 2.2);
}

function addPlaces(district: District, statutoryOf: ReadonlyMap<string, string>, add: Add): void {
  const { name: own } = district;
  for (const place of district.places) {
    if (place.kind === 'road') {
      add(place.name, 'road', own, 0.7);
      continue;
    }
    if (place.kind === 'landmark') {
      for (const name of [place.name, ...place.aliases])
        add(name, 'landmark', own, publicHouse.test(name) ? 0.6 : 1.3);
      continue;
    }
    const given = [place.name, ...place.aliases];
    const counted = statutoryOf.get(place.code?.slice(0, 6) ?? '') ?? own;
    const statutory = counted === own ? '' : counted;
    for (const name of streetNames(place)) add(name, 'place', own, given.includes(name) ? 2.1 : 2, statutory);
    for (const village of place.places)
      for (const name of villageNames(village)) add(name, 'place', own, 1, statutory);
  }
}

const rank: Readonly<Record<NameKind, number>> = {
  lookalike: 8,
  district: 7,
  generic: 6,
  stem: 5,
  place: 4,
  landmark: 3,
  road: 2,
  city: 1,
  elsewhere: 0,
};

/** Builds the index of a city's names, once. */
export function createGazetteer(city: City): Gazetteer {
  const names = new Map<string, GazetteerName & { readonly districts: string[] }>();
  const add: Add = (name, kind, district, weight, statutory = '') => {
    const known = names.get(name);
    const districts = district === '' ? [] : [district];
    const isSurer = known?.kind === kind && weight > known.weight;
    if (known === undefined || isSurer || rank[kind] > rank[known.kind])
      names.set(name, { name, kind, districts, weight, statutory });
    else if (known.kind === kind && known.weight === weight && !known.districts.includes(district))
      known.districts.push(...districts);
  };
  const cityName = city.name.replace(/市$/u, '');
  for (const name of city.elsewhere) add(name, 'elsewhere', '', 0);
  for (const name of [city.name, ...city.aliases]) if (name.length > 1) add(name, 'city', '', 0);
  const statutoryOf = new Map(city.districts.map(({ code, name }) => [code, name]));
  for (const district of city.districts) {
    addDistrict(district, cityName, add);
    addPlaces(district, statutoryOf, add);
  }
  for (const name of city.lookalikes) add(name, 'lookalike', '', 0);
  const index = createWordIndex<GazetteerName>(names);
  return {
    nameAt: index.longestAt,
    nextStart: index.nextStart,
    named: (text) => names.get(text),
  };
}
