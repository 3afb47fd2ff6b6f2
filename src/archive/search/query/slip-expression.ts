import { isHanCode } from '../fold.js';
import { all, any, type Expression, one, sound } from './expressions.js';

/** What stands on either side of a piece in which the slip is; nothing at the ends of the part. */
interface Beside {
  readonly before: string;
  readonly after: string;
}

/** Longer halves have so many ways to slip that one look-up each costs more than it spares. */
const longestEnumerated = 3;

/**
 * What may hold a part with one slip: a character missing, one too many inside, or two neighbours swapped. Wherever it is, one
 * half of a part of four and more is whole.
 */
export function slip(part: string): Expression {
  if (part.length < 2) return undefined;
  if (part.length <= longestEnumerated) return any(slipsOf(part, { before: '', after: '' }));
  const middle = part.length >> 1;
  const left = part.slice(0, middle);
  const right = part.slice(middle);
  return any([
    all([sound(left), slippedHalf(right, { before: left.slice(-1), after: '' })]),
    all([sound(right), slippedHalf(left, { before: '', after: right.slice(0, 1) })]),
    // Missing between the halves, or swapped there.
    all([sound(left), sound(right)]),
    sound(swapped(part, middle - 1)),
  ]);
}

function slippedHalf(half: string, beside: Beside): Expression {
  return half.length <= longestEnumerated ? any(slipsOf(half, beside)) : any(pairsLeft(half));
}

/** A slip leaves one of the pairs of a long half; only of four the middle ones, swapped, leave none. */
function pairsLeft(half: string): Expression[] {
  const pairs = Array.from({ length: half.length - 1 }, (_, at) => sound(half.slice(at, at + 2)));
  return half.length > longestEnumerated + 1 ? pairs : [...pairs, sound(swapped(half, 1))];
}

/** Every way in which a piece can be without its slip. */
function slipsOf(piece: string, { before, after }: Beside): Expression[] {
  const ways: (readonly string[])[] = [];
  for (let at = 0; at < piece.length; at++) {
    const isAtEnd = (at === 0 && before === '') || (at === piece.length - 1 && after === '');
    if (!isAtEnd) ways.push([before + piece.slice(0, at) + piece.slice(at + 1) + after]);
    if (at + 1 < piece.length) ways.push([before + swapped(piece, at) + after]);
    if (at > 0) ways.push([before + piece.slice(0, at), piece.slice(at) + after]);
  }
  return ways.map((runs) => all(runs.flatMap(held)));
}

/** A run by its sounds, a single Chinese character as it is; one of another script says nothing by itself. */
function held(run: string): readonly Expression[] {
  if (run.length > 1) return [sound(run)];
  return isHanCode(run.charCodeAt(0)) ? [one(run)] : [];
}

function swapped(part: string, at: number): string {
  return part.slice(0, at) + part.charAt(at + 1) + part.charAt(at) + part.slice(at + 2);
}
