import { isHanCode, isLatinCode } from './fold.js';
import { readingsOf, soundClassOf, syllableOf } from './sounds.js';

/*
 * The words of the full-text index. Characters and pairs of characters stand for themselves; sounds and initials are
 * written in letters that no folded text contains (U+0100 to U+02FF), so that no token can be taken for another's.
 */
const firstSoundCode = 0x100;
const firstInitialCode = 0x2b0;

/** Two neighbouring characters. */
export const pairToken = (text: string, at: number): string => text.slice(at, at + 2);

/** Two neighbouring sounds, by their classes. */
export function soundPairToken(one: number, other: number): string {
  return String.fromCharCode(firstSoundCode + one, firstSoundCode + other);
}

/** Two neighbouring initials, `x` and `f`. */
export function initialPairToken(one: string, other: string): string {
  return String.fromCharCode(
    firstInitialCode + one.charCodeAt(0) - 0x61,
    firstInitialCode + other.charCodeAt(0) - 0x61,
  );
}

/** Marks an article of a district, by its name. */
export const districtToken = (name: string): string => `qu${name}区`;
/** Marks an article of a topic, by its id. */
export const topicToken = (topic: string): string => `主题${topic}`;
/** Marks an article of a month, `2024-08`. */
export const monthToken = (month: string): string => `月${month.replace('-', '')}`;

/** The classes of sounds of each character; Latin and other characters have none. */
function classesAt(text: string): (readonly number[])[] {
  return Array.from({ length: text.length }, (_, at) => [
    ...new Set(readingsOf(text.charCodeAt(at)).map(soundClassOf)),
  ]);
}

function initialsAt(text: string): (readonly string[])[] {
  return Array.from({ length: text.length }, (_, at) => [
    ...new Set(readingsOf(text.charCodeAt(at)).map((reading) => syllableOf(reading).charAt(0))),
  ]);
}

function addPairs<T>(at: readonly (readonly T[])[], token: (one: T, other: T) => string, into: Set<string>) {
  for (let here = 0; here + 1 < at.length; here++)
    for (const one of at[here] ?? []) for (const other of at[here + 1] ?? []) into.add(token(one, other));
}

const latinWord = /[a-z0-9]+/g;

/** Tokens of a folded headline: characters, pairs, Latin words, pairs of sounds and of initials. */
export function headlineTokens(text: string): Set<string> {
  const tokens = new Set<string>();
  for (let at = 0; at < text.length; at++) if (isHanCode(text.charCodeAt(at))) tokens.add(text.charAt(at));
  addTextPairs(text, tokens);
  addPairs(initialsAt(text), initialPairToken, tokens);
  return tokens;
}

/** Tokens of a folded article text: pairs, Latin words, pairs of sounds. */
export function textTokens(text: string): Set<string> {
  const tokens = new Set<string>();
  addTextPairs(text, tokens);
  return tokens;
}

function addTextPairs(text: string, tokens: Set<string>) {
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = pairToken(text, at);
    if (!pair.includes(' ')) tokens.add(pair);
  }
  for (const [word] of text.matchAll(latinWord)) tokens.add(word);
  addPairs(classesAt(text), soundPairToken, tokens);
}

/** Tokens that all must be in a text that contains `part` literally. */
export function literalTokens(part: string): string[] {
  if (part.length === 1) return [part];
  const tokens = new Set<string>();
  for (let at = 0; at + 1 < part.length; at++) {
    const pair = pairToken(part, at);
    if (!pair.includes(' ')) tokens.add(pair);
  }
  return [...tokens];
}

/** Whether all of a folded part is a to z. */
export function isLetters(part: string): boolean {
  return /^[a-z]+$/.test(part);
}

/** Whether a folded part is Latin letters and digits only. */
export function isLatin(part: string): boolean {
  for (let at = 0; at < part.length; at++) if (!isLatinCode(part.charCodeAt(at))) return false;
  return part !== '';
}
