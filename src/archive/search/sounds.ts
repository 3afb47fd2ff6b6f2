import { readingLists } from './data/readings.js';
import { isHanCode } from './fold.js';

/** Everything about how characters sound; made once from the list of readings. */
interface Sounds {
  /** Syllables by number: `xiao`. */
  readonly syllables: readonly string[];
  /** For each syllable the number of the class of sounds that are taken for each other: zh/z, n/l, in/ing … */
  readonly classes: readonly number[];
  /** Class of a syllable as typed. */
  readonly classOf: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<number, readonly number[]>;
}

let sounds: Sounds | undefined;

/** One spelling for sounds that many speakers do not tell apart. */
function nearSpelling(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^r/, 'l')
    .replace(/^f/, 'h')
    .replace(/v/, 'u')
    .replace(/ng$/, 'n');
}

function load(): Sounds {
  const syllables: string[] = [];
  const readings = new Map<number, number[]>();
  for (const list of readingLists.split('|')) {
    const syllable = /^[a-z]+/.exec(list)?.[0] ?? '';
    for (let at = syllable.length; at < list.length; at++) {
      const of = readings.get(list.charCodeAt(at));
      if (of === undefined) readings.set(list.charCodeAt(at), [syllables.length]);
      else of.push(syllables.length);
    }
    syllables.push(syllable);
  }
  const numbers = new Map<string, number>();
  const classOf = new Map<string, number>();
  const classes = syllables.map((syllable) => {
    const spelling = nearSpelling(syllable);
    const number = numbers.get(spelling) ?? numbers.size;
    numbers.set(spelling, number);
    classOf.set(syllable, number);
    if (syllable.includes('v')) classOf.set(syllable.replace('v', 'u'), number);
    return number;
  });
  return { syllables, classes, classOf, readings };
}

function loaded(): Sounds {
  sounds ??= load();
  return sounds;
}

const unread: readonly number[] = [];

/** Syllable numbers that a character can be read as; none for other characters. */
export function readingsOf(code: number): readonly number[] {
  return isHanCode(code) ? (loaded().readings.get(code) ?? unread) : unread;
}

/** A syllable by its number. */
export function syllableOf(number: number): string {
  return loaded().syllables[number] ?? '';
}

/** The class of like sounds of a syllable number. */
export function soundClassOf(number: number): number {
  return loaded().classes[number] ?? -1;
}

/** The class of like sounds of a typed syllable; undefined when it is none. */
export function classOfTyped(syllable: string): number | undefined {
  return loaded().classOf.get(syllable);
}

/** How alike two characters are: 0 the same, 1 the same sound, 2 a near sound; -1 not at all. */
export function likeness(one: number, other: number): 0 | 1 | 2 | -1 {
  if (one === other) return 0;
  const ones = readingsOf(one);
  if (ones.length === 0) return -1;
  const others = readingsOf(other);
  let best: 2 | -1 = -1;
  for (const reading of ones)
    for (const its of others) {
      if (reading === its) return 1;
      if (soundClassOf(reading) === soundClassOf(its)) best = 2;
    }
  return best;
}

const longestSyllable = 6;
const mostReadings = 8;

/** All ways to cut typed letters into syllables, fewest syllables first; none when they are no pinyin. */
export function syllableCuts(letters: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  const cut = (from: number, taken: string[]) => {
    if (found.length >= mostReadings * 4) return;
    if (from === letters.length) {
      found.push(taken);
      return;
    }
    for (let length = Math.min(longestSyllable, letters.length - from); length > 0; length--) {
      const syllable = letters.slice(from, from + length);
      if (classOfTyped(syllable) !== undefined) cut(from + length, [...taken, syllable]);
    }
  };
  cut(0, []);
  return found.sort((one, other) => one.length - other.length).slice(0, mostReadings);
}
