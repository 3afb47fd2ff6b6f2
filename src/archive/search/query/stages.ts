import { fewestInitials, matchAlike } from '../match/match-alike.js';
import { matchLiteral } from '../match/match-literal.js';
import { isLatin, isLetters } from '../tokens.js';
import { all, any, type Expression, initials, literal, pinyin, sound } from './expressions.js';
import { joinPinyin, joinSyllables } from './join-syllables.js';
import { byScript } from './parse-query.js';
import { listOf, type Stage, stageOf, type Words } from './stage.js';

/** Everything literally; a name of a district or topic also by what the article is about. */
export function exactStage(words: Words): Stage {
  // Of several words at once so few documents have the sounds that the characters need not be looked up as well.
  const look =
    words.parts.length === 1 ? literal : (part: string) => (isLatin(part) ? literal(part) : sound(part));
  return stageOf(words, look, (part, text) => listOf(matchLiteral(part, text)));
}

/** Everything as it sounds, or as pinyin or initials; pinyin that was typed in pieces also as one. */
export function alikeStage({ parts, names }: Words): Stage {
  const cut = parts.some(isLatin) ? parts.flatMap(byScript) : parts;
  const joined = joinSyllables(cut);
  const apart = stageOf({ parts: joined, names }, alike, matchAlike);
  const whole = joinPinyin(cut);
  if (whole.length === joined.length) return apart;
  return either(apart, stageOf({ parts: whole, names }, alike, matchAlike));
}

/** What is found in one way or the other. */
function either(one: Stage, other: Stage): Stage {
  return {
    expression: any([one.expression, other.expression]),
    verify: (text, labels) => one.verify(text, labels) ?? other.verify(text, labels),
    marks: (text) => [one.marks(text), other.marks(text)].find((marks) => marks.length > 0) ?? [],
  };
}

/** What sounds like the part, or is spelled so. */
export function alike(part: string): Expression {
  if (isLetters(part))
    return any([literal(part), pinyin(part), part.length < fewestInitials ? undefined : initials(part)]);
  if (isLatin(part)) return literal(part);
  const pieces = byScript(part);
  return pieces.length === 1 ? sound(part) : any([literal(part), all(pieces.map(alike))]);
}
