import { isLatinCode } from '../fold.js';
import { isLatin } from '../tokens.js';
import { costs, type Match } from './match.js';

/** Finds a part literally; a whole Latin word goes before a piece of one. */
export function matchLiteral(part: string, text: string): Match | undefined {
  let at = text.indexOf(part);
  if (at < 0) return undefined;
  const first: Match = { from: at, to: at + part.length, cost: costs.literal };
  if (!isLatin(part)) return first;
  for (; at >= 0; at = text.indexOf(part, at + 1))
    if (isWholeWord(text, at, at + part.length))
      return { from: at, to: at + part.length, cost: costs.literal };
  return { ...first, cost: costs.insideWord };
}

function isWholeWord(text: string, from: number, to: number): boolean {
  return !isLatinCode(text.charCodeAt(from - 1)) && !isLatinCode(text.charCodeAt(to));
}
