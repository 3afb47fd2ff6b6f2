import type { ReadClause } from './read-sentence.js';
import type { Traits } from './traits.js';

/** A run of clauses of one sentence that could stand as the summary, judged before it is made into a text. */
export interface Candidate extends Traits {
  readonly clauses: readonly ReadClause[];
  /** Index of its first clause, and the index behind the last one. */
  readonly first: number;
  readonly end: number;
  /** Index of the sentence in the story. */
  readonly sentence: number;
  /** Clauses left out before it that are more than an opening. */
  readonly skipped: number;
  /** Index of the first clause that is more than an opening. */
  readonly tellsFrom: number;
  /** Characters of the period or scene it begins with, which could have been left out. */
  readonly openingLength: number;
  /** Characters, without a full stop. */
  readonly length: number;
  /** Its text where a cut left half a pair of words, which was taken away. */
  readonly mended: string | undefined;
}

/** Longest summary in characters (UTF-16), its full stop included. */
export const longestSummary = 80;
/** Longest point in characters, its full stop included. */
export const longestPoint = 60;

/** The text of a candidate, without its full stop. */
export function textOf({ clauses, first, end, mended }: Candidate): string {
  if (mended !== undefined) return mended;
  let text = clauses[first]?.text ?? '';
  for (let at = first + 1; at < end; at++)
    text += (clauses[at - 1]?.mark || '，') + (clauses[at]?.text ?? '');
  return text;
}
