import { costs, type Match } from '../match/match.js';
import { fewestInitials, matchAlike } from '../match/match-alike.js';
import { matchLiteral } from '../match/match-literal.js';
import { matchSlip } from '../match/match-slip.js';
import { isLatin, isLetters } from '../tokens.js';
import {
  all,
  any,
  type Expression,
  initials,
  literal,
  one,
  pinyin,
  sound,
  unfinished,
} from './expressions.js';
import { isSyllable, joinPinyin, joinSyllables } from './join-syllables.js';
import type { Name } from './names.js';
import { byScript, type Query } from './parse-query.js';
import { slip } from './slip-expression.js';

/** One way to understand a query: what to look up, and how to make sure of what came. */
export interface Stage {
  readonly kind: 'exact' | 'alike' | 'slip' | 'question';
  readonly expression: Expression;
  /** Finds all parts in a folded text; undefined when one is not there. */
  verify(text: string, labels: string): readonly Match[] | undefined;
  /** Finds whichever parts are there. */
  marks(text: string): readonly Match[];
}

type FindPart = (part: string, text: string) => readonly Match[] | undefined;
type Words = Pick<Query, 'parts' | 'names'>;

/** Everything literally; a name of a district or topic also by what the article is about. */
export function exactStage(words: Words): Stage {
  // Of several words at once so few documents have the sounds that the characters need not be looked up as well.
  const look =
    words.parts.length === 1 ? literal : (part: string) => (isLatin(part) ? literal(part) : sound(part));
  return stageOf('exact', words, look, (part, text) => listOf(matchLiteral(part, text)));
}

/** Everything as it sounds, or as pinyin or initials; pinyin that was typed in pieces also as one. */
export function alikeStage({ parts, names }: Words): Stage {
  const cut = parts.some(isLatin) ? parts.flatMap(byScript) : parts;
  const apart = stageOf('alike', { parts: joinSyllables(cut), names }, alike, matchAlike);
  const whole = joinPinyin(cut);
  if (whole.length === 1 ? parts.length === 1 : whole.length === joinSyllables(cut).length) return apart;
  return either(apart, stageOf('alike', { parts: whole, names }, alike, matchAlike));
}

/** What is found in one way or the other. */
function either(one: Stage, other: Stage): Stage {
  return {
    kind: one.kind,
    expression: any([one.expression, other.expression]),
    verify: (text, labels) => one.verify(text, labels) ?? other.verify(text, labels),
    marks: (text) => [one.marks(text), other.marks(text)].find((marks) => marks.length > 0) ?? [],
  };
}

function stageOf(
  kind: Stage['kind'],
  { parts, names }: Words,
  look: (part: string) => Expression,
  find: FindPart,
): Stage {
  return {
    kind,
    expression: all(
      lookedUp(parts).map((part) => {
        const name = names.get(part);
        return name === undefined ? look(part) : any([look(part), one(name.token)]);
      }),
    ),
    verify: (text, labels) =>
      each(parts, (part) => find(part, text) ?? listOf(byLabel(names.get(part), labels))),
    marks: (text) => parts.flatMap((part) => find(part, text) ?? []),
  };
}

/** One syllable stands in nearly everything: it is looked for in what the other parts find. */
function lookedUp(parts: readonly string[]): readonly string[] {
  const telling = parts.filter((part) => !isSyllable(part));
  return telling.length > 0 ? telling : parts;
}

/** Found by what the article is about: nowhere in its words. */
export function byLabel(name: Name | undefined, labels: string): Match | undefined {
  if (name === undefined || !labels.includes(name.label)) return undefined;
  return { from: 0, to: 0, cost: costs.label };
}

/** One part with a slip, or pinyin that was not typed to its end; the others as they sound. */
export function slipStage({ parts }: Words): Stage {
  const shortest = parts.length > 1 ? 2 : 3;
  return {
    kind: 'slip',
    expression: any(
      parts.map((wrong) =>
        all([
          isLatin(wrong) ? any([unfinished(wrong), latinSlip(wrong)]) : slip(wrong),
          ...parts.filter((part) => part !== wrong).map(alike),
        ]),
      ),
    ),
    verify: (text) => verifySlip(parts, text, shortest),
    marks: (text) => parts.flatMap((part) => slipped(part, text, shortest) ?? []),
  };
}

/** Letters are few: a slip in a shorter word makes another word of it. */
const shortestLatin = 5;

const latinSlip = (word: string) => (word.length < shortestLatin ? undefined : slip(word));

function alike(part: string): Expression {
  if (isLetters(part))
    return any([literal(part), pinyin(part), part.length < fewestInitials ? undefined : initials(part)]);
  if (isLatin(part)) return literal(part);
  const pieces = byScript(part);
  return pieces.length === 1 ? sound(part) : any([literal(part), all(pieces.map(alike))]);
}

function verifySlip(parts: readonly string[], text: string, shortest: number): readonly Match[] | undefined {
  let slips = 0;
  return each(parts, (part) => {
    const found = matchAlike(part, text);
    if (found !== undefined) return found;
    slips++;
    return slips > 1 ? undefined : slipped(part, text, shortest);
  });
}

function slipped(part: string, text: string, shortest: number): readonly Match[] | undefined {
  const found = matchAlike(part, text);
  if (found !== undefined) return found;
  return isLatin(part) && part.length < shortestLatin ? undefined : listOf(matchSlip(part, text, shortest));
}

function each(
  parts: readonly string[],
  find: (part: string) => readonly Match[] | undefined,
): readonly Match[] | undefined {
  const matches: Match[] = [];
  for (const part of parts) {
    const found = find(part);
    if (found === undefined) return undefined;
    matches.push(...found);
  }
  return matches;
}

const listOf = (match: Match | undefined) => (match === undefined ? undefined : [match]);
