import { costs, type Match } from '../match/match.js';
import { matchLiteral } from '../match/match-literal.js';
import { all, any, type Expression, literal, one } from '../query/expressions.js';
import type { Name, Names } from '../query/names.js';
import { byLabel, type Stage } from '../query/stages.js';
import type { Lexicon } from './lexicon.js';
import { type Wanted, weighWords } from './weigh-words.js';

/** What a word costs that is not there: so much for all of the weight. */
const missingCost = 30;

/** Words that tell less than this share of what the most telling one does are not looked up at first. */
const tellingShare = 0.5;
/** One word of several must tell so much of the whole to be believed by itself. */
const aloneShare = 0.6;
/** Words that tell less than this together (没有的东西) are in everything. */
const leastTold = 25;
/** Then any two of so many are. */
const mostPaired = 4;

/**
 * Ways to understand a query as a question, or as words that need not stand together: with all words that tell much, then, for
 * a question, with any two of those that tell most. Either way every name and enough of the whole must be found.
 */
export function questionStages(parts: readonly string[], lexicon: Lexicon, names: Names): readonly Stage[] {
  const { wanted: words, enough } = weighWords(parts, lexicon);
  const wanted = words.map((word) => ({ ...word, name: names.get(word.word) }));
  const [first] = wanted;
  if (first === undefined || totalOf(wanted) < leastTold) return [];
  if (wanted.length === 1 && parts.join('') === first.word) return [];
  const least = enough === 1 ? 0 : first.weight * tellingShare;
  const telling = wanted.filter(({ weight }) => weight >= least);
  const stages = [stageOf(wanted, all(telling.map(lookUp)), enough)];
  if (enough === 1 || wanted.length === 1) return stages;
  return [...stages, stageOf(wanted, pairsOf(wanted, enough), enough)];
}

/** A word that names a district or topic is found in what an article is about, too. */
interface Sought extends Wanted {
  readonly name: Name | undefined;
}

const lookUp = ({ word, name }: Sought): Expression =>
  name === undefined ? literal(word) : any([literal(word), one(name.token)]);

/** Any two of the most telling words, or one that is enough by itself. */
function pairsOf(wanted: readonly Sought[], enough: number): Expression {
  const [first, ...rest] = wanted.slice(0, mostPaired).map(lookUp);
  if ((wanted[0]?.weight ?? 0) >= totalOf(wanted) * Math.max(enough, aloneShare)) return first;
  return any([first, ...rest].flatMap((one, at) => rest.slice(at).map((other) => all([one, other]))));
}

const totalOf = (wanted: readonly Wanted[]) => wanted.reduce((sum, { weight }) => sum + weight, 0);

function stageOf(wanted: readonly Sought[], expression: Expression, share: number): Stage {
  return {
    kind: 'question',
    expression,
    verify: (text, labels) => verify(wanted, share, text, labels),
    marks: (text) => wanted.flatMap(({ word }) => matchLiteral(word, text) ?? []),
  };
}

function verify(
  wanted: readonly Sought[],
  share: number,
  text: string,
  labels: string,
): readonly Match[] | undefined {
  const matches = wanted.map(({ word, name }) => matchLiteral(word, text) ?? byLabel(name, labels));
  const there = wanted.filter((_, at) => matches[at] !== undefined);
  const found = totalOf(there) / totalOf(wanted);
  if (there.length < Math.min(2, wanted.length) && found < aloneShare) return undefined;
  if (found < share || wanted.some((each) => each.isName && !there.includes(each))) return undefined;
  const cost = costs.question + Math.round((1 - found) * missingCost);
  return matches
    .filter((match) => match !== undefined)
    .map((match, at) => ({ ...match, cost: at === 0 ? cost : 0 }));
}
