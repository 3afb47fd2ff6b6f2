import { readingLists } from './data/readings.js';

/** Everything about how characters sound; made once from the list of readings. */
interface Sounds {
  /** Syllables by number: `xiao`. */
  readonly syllables: readonly string[];
  /** For each syllable the number of the class of sounds that are taken for each other: zh/z, n/l, in/ing … */
  readonly classes: readonly number[];
  /** Class of a syllable as typed. */
  readonly classOf: ReadonlyMap<string, number>;
  /** Syllables and classes by how a character is read: most are read like some other one. */
  readonly ways: readonly Way[];
  /** For each character from U+4E00 the number of its way to be read. */
  readonly wayOf: Uint16Array;
}

interface Way {
  readonly syllables: readonly number[];
  readonly classes: readonly number[];
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
  const { classes, classOf } = classify(syllables);
  return { syllables, classes, classOf, ...shareWays(readings, classes) };
}

function classify(syllables: readonly string[]) {
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
  return { classes, classOf };
}

const firstHan = 0x4e00;
const hanCount = 0x5200;
const silent: Way = { syllables: [], classes: [] };

function shareWays(readings: ReadonlyMap<number, readonly number[]>, classes: readonly number[]) {
  const ways: Way[] = [silent];
  const wayOf = new Uint16Array(hanCount);
  const known = new Map<string, number>();
  for (const [code, syllables] of readings) {
    const name = syllables.join();
    const way = known.get(name) ?? ways.length;
    if (way === ways.length) {
      known.set(name, way);
      ways.push({ syllables, classes: [...new Set(syllables.map((syllable) => classes[syllable] ?? 0))] });
    }
    wayOf[code - firstHan] = way;
  }
  return { ways, wayOf };
}

function wayOf(code: number): Way {
  sounds ??= load();
  return sounds.ways[sounds.wayOf[code - firstHan] ?? 0] ?? silent;
}

/** Syllable numbers that a character can be read as; none for other characters. */
export function readingsOf(code: number): readonly number[] {
  return wayOf(code).syllables;
}

/** The classes of like sounds that a character can be read as. */
export function soundClassesOf(code: number): readonly number[] {
  return wayOf(code).classes;
}

/** A syllable by its number. */
export function syllableOf(number: number): string {
  sounds ??= load();
  return sounds.syllables[number] ?? '';
}

/** The class of like sounds of a syllable number. */
export function soundClassOf(number: number): number {
  sounds ??= load();
  return sounds.classes[number] ?? -1;
}

/** The class of like sounds of a typed syllable; undefined when it is none. */
export function classOfTyped(syllable: string): number | undefined {
  sounds ??= load();
  return sounds.classOf.get(syllable);
}

/** How alike two characters are: 0 the same, 1 the same sound, 2 a near sound; -1 not at all. */
export function likeness(one: number, other: number): 0 | 1 | 2 | -1 {
  if (one === other) return 0;
  const its = wayOf(one);
  const others = wayOf(other);
  if (!share(its.classes, others.classes)) return -1;
  return share(its.syllables, others.syllables) ? 1 : 2;
}

function share(ones: readonly number[], others: readonly number[]): boolean {
  for (const one of ones) if (others.includes(one)) return true;
  return false;
}

const longestSyllable = 6;
const mostReadings = 8;

/** All ways to cut typed letters into syllables, fewest syllables first; none when they are no pinyin. */
export function syllableCuts(letters: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  /** From here on the letters are no syllables: without them in mind the ways to fail double with every syllable. */
  const deadEnds = new Set<number>();
  const cut = (from: number, taken: string[]) => {
    if (found.length >= mostReadings * 4 || deadEnds.has(from)) return;
    if (from === letters.length) {
      found.push(taken);
      return;
    }
    const before = found.length;
    for (let length = Math.min(longestSyllable, letters.length - from); length > 0; length--) {
      const syllable = letters.slice(from, from + length);
      if (classOfTyped(syllable) !== undefined) cut(from + length, [...taken, syllable]);
    }
    if (found.length === before) deadEnds.add(from);
  };
  cut(0, []);
  return found.sort((one, other) => one.length - other.length).slice(0, mostReadings);
}
