import { createRequire } from 'node:module';

type Pinyin = typeof import('pinyin-pro');

let loaded: Pinyin | undefined;

/** Six megabytes, loaded with the first name that must be spelled: a search needs none. */
function pinyinOf(): Pinyin {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as Pinyin;
  return loaded;
}

/** Longer words than this are no name of anything. */
export const longestNameLength = 64;
/** The same for what is Chinese throughout. */
export const longestHanLength = 20;

/** One form for what is written in several: full width, case, tone marks, spaces and punctuation do not count. */
export function foldName(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

/** The syllables of a Chinese name without tones, `郑东新区` -> `zheng dong xin qu`; other characters stand for themselves. */
export function syllablesOf(name: string): readonly string[] {
  return pinyinOf().pinyin(name, { toneType: 'none', type: 'array' }).map(foldName);
}

/** Whether all of a folded text is Chinese characters. */
export function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

/** Whether all of a folded text is a to z. */
export function isLatin(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

const districtEnding = /(?<=..)(?:新区|新區)$|[区區县縣市]$/u;
const streetEnding = /(?:街道办事处|街道办|街道|办事处|[镇鎮乡鄉])$/u;
const villageEnding = /(?:社区居委会|社区|村委会|居委会|村)$/u;

function withoutEnding(name: string, ending: RegExp): string {
  const stem = name.replace(ending, '');
  return stem.length < 2 ? name : stem;
}

/** `金水区` -> `金水`; a name that would be left with one character stays whole. */
export const districtStem = (name: string): string => withoutEnding(name, districtEnding);
/** `须水街道办事处` -> `须水`. */
export const streetStem = (name: string): string => withoutEnding(name, streetEnding);
/** `永安街社区` -> `永安街`. */
export const villageStem = (name: string): string => withoutEnding(name, villageEnding);
