import { costs, type Match } from '../match/match.js';
import { matchLiteral } from '../match/match-literal.js';
import { all, literal } from '../query/expressions.js';
import type { Stage } from '../query/stages.js';
import type { Lexicon } from './lexicon.js';
import { type Wanted, weighWords } from './weigh-words.js';

/** What a word costs that is not there: so much for all of the weight. */
const missingCost = 30;

/**
 * Ways to understand a query as a question, or as words that need not stand together: first with every word that tells
 * something, then with those that are needed.
 */
export function questionStages(parts: readonly string[], lexicon: Lexicon): readonly Stage[] {
  const wanted = weighWords(parts, lexicon);
  const needed = wanted.filter(({ isNeeded }) => isNeeded);
  if (needed.length === 0 || (wanted.length === 1 && parts.length === 1 && wanted[0]?.word === parts[0]))
    return [];
  const stages = [stageOf(wanted, wanted)];
  if (needed.length < wanted.length) stages.push(stageOf(needed, wanted));
  return stages;
}

function stageOf(needed: readonly Wanted[], wanted: readonly Wanted[]): Stage {
  return {
    kind: 'question',
    expression: all(needed.map(({ word }) => literal(word))),
    verify: (text) => verify(needed, wanted, text),
    marks: (text) => wanted.flatMap(({ word }) => matchLiteral(word, text) ?? []),
  };
}

function verify(
  needed: readonly Wanted[],
  wanted: readonly Wanted[],
  text: string,
): readonly Match[] | undefined {
  if (!needed.every(({ word }) => text.includes(word))) return undefined;
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const there = wanted.filter(({ word }) => text.includes(word));
  const missing = 1 - there.reduce((sum, { weight }) => sum + weight, 0) / total;
  const cost = costs.question + Math.round(missing * missingCost);
  return there.flatMap(({ word }, at) => {
    const match = matchLiteral(word, text);
    return match === undefined ? [] : [{ ...match, cost: at === 0 ? cost : 0 }];
  });
}
