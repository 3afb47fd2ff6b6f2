import { isHan } from '../fold.js';
import { costs, type Match } from '../match/match.js';
import type { Expression } from '../query/expressions.js';
import type { Names } from '../query/names.js';
import type { Stage } from '../query/stage.js';
import { evidenceStage } from './evidence-stage.js';
import { anyTwo, lookUp, lookUpAll, type Sought, seek } from './sought.js';
import type { Wanted, Wish } from './weigh-words.js';

/** What a word costs that is not there: so much for all of the weight. */
const missingCost = 30;

/** Words that tell less than this share of what the most telling one does are not looked up at first. */
const tellingShare = 0.5;
/** One word of several must tell so much of the whole to be believed by itself. */
const aloneShare = 0.75;
/** Words that tell less than this together (没有的东西) are in everything. */
const leastTold = 25;
/** Of the words that stand for something so many may be missing: one of three, none of two. */
const missingThings = 1 / 3;
/** Then any two of so many are. */
const mostPaired = 4;

/** What is known of a query, the city and the archive. */
export interface Knowledge {
  /** What the query is about. */
  readonly wish: Wish;
  readonly names: Names;
  /** How many documents there are, roughly. */
  readonly documents: number;
}

/**
 * Ways to understand a query as a question, or as words that need not stand together: with all words that tell much, then, for
 * a question, with any two of those that tell most. Either way every name and enough of the whole must be found.
 */
export function questionStages(
  parts: readonly string[],
  { wish, names, documents }: Knowledge,
): readonly Stage[] {
  const { wanted, enough } = wish;
  const sought = wanted.map((word) => seek(word, names));
  const meant = whatIsMeant(sought);
  const [first] = meant;
  if (
    first === undefined ||
    totalOf(meant) < leastTold ||
    !meant.some(({ isThing, isName }) => isThing || isName)
  )
    return [];
  if (sought.length === 1 && parts.join('') === first.word) return [];
  const least = enough === 1 ? 0 : first.weight * tellingShare;
  const telling = meant.filter(({ weight }) => weight >= least);
  const aim = { sought, meant, enough, cost: costs.question };
  const stages = [stageOf(aim, lookUpAll(telling))];
  if (enough === 1 || meant.length === 1) return stages;
  return [...stages, stageOf(aim, pairsOf(meant, enough)), ...evidenceStage(meant, documents)];
}

/**
 * The words of a dictionary that one part consists of, each of them anywhere: 地铁票价 is also 地铁的最高票价. Undefined for a
 * part that is no such list.
 */
export function listStage(parts: readonly string[], { wish, names }: Knowledge): Stage | undefined {
  const [part = '', ...others] = parts;
  if (others.length > 0 || !isHan(part) || !wish.isOfWords) return undefined;
  const sought = wish.wanted.map((word) => seek(word, names));
  if (sought.length < 2) return undefined;
  return stageOf({ sought, meant: sought, enough: 1, cost: costs.list }, lookUpAll(sought));
}

/** What is looked for, the most telling words first. */
interface Aim {
  readonly sought: readonly Sought[];
  /** Those of them that are not of the asking. */
  readonly meant: readonly Sought[];
  /** How much of the weight of what is meant must be found. */
  readonly enough: number;
  /** What it costs to be found so. */
  readonly cost: number;
}

/** Without the words of asking, unless there are no others. */
function whatIsMeant(words: readonly Sought[]): readonly Sought[] {
  const meant = words.filter(({ isAsking }) => !isAsking);
  return meant.length > 0 ? meant : words;
}

/** Any two of the most telling words, or one that is enough by itself. */
function pairsOf(wanted: readonly Sought[], enough: number): Expression {
  const [first] = wanted;
  if (first !== undefined && first.weight >= totalOf(wanted) * Math.max(enough, aloneShare))
    return lookUp(first);
  return anyTwo(wanted.slice(0, mostPaired));
}

const totalOf = (wanted: readonly Wanted[]) => wanted.reduce((sum, { weight }) => sum + weight, 0);

function stageOf(aim: Aim, expression: Expression): Stage {
  return {
    expression,
    verify: (text, labels) => verify(aim, text, labels),
    marks: (text) => aim.sought.flatMap((each) => each.find(text, '') ?? []),
  };
}

function verify(
  { sought, meant, enough, cost: base }: Aim,
  text: string,
  labels: string,
): readonly Match[] | undefined {
  const matches = new Map<Sought, Match>();
  for (const each of sought) {
    const match = each.find(text, labels);
    if (match !== undefined) matches.set(each, match);
    else if (each.isName) return undefined;
  }
  const things = meant.filter(({ isThing }) => isThing);
  if (things.filter((each) => !matches.has(each)).length > things.length * missingThings) return undefined;
  const there = meant.filter((each) => matches.has(each));
  const found = totalOf(there) / totalOf(meant);
  if (found < enough || (there.length < Math.min(2, meant.length) && found < aloneShare)) return undefined;
  const cost = base + Math.round((1 - totalOf([...matches.keys()]) / totalOf(sought)) * missingCost);
  return [...matches.values()].map((match, at) => ({ ...match, cost: at === 0 ? cost : 0 }));
}
