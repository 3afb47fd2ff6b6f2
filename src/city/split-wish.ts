import type { Lookup } from './directory.js';
import { districtStem, foldName, isHan } from './fold-name.js';

/** The two ways to look a name up. */
export interface LookUp {
  /** Only what is a name as it stands. */
  exact(words: string): Lookup | undefined;
  /** Slips and half names, too. */
  find(words: string): Lookup;
}

/** A wish taken apart. */
export interface SplitWish {
  readonly subjects: readonly Lookup[];
  readonly rest: readonly string[];
}

const separators = /[\s,，、;；+＋/／|｜&＆。.]+/u;
/** Words between two names in a run of Chinese: 金水区的教育. */
const joints = /^[的和与及跟]/u;
/** Most words of one name: `Zhengzhou Economic and Technological Development Zone`. */
const longestNameWords = 6;
/** Words after these are all left over; nobody subscribes to so much at once. */
const mostWords = 100;

/** The longest name that several words make together: `Jinshui District`, `jin shui qu`. */
function nameOfWords(
  words: readonly string[],
  { exact }: LookUp,
): { lookup: Lookup; count: number } | undefined {
  for (let count = Math.min(longestNameWords, words.length); count > 1; count -= 1) {
    const joined = words.slice(0, count).join(' ');
    const lookup = isHan(foldName(joined)) ? undefined : exact(joined);
    if (lookup !== undefined) return { lookup, count };
  }
  return undefined;
}

/** The longest beginning of a run of Chinese that is a name of its own. */
function leadingName(run: string, { exact }: LookUp): { lookup: Lookup; length: number } | undefined {
  for (let length = Math.min(run.length - 1, 16); length > 1; length -= 1) {
    const lookup = exact(run.slice(0, length));
    if (lookup?.kind === 'found') return { lookup, length };
  }
  return undefined;
}

/** Names without a space between them, `金水区教育`: all of the run must be names, or begin with one that has its ending. */
function splitRun(run: string, lookUp: LookUp): SplitWish | undefined {
  const subjects: Lookup[] = [];
  let rest = run;
  while (rest !== '') {
    const whole = lookUp.exact(rest);
    if (whole !== undefined) return { subjects: [...subjects, whole], rest: [] };
    const lead = leadingName(rest, lookUp);
    if (lead === undefined) break;
    subjects.push(lead.lookup);
    rest = rest.slice(lead.length).replace(joints, '');
  }
  const taken = run.slice(0, run.length - rest.length).replace(/[的和与及跟]$/u, '');
  const hasEnding = subjects.length === 1 && districtStem(taken) !== taken;
  return hasEnding && rest.length > 1 ? { subjects, rest: [rest] } : undefined;
}

/** A slip is worth asking about where the word was plainly meant as a district's name, or is no word: 金木区, `jinshiu`. */
function isMeantAsName(word: string): boolean {
  const name = foldName(word);
  return !isHan(name) || districtStem(name) !== name;
}

function oneWord(word: string, lookUp: LookUp): SplitWish {
  const exact = lookUp.exact(word);
  if (exact !== undefined) return { subjects: [exact], rest: [] };
  const split = isHan(foldName(word)) ? splitRun(foldName(word), lookUp) : undefined;
  if (split !== undefined) return split;
  const near = lookUp.find(word);
  if (near.kind === 'found') return { subjects: [asked(word, near)], rest: [] };
  if (near.kind === 'choices' && isMeantAsName(word)) return { subjects: [near], rest: [] };
  return { subjects: [], rest: [word] };
}

/** Two characters that only sound like a name may be a word, 进水: the reader is asked. */
function asked(word: string, near: Extract<Lookup, { kind: 'found' }>): Lookup {
  if (isMeantAsName(word) || foldName(word).length > 2) return near;
  return { kind: 'choices', choices: [near.subject] };
}

/** Takes a wish apart: names of districts and topics, and the words left over. */
export function splitWish(wish: string, lookUp: LookUp): SplitWish {
  const words = wish.split(separators).filter((word) => word !== '');
  const subjects: Lookup[] = [];
  const rest: string[] = [];
  for (let at = 0; at < Math.min(words.length, mostWords); ) {
    const several = nameOfWords(words.slice(at, at + longestNameWords), lookUp);
    const one = several === undefined ? oneWord(words[at] ?? '', lookUp) : undefined;
    subjects.push(...(several === undefined ? (one?.subjects ?? []) : [several.lookup]));
    rest.push(...(one?.rest ?? []));
    at += several?.count ?? 1;
  }
  return { subjects, rest: [...rest, ...words.slice(mostWords)] };
}
