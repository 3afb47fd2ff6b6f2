import { type Candidate, longestPoint, longestSummary, textOf } from './candidate.js';
import type { LetterPairs } from './letter-pairs.js';
import type { ReadClause, ReadStory } from './read-sentence.js';
import { isBalanced } from './sentences.js';
import { traitsOf } from './traits.js';
import {
  hasOwnSubject,
  lacksConsequence,
  lacksSubject,
  startsSpeech,
  withoutHalfPairs,
} from './wholeness.js';
import { wordClass } from './word-classes.js';

/** Sentences from the head of a story among which the summary is looked for: news tells its result first. */
export const sentencesOfSummary = 6;

const shortestText = 8;
/** Characters that mending half a pair of words may take away. */
const mendable = 6;

/** Every way to cut the sentences of a story that leaves something whole, sentence by sentence. */
export function candidatesOf({ sentences, pairs }: ReadStory): readonly (readonly Candidate[])[] {
  return sentences.map(({ clauses, named }, index) => {
    const longest = index < sentencesOfSummary ? longestSummary : longestPoint;
    return spans(named ?? clauses, index, pairs, longest - 1);
  });
}

/** A first sentence this short (`管城区委全会召开。`) is tried together with the next one. */
const shortSentence = 26;

/** The first two sentences of a story as one, where the first is short and the second has no subject of its own. */
export function joinedCandidates({ sentences, pairs }: ReadStory): readonly Candidate[] {
  const opening = sentences[0]?.clauses ?? [];
  const [rest, ...others] = sentences[1]?.clauses ?? [];
  if (opening.length === 0 || lengthOf(opening) > shortSentence) return [];
  if (rest === undefined || !lacksSubject(rest.text) || rest.dangles) return [];
  const clauses = [...opening.map((clause) => ({ ...clause, mark: '，' })), rest, ...others].map(
    (clause) => ({ ...clause, ...traitsOf(clause.text, pairs) }),
  );
  return spans(clauses, 0, pairs, longestSummary - 1).filter(
    ({ skipped, first, end }) => skipped === 0 && end - first > opening.length,
  );
}

/** Characters of clauses put together, with the marks between them. */
const lengthOf = (clauses: readonly ReadClause[]) =>
  clauses.reduce((sum, { text }) => sum + text.length + 1, -1);

function spans(
  clauses: readonly ReadClause[],
  sentence: number,
  pairs: LetterPairs,
  limit: number,
): Candidate[] {
  const found: Candidate[] = [];
  let skipped = 0;
  for (let first = 0; first < clauses.length; first++) {
    if (canBegin(clauses, first, skipped))
      forEachSpan(clauses, first, sentence, skipped, limit + mendable, (span) => {
        const candidate = mended(span, pairs);
        if (candidate !== undefined && candidate.length <= limit) found.push(candidate);
      });
    if (clauses[first]?.opening === 'none') skipped++;
  }
  return found;
}

/** @param skipped clauses before it that are more than an opening. */
function canBegin(clauses: readonly ReadClause[], first: number, skipped: number): boolean {
  const clause = clauses[first];
  if (clause === undefined || clause.dangles) return false;
  if (clause.opening === 'connective' || clause.opening === 'source') return false;
  return skipped === 0 || (clauses[first - 1]?.mark !== '：' && hasOwnSubject(clause.text));
}

/** Gives the runs of clauses from one on that tell something and do not end halfway, shorter than `limit`. */
function forEachSpan(
  clauses: readonly ReadClause[],
  first: number,
  sentence: number,
  skipped: number,
  limit: number,
  give: (span: Candidate) => void,
): void {
  let length = -1;
  let tellsFrom = -1;
  let openingLength = 0;
  let classes = 0;
  let amounts = 0;
  let digits = 0;
  let echo = 0;
  const pairsFrom = clauses[first]?.pairsFrom ?? 0;
  for (let end = first + 1; end <= clauses.length; end++) {
    const clause = clauses[end - 1];
    if (clause === undefined || clause.isTalk) break;
    length += clause.text.length + 1;
    if (length >= limit) break;
    classes |= clause.classes;
    amounts += clause.amounts;
    digits += clause.digits;
    echo += clause.echo;
    if (tellsFrom < 0 && clause.opening === 'none') {
      if (clause.dangles) break;
      tellsFrom = end - 1;
    }
    if (tellsFrom < 0) openingLength = length + 1;
    else if (end === clauses.length ? !startsSpeech(clause.text) : !clause.leansOnNext)
      give({
        clauses,
        first,
        end,
        sentence,
        skipped,
        tellsFrom,
        openingLength,
        length,
        mended: undefined,
        classes,
        amounts,
        digits,
        pairsFrom,
        pairsTo: clause.pairsTo,
        echo,
      });
  }
}

const mayBeHalf = wordClass.half | wordClass.bracket | wordClass.condition;

/** A cut as it is, or with half a pair of words taken away; undefined where it would be half a thought. */
function mended(cut: Candidate, pairs: LetterPairs): Candidate | undefined {
  if ((cut.classes & mayBeHalf) === 0) return cut.length < shortestText ? undefined : cut;
  const has = (asked: number) => (cut.classes & asked) !== 0;
  const text = textOf(cut);
  const whole = has(wordClass.half) ? withoutHalfPairs(text) : text;
  if (whole.length < shortestText) return undefined;
  if (has(wordClass.bracket) && !isBalanced(whole)) return undefined;
  if (has(wordClass.condition) && lacksConsequence(whole)) return undefined;
  return whole === text ? cut : { ...cut, ...traitsOf(whole, pairs), length: whole.length, mended: whole };
}
