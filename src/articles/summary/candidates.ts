import type { PairCounts } from './overlap.js';
import type { ReadClause, ReadSentence } from './read-sentence.js';
import { isBalanced } from './sentences.js';
import { type Traits, together, traitsOf } from './traits.js';
import { hasOwnSubject, lacksConsequence, lacksSubject, withoutHalfPairs } from './wholeness.js';
import { wordClass } from './word-classes.js';

/** A run of clauses of one sentence that could stand as the summary. Without its full stop. */
export interface Candidate {
  readonly text: string;
  /** Index of the sentence in the story. */
  readonly sentence: number;
  /** Clauses left out before it that are more than an opening. */
  readonly skipped: number;
  /** Clauses left out after it. */
  readonly left: number;
  readonly clauses: number;
  /** Characters of the period or scene it begins with, which could have been left out. */
  readonly openingLength: number;
  readonly traits: Traits;
}

/** Longest summary in characters (UTF-16), its full stop included. */
export const longestSummary = 80;

const shortestText = 8;

/** Every way to cut a sentence that leaves something whole, at most `limit` characters long without the full stop. */
export function candidatesOf(
  { clauses, named }: ReadSentence,
  index: number,
  counts: PairCounts,
  limit: number = longestSummary - 1,
): Candidate[] {
  return spans(named ?? clauses, index, counts, limit);
}

/** A first sentence this short (`管城区委全会召开。`) is tried together with the next one. */
const shortSentence = 26;

/** A short sentence and the next one as one, where the next has no subject of its own. */
export function joinedCandidates(
  first: ReadSentence,
  next: ReadSentence,
  counts: PairCounts,
  limit = longestSummary - 1,
): Candidate[] {
  const opening = first.clauses;
  const rest = next.clauses[0];
  if (opening.length === 0 || lengthOf(opening) > shortSentence) return [];
  if (rest === undefined || !lacksSubject(rest.text) || rest.dangles) return [];
  const clauses = [...opening.map((clause) => ({ ...clause, mark: '，' })), ...next.clauses];
  return spans(clauses, 0, counts, limit).filter(
    (candidate) => candidate.skipped === 0 && candidate.clauses > opening.length,
  );
}

/** Characters of clauses put together, with the marks between them. */
const lengthOf = (clauses: readonly ReadClause[]) =>
  clauses.reduce((sum, { text }) => sum + text.length + 1, -1);

/** Characters that mending half a pair of words may take away. */
const mendable = 6;

function spans(
  clauses: readonly ReadClause[],
  sentence: number,
  counts: PairCounts,
  limit: number,
): Candidate[] {
  const found: Candidate[] = [];
  let skipped = 0;
  for (const [first, { opening }] of clauses.entries()) {
    if (canBegin(clauses, first, skipped))
      for (const span of spansFrom(clauses, first, limit + mendable)) {
        const whole = mended(span);
        if (whole !== undefined && whole.length <= limit)
          found.push({
            text: whole,
            traits: whole === span.text ? span.traits : traitsOf(whole, counts),
            sentence,
            skipped,
            left: clauses.length - span.end,
            clauses: span.end - first,
            openingLength: span.openingLength,
          });
      }
    if (opening === 'none') skipped++;
  }
  return found;
}

/** @param skipped clauses before it that are more than an opening. */
function canBegin(clauses: readonly ReadClause[], first: number, skipped: number): boolean {
  const clause = clauses[first];
  if (clause === undefined || clause.dangles || clause.opening === 'connective') return false;
  return skipped === 0 || (clauses[first - 1]?.mark !== '：' && hasOwnSubject(clause.text));
}

interface Span {
  readonly text: string;
  /** Index behind the last clause. */
  readonly end: number;
  readonly openingLength: number;
  readonly traits: Traits;
}

/** The runs of clauses from one on that tell something and do not end halfway, at most `limit` characters and a mark. */
function spansFrom(clauses: readonly ReadClause[], first: number, limit: number): Span[] {
  const found: Span[] = [];
  let text = '';
  let traits: Traits | undefined;
  let openingLength = 0;
  let tells = false;
  for (let end = first + 1; end <= clauses.length; end++) {
    const clause = clauses[end - 1];
    if (clause === undefined || clause.isTalk) break;
    text = traits === undefined ? clause.text : text + (clauses[end - 2]?.mark || '，') + clause.text;
    if (text.length >= limit) break;
    traits = traits === undefined ? clause.traits : together(traits, clause.traits);
    if (!tells && clause.opening === 'none') {
      if (clause.dangles) break;
      tells = true;
    }
    if (!tells) openingLength = text.length + 1;
    else if (end === clauses.length || !clause.leansOnNext) found.push({ text, end, openingLength, traits });
  }
  return found;
}

/** The text of a span, mended where a cut left half a pair of words; undefined where it would be half a thought. */
function mended({ text, traits }: Span): string | undefined {
  const has = (asked: number) => (traits.classes & asked) !== 0;
  const whole = has(wordClass.half) ? withoutHalfPairs(text) : text;
  if (whole.length < shortestText) return undefined;
  if (has(wordClass.bracket) && !isBalanced(whole)) return undefined;
  return has(wordClass.condition) && lacksConsequence(whole) ? undefined : whole;
}
