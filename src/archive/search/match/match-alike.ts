import { byScript } from '../query/parse-query.js';
import { isLatin, isLetters } from '../tokens.js';
import type { Match } from './match.js';
import { matchLiteral } from './match-literal.js';
import { matchInitials, matchPinyin } from './match-pinyin.js';
import { matchSound } from './match-sound.js';

/** Fewer letters are initials of nearly everything. */
export const fewestInitials = 3;

/** Finds a part literally, or as it sounds: Chinese by sound, letters as pinyin or initials, a mixed part piece by piece. */
export function matchAlike(part: string, text: string): readonly Match[] | undefined {
  const found = matchLiteral(part, text);
  if (found !== undefined) return [found];
  if (isLetters(part)) return listOf(matchPinyin(part, text) ?? initialsOf(part, text));
  if (isLatin(part)) return undefined;
  const pieces = byScript(part);
  if (pieces.length === 1) return listOf(matchSound(part, text));
  const matches = pieces.map((piece) => matchAlike(piece, text));
  return matches.includes(undefined) ? undefined : matches.flatMap((list) => list ?? []);
}

const initialsOf = (part: string, text: string) =>
  part.length < fewestInitials ? undefined : matchInitials(part, text);

const listOf = (match: Match | undefined) => (match === undefined ? undefined : [match]);
