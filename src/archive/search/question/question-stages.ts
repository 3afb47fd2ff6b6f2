import { costs, type Match } from '../match/match.js';
import { matchLiteral } from '../match/match-literal.js';
import { all, any, type Expression, literal } from '../query/expressions.js';
import type { Stage } from '../query/stages.js';
import type { Lexicon } from './lexicon.js';
import { type Wanted, weighWords } from './weigh-words.js';

/** What a word costs that is not there: so much for all of the weight. */
const missingCost = 30;

/** Words that tell less than this share of what the most telling one does are not looked up at first. */
const tellingShare = 0.5;
/** One word of several must tell so much of the whole to be believed by itself. */
const aloneShare = 0.6;
/** Then any two of so many are. */
const mostPaired = 4;

/**
 * Ways to understand a query as a question, or as words that need not stand together: with all words that tell much, then, for
 * a question, with any two of those that tell most. Either way every name and enough of the whole must be found.
 */
export function questionStages(parts: readonly string[], lexicon: Lexicon): readonly Stage[] {
  const { wanted, enough } = weighWords(parts, lexicon);
  const [first] = wanted;
  if (first === undefined || (wanted.length === 1 && parts.join('') === first.word)) return [];
  const least = enough === 1 ? 0 : first.weight * tellingShare;
  const telling = wanted.filter(({ weight }) => weight >= least);
  const stages = [stageOf(wanted, all(telling.map(({ word }) => literal(word))), enough)];
  if (enough === 1 || wanted.length === 1) return stages;
  return [...stages, stageOf(wanted, pairsOf(wanted, enough), enough)];
}

/** Any two of the most telling words, or one that is enough by itself. */
function pairsOf(wanted: readonly Wanted[], enough: number): Expression {
  const [first, ...rest] = wanted.slice(0, mostPaired).map(({ word }) => literal(word));
  if ((wanted[0]?.weight ?? 0) >= totalOf(wanted) * Math.max(enough, aloneShare)) return first;
  return any([first, ...rest].flatMap((one, at) => rest.slice(at).map((other) => all([one, other]))));
}

const totalOf = (wanted: readonly Wanted[]) => wanted.reduce((sum, { weight }) => sum + weight, 0);

function stageOf(wanted: readonly Wanted[], expression: Expression, share: number): Stage {
  return {
    kind: 'question',
    expression,
    verify: (text) => verify(wanted, share, text),
    marks: (text) => wanted.flatMap(({ word }) => matchLiteral(word, text) ?? []),
  };
}

function verify(wanted: readonly Wanted[], share: number, text: string): readonly Match[] | undefined {
  const there = wanted.filter(({ word }) => text.includes(word));
  const found = totalOf(there) / totalOf(wanted);
  if (there.length < Math.min(2, wanted.length) && found < aloneShare) return undefined;
  if (found < share || wanted.some((each) => each.isName && !there.includes(each))) return undefined;
  const cost = costs.question + Math.round((1 - found) * missingCost);
  return there.flatMap(({ word }, at) => {
    const match = matchLiteral(word, text);
    return match === undefined ? [] : [{ ...match, cost: at === 0 ? cost : 0 }];
  });
}
