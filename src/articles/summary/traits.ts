import { amountsIn } from './amounts.js';
import type { LetterPairs } from './letter-pairs.js';
import { isDigitCode } from './letters.js';
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

const amountNeeds = wordClass.numeral | wordClass.unit;

/** Reads the traits of a text of a story with these pairs. */
export function traitsOf(text: string, story: LetterPairs): Traits {
  const classes = classesIn(text);
  const { pairs, echo } = story.echoOf(text);
  const hasNumeral = (classes & wordClass.numeral) !== 0;
  return {
    classes,
    amounts: (classes & amountNeeds) === amountNeeds ? amountsIn(text) : 0,
    digits: hasNumeral ? digitsIn(text) : 0,
    pairs,
    echo,
  };
}

function digitsIn(text: string): number {
  let digits = 0;
  for (let index = 0; index < text.length; index++) if (isDigitCode(text.charCodeAt(index))) digits++;
  return digits;
}

/** Mean over the pairs of a text of how often they come again in the story, as a logarithm; 0 where none does. */
export const centrality = ({ echo, pairs }: Pick<Traits, 'echo' | 'pairs'>): number =>
  pairs === 0 ? 0 : echo / pairs;
