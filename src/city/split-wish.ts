import type { Lookup } from './directory.js';
import { districtStem, foldName, isHan } from './fold-name.js';

/** The two ways to look a name up. */
export interface LookUp {
  /** Only what is a name as it stands. */
  exact(words: string): Lookup | undefined;
  /** Only slips, half names and names that may be words. */
  near(words: string): Lookup | undefined;
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
const mostWords = 60;

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

/** Whether a word was plainly meant as a name: it ends like a district, 金木区, or is no short English word. */
function isMeantAsName(word: string): boolean {
  const name = foldName(word);
  return isHan(name) ? districtStem(name) !== name : name.length > 3;
}

/** A slip as it is taken from a wish, where a word may as well be a keyword: 进水 is asked about, 高铁 is a keyword. */
function slipOf(word: string, { near }: LookUp): Lookup | undefined {
  const lookup = near(word);
  if (isMeantAsName(word)) return lookup;
  if (lookup?.kind !== 'found') return undefined;
  return [...word].length > 2 ? lookup : { kind: 'choices', choices: [lookup.subject] };
}

function oneWord(word: string, lookUp: LookUp): SplitWish {
  const exact = lookUp.exact(word);
  if (exact !== undefined) return { subjects: [exact], rest: [] };
  const split = isHan(foldName(word)) ? splitRun(foldName(word), lookUp) : undefined;
  if (split !== undefined) return split;
  const slip = slipOf(word, lookUp);
  return slip === undefined ? { subjects: [], rest: [word] } : { subjects: [slip], rest: [] };
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
