import { amountsIn } from './amounts.js';
import type { LetterPairs, PairRange } from './letter-pairs.js';
import { isDigitCode } from './letters.js';
import { isBalanced } from './sentences.js';
import { classesIn, wordClass } from './word-classes.js';

/** What scoring needs to know of a text. */
export interface Traits extends PairRange {
  /** Mask of {@link wordClass}, which tells of a bracket only where its other half is missing. */
  readonly classes: number;
  readonly amounts: number;
  readonly digits: number;
}

const amountNeeds = wordClass.numeral | wordClass.unit;

/** Reads the traits of a text of a story with these pairs. */
export function traitsOf(text: string, story: LetterPairs): Traits {
  const classes = classesIn(text);
  const hasWholeBrackets = (classes & wordClass.bracket) !== 0 && isBalanced(text);
  const { pairsFrom, pairsTo, echo } = story.read(text);
  return {
    classes: hasWholeBrackets ? classes & ~wordClass.bracket : classes,
    amounts: (classes & amountNeeds) === amountNeeds ? amountsIn(text) : 0,
    digits: (classes & wordClass.numeral) === 0 ? 0 : digitsIn(text),
    pairsFrom,
    pairsTo,
    echo,
  };
}

function digitsIn(text: string): number {
  let digits = 0;
  for (let index = 0; index < text.length; index++) if (isDigitCode(text.charCodeAt(index))) digits++;
  return digits;
}
