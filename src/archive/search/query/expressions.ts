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

/** What may hold the part with one slip: one half of it whole and most of the other, or all its characters. */
export function slip(part: string): Expression {
  const size = part.length;
  if (size < 2) return undefined;
  if (size === 2) return any([singles(part), sound(swapped(part, 0))]);
  if (size === 3) return any(slipsOfThree(part));
  const middle = size >> 1;
  const left = part.slice(0, middle);
  const right = part.slice(middle);
  return any([
    all([sound(right), restOf(left, right.length)]),
    all([sound(left), restOf(right, left.length)]),
    all([sound(left.slice(0, -1)), sound(right.slice(1)), singles(left.slice(-1) + right.slice(0, 1))]),
  ]);
}

/** A character missing after the first or the second, one too many between, two swapped. */
function slipsOfThree(part: string): Expression[] {
  const [first = '', second = '', third = ''] = part;
  return [
    all([literal(first), sound(second + third)]),
    all([sound(first + second), literal(third)]),
    sound(first + third),
    sound(swapped(part, 0)),
    sound(swapped(part, 1)),
  ];
}

function swapped(part: string, at: number): string {
  return part.slice(0, at) + part.charAt(at + 1) + part.charAt(at) + part.slice(at + 2);
}

/** What must be there of a half with a slip: the shorter the half that is whole, the more. */
function restOf(half: string, lengthOfWhole: number): Expression {
  const characters = hanOf(half);
  if (characters.length === 0) return literal(half);
  return lengthOfWhole < tellingLength ? allButOne(half) : any(characters.map(quote));
}

function hanOf(part: string): string[] {
  return [...new Set(part)].filter((character) => isHanCode(character.charCodeAt(0)));
}

function singles(part: string): Expression {
  return all(hanOf(part).map(quote));
}

/** All characters but any one of them; of a long run, one of its halves. */
function allButOne(part: string): Expression {
  const characters = hanOf(part);
  if (characters.length < 2) return any(characters.map(quote)) ?? literal(part);
  if (characters.length > 3) {
    const middle = part.length >> 1;
    return any([literal(part.slice(0, middle)), literal(part.slice(middle))]);
  }
  return any(characters.map((left) => all(characters.filter((other) => other !== left).map(quote))));
}
