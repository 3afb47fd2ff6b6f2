import { costs, type Match } from '../match/match.js';
import { all, any, type Expression, one } from './expressions.js';
import { isSyllable } from './join-syllables.js';
import type { Name } from './names.js';
import type { Query } from './parse-query.js';

/** One way to understand a query: what to look up, and how to make sure of what came. */
export interface Stage {
  readonly expression: Expression;
  /** Finds all parts in a folded text; undefined when one is not there. */
  verify(text: string, labels: string): readonly Match[] | undefined;
  /** Finds whichever parts are there. */
  marks(text: string): readonly Match[];
}

/** What of a query is looked for. */
export type Words = Pick<Query, 'parts' | 'names'>;

/** Where a part stands in a text, in one or several pieces; undefined when it does not. */
type FindPart = (part: string, text: string) => readonly Match[] | undefined;

/** All parts, looked up and found in the same way; a name of a district or topic also by what the article is about. */
export function stageOf({ parts, names }: Words, look: (part: string) => Expression, find: FindPart): Stage {
  return {
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

/** What is found of every part; undefined when one is not. */
export function each(
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

/** One match as a list. */
export const listOf = (match: Match | undefined) => (match === undefined ? undefined : [match]);
