import { amountsIn } from './amounts.js';
import { isDigitCode, type PairCounts, pairAt } from './overlap.js';
import { classesIn, wordClass } from './word-classes.js';

/** What scoring needs to know of a text. Traits of clauses add up to those of the clauses together. */
export interface Traits {
  /** Mask of {@link wordClass}. */
  readonly classes: number;
  readonly amounts: number;
  readonly digits: number;
  /** Pairs of letters side by side. */
  readonly pairs: number;
  /** How often these come in the story, as the sum of logarithms. */
  readonly echo: number;
}

/** Reads the traits of a text of a story with these pairs. */
export function traitsOf(text: string, counts: PairCounts): Traits {
  const classes = classesIn(text);
  let pairs = 0;
  let echo = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    if (isDigitCode(text.charCodeAt(index))) digits++;
    const pair = pairAt(text, index);
    if (pair === undefined) continue;
    pairs++;
    const count = counts.get(pair) ?? 1;
    if (count > 1) echo += Math.log2(count);
  }
  const amounts = (classes & wordClass.numeral) === 0 ? 0 : amountsIn(text);
  return { classes, amounts, digits, pairs, echo };
}

/** Traits of two texts with a mark between them. */
export function together(one: Traits, other: Traits): Traits {
  return {
    classes: one.classes | other.classes,
    amounts: one.amounts + other.amounts,
    digits: one.digits + other.digits,
    pairs: one.pairs + other.pairs,
    echo: one.echo + other.echo,
  };
}

/** Mean over the pairs of a text of how often they come again in the story, as a logarithm; 0 where none does. */
export const centrality = ({ echo, pairs }: Traits): number => (pairs === 0 ? 0 : echo / pairs);
