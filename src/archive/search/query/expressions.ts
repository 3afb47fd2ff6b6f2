import { isHanCode } from '../fold.js';
import { classOfTyped, syllableCuts } from '../sounds.js';
import {
  initialsAtOnce,
  initialsToken,
  isLatin,
  isLetters,
  neighbourTokens,
  soundPairToken,
} from '../tokens.js';

/** An expression of FTS5, of quoted tokens only; undefined where there is no way to look something up. */
export type Expression = string | undefined;

const quote = (token: string) => `"${token}"`;
/** Tokens of one part that are enough to find it: more only cost time. */
const mostTokens = 5;

/** All of these; undefined if one is. */
export function all(expressions: readonly Expression[]): Expression {
  if (expressions.length === 0 || expressions.includes(undefined)) return undefined;
  return expressions.length === 1 ? expressions[0] : `(${expressions.join(' AND ')})`;
}

/** Any of these that there are. */
export function any(expressions: readonly Expression[]): Expression {
  const there = [...new Set(expressions.filter((expression) => expression !== undefined))];
  if (there.length === 0) return undefined;
  return there.length === 1 ? there[0] : `(${there.join(' OR ')})`;
}

/** A token as an expression. */
export const one = (token: string): Expression => quote(token);

/** From this length on the sounds of a part are telling enough: what holds it literally is looked up like what sounds like it. */
const tellingLength = 3;

/** What holds the part literally. */
export function literal(part: string): Expression {
  if (part.length === 1) return quote(part);
  const words = part.includes(' ') ? part.split(' ').filter(isLatin) : [];
  const characters = part.length < tellingLength ? hanOf(part) : [];
  return all([...[...characters, ...words].map(quote), ...neighbours(part)]);
}

function hanOf(part: string): string[] {
  return [...new Set(part)].filter((character) => isHanCode(character.charCodeAt(0)));
}

/** What sounds like the part; characters without a sound stand for themselves. */
export function sound(part: string): Expression {
  return part.length < 2 ? literal(part) : all(neighbours(part));
}

function neighbours(part: string): readonly Expression[] {
  const pairs: Expression[] = [];
  for (let at = 0; at + 1 < part.length; at++) {
    const tokens = neighbourTokens(part, at);
    if (tokens.length > 0) pairs.push(any(tokens.map(quote)));
  }
  return spread([...new Set(pairs)], mostTokens);
}

/** At most so many of a list, evenly chosen. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** What is read as these letters; undefined when they are no pinyin of two syllables or more. */
export function pinyin(letters: string): Expression {
  if (!isLetters(letters)) return undefined;
  for (let unfinished = 0; unfinished < 6 && letters.length - unfinished >= 3; unfinished++) {
    const cuts = syllableCuts(letters.slice(0, letters.length - unfinished)).filter((cut) => cut.length > 1);
    if (cuts.length > 0) return any(cuts.map(syllablePairs));
  }
  return undefined;
}

/** What is read as these letters but for the last syllable, which may have been typed in part only: `xiaofangya`. */
export function unfinished(letters: string): Expression {
  if (!isLetters(letters)) return undefined;
  const cuts = syllableCuts(letters).filter((cut) => cut.length > 2);
  return any(cuts.map((cut) => syllablePairs(cut.slice(0, -1))));
}

function syllablePairs(syllables: readonly string[]): Expression {
  const numbers = syllables.slice(0, mostTokens).map((syllable) => classOfTyped(syllable) ?? 0);
  return all(numbers.slice(1).map((number, at) => one(soundPairToken(numbers[at] ?? 0, number))));
}

const longestInitials = 16;

/** What has these initials. */
export function initials(letters: string): Expression {
  if (!isLetters(letters) || letters.length < initialsAtOnce || letters.length > longestInitials)
    return undefined;
  const tokens = new Set<string>();
  for (let at = 0; at + initialsAtOnce <= letters.length; at++)
    tokens.add(initialsToken(letters.slice(at, at + initialsAtOnce)));
  return all([...tokens].map(quote));
}
