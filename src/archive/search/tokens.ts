import { isHanCode, isLatinCode } from './fold.js';
import { readingsOf, soundClassesOf, syllableOf } from './sounds.js';

/*
 * The words of the full-text index. Characters and pairs of characters stand for themselves; sounds and initials are
 * written in letters that no folded text contains (U+0100 to U+02FF), so that no token can be taken for another's.
 */
const firstSoundCode = 0x100;
const firstInitialCode = 0x2b0;

/** Two neighbouring sounds, by their classes. */
export function soundPairToken(one: number, other: number): string {
  return String.fromCharCode(firstSoundCode + one, firstSoundCode + other);
}

/** Three neighbouring initials, `x`, `f` and `y`: pairs of 26 letters stand in every twentieth headline, these in few. */
export function initialsToken(letters: string): string {
  return String.fromCharCode(
    ...Array.from(letters, (letter) => firstInitialCode + letter.charCodeAt(0) - 0x61),
  );
}

/** Letters that one token of initials stands for. */
export const initialsAtOnce = 3;

/** Marks an article of a district, by its name. */
export const districtToken = (name: string): string => `qu${name}区`;
/** Marks an article of a topic, by its id. */
export const topicToken = (topic: string): string => `主题${topic}`;
/** Marks an article of a month, `2024-08`. */
export const monthToken = (month: string): string => `月${month.replace('-', '')}`;

function initialsAt(text: string): (readonly string[])[] {
  return Array.from({ length: text.length }, (_, at) => [
    ...new Set(readingsOf(text.charCodeAt(at)).map((reading) => syllableOf(reading).charAt(0))),
  ]);
}

/** All ways to read so many neighbours by their initials. */
function runsOfInitials(at: readonly (readonly string[])[], from: number): string[] {
  let runs = [''];
  for (const initials of at.slice(from, from + initialsAtOnce))
    runs = runs.flatMap((run) => initials.map((initial) => run + initial));
  return runs;
}

const latinWord = /[a-z0-9]+/g;

/** Tokens of a folded headline: characters, Latin words, neighbours, runs of initials. */
export function headlineTokens(text: string): Set<string> {
  const tokens = textTokens(text);
  const initials = initialsAt(text);
  for (let from = 0; from + initialsAtOnce <= text.length; from++)
    for (const run of runsOfInitials(initials, from)) tokens.add(initialsToken(run));
  return tokens;
}

/** Tokens of a folded article text: characters, Latin words, neighbours. */
export function textTokens(text: string): Set<string> {
  const tokens = new Set<string>();
  addShared(text, tokens);
  return tokens;
}

function addShared(text: string, tokens: Set<string>) {
  for (let at = 0; at < text.length; at++) {
    if (isHanCode(text.charCodeAt(at))) tokens.add(text.charAt(at));
    if (at + 1 < text.length) for (const token of neighbourTokens(text, at)) tokens.add(token);
  }
  for (const [word] of text.matchAll(latinWord)) tokens.add(word);
}

/**
 * What stands for two neighbours: their sounds, in all the ways they are read, or the two characters themselves where one has
 * no sound; nothing at a space. Pairs of Chinese characters are not indexed: single characters and sounds together are as
 * telling, and half as large.
 */
export function neighbourTokens(text: string, at: number): string[] {
  const ones = soundClassesOf(text.charCodeAt(at));
  const others = soundClassesOf(text.charCodeAt(at + 1));
  if (ones.length > 0 && others.length > 0)
    return ones.flatMap((one) => others.map((other) => soundPairToken(one, other)));
  const pair = text.slice(at, at + 2);
  return pair.includes(' ') ? [] : [pair];
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
