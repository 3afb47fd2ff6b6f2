import type { IsoDate } from '../../calendar/instant.js';
import { type Opening, openingOf, withNamedSource, withoutDays } from './openings.js';
import { type Clause, clausesOf, isBalanced, joined, type Sentence, sentencesOf } from './sentences.js';
import {
  dangles,
  endsHalfway,
  hasOwnSubject,
  lacksConsequence,
  lacksSubject,
  withoutHalfPairs,
} from './wholeness.js';

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
}

/** Longest summary in characters (UTF-16), its full stop included. */
export const longestSummary = 80;

const shortestText = 8;
/** Clauses of a sentence that are looked at; the rest of a very long one is never a summary. */
const clausesLookedAt = 16;

/** Every way to cut a sentence that leaves something whole, at most `limit` characters long without the full stop. */
export function candidatesOf(
  sentence: Sentence,
  index: number,
  limit: number = longestSummary - 1,
): Candidate[] {
  const clauses = readyClauses(sentence);
  return spans(withNamedSource(clauses) ?? clauses, index, limit);
}

/** A first sentence this short (`管城区委全会召开。`) is tried together with the next one. */
const shortSentence = 26;

/** A short sentence and the next one as one, where the next has no subject of its own. */
export function joinedCandidates(first: Sentence, next: Sentence, limit = longestSummary - 1): Candidate[] {
  const opening = readyClauses(first);
  const rest = readyClauses(next);
  if (opening.length === 0 || joined(opening).length > shortSentence) return [];
  if (!lacksSubject(rest[0]?.text ?? '') || dangles(rest[0]?.text ?? '')) return [];
  const clauses = [...opening.map((clause) => ({ ...clause, mark: '，' })), ...rest];
  return spans(clauses, 0, limit).filter(
    (candidate) => candidate.skipped === 0 && candidate.clauses > opening.length,
  );
}

/** Characters of a sentence that are looked at; a longer one is a list, or no sentence at all. */
const lettersLookedAt = 600;

/** The sentences of a story as summary and points are made of them: without the days on which things happened. */
export function newsSentences(paragraphs: readonly string[], issueDate: IsoDate): Sentence[] {
  return sentencesOf(paragraphs).map((sentence) =>
    sentence.text.length > lettersLookedAt
      ? sentence
      : { ...sentence, text: withoutDays(sentence.text, issueDate) },
  );
}

function readyClauses(sentence: Sentence): Clause[] {
  const isLong = sentence.text.length > lettersLookedAt;
  const text = sentence.text.slice(0, lettersLookedAt);
  if ((!isLong && !isBalanced(text)) || isSpeech(text) || isQuestion(text)) return [];
  const clauses = clausesOf(text.replace(bullet, ''));
  return (isLong ? clauses.slice(0, -1) : clauses).slice(0, clausesLookedAt);
}

const bullet = /^(?:[—－–-]{1,3}|[●▲■◆★·•○]|[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．])\s*(?=[^\d])/u;
const isQuestion = (text: string) => /[？?][”’」』]?$/u.test(text);
const isSpeech = (text: string) => /^[“‘「『].*[”’」』]$/u.test(text);

/** Characters that mending half a pair of words may take away. */
const mendable = 6;

function spans(clauses: readonly Clause[], sentence: number, limit: number): Candidate[] {
  const openings = clauses.map((clause) => openingOf(clause.text));
  const found: Candidate[] = [];
  for (let first = 0; first < clauses.length; first++) {
    if (!canBegin(clauses, openings, first)) continue;
    const skipped = openings.slice(0, first).filter((opening) => opening === 'none').length;
    let length = 0;
    for (let end = first + 1; end <= clauses.length; end++) {
      length += (clauses[end - 1]?.text.length ?? 0) + 1;
      if (length > limit + mendable) break;
      const part = clauses.slice(first, end);
      const telling = openings.slice(first, end).indexOf('none');
      const openingLength = telling < 1 ? 0 : joined(part.slice(0, telling)).length + 1;
      const text = telling < 0 ? undefined : whole(part, telling, end < clauses.length);
      if (text !== undefined && text.length <= limit)
        found.push({
          text,
          sentence,
          skipped,
          left: clauses.length - end,
          clauses: end - first,
          openingLength,
        });
    }
  }
  return found;
}

function canBegin(clauses: readonly Clause[], openings: readonly Opening[], first: number): boolean {
  const text = clauses[first]?.text ?? '';
  if (dangles(text) || openings[first] === 'connective') return false;
  if (openings.slice(0, first).every((opening) => opening !== 'none')) return true;
  return clauses[first - 1]?.mark !== '：' && hasOwnSubject(text);
}

/**
 * The clauses as one text, mended where a cut left half a pair of words; undefined where it would be half a thought.
 * @param telling index of the first clause that is more than an opening.
 */
function whole(clauses: readonly Clause[], telling: number, isCut: boolean): string | undefined {
  const last = clauses.at(-1);
  if (last === undefined || dangles(clauses[telling]?.text ?? '') || isTalk(clauses)) return undefined;
  if (isCut && (last.mark === '：' || endsHalfway(last.text))) return undefined;
  if (isCut && openingOf(last.text) !== 'none') return undefined;
  const text = withoutHalfPairs(joined(clauses));
  return text.length >= shortestText && isBalanced(text) && !lacksConsequence(text) ? text : undefined;
}

/** Says what the medium does, not what happened. */
function isTalk(clauses: readonly Clause[]): boolean {
  return clauses.some((clause) =>
    /来看记者|一起来看|我们来认识|记者看到|请看|[吗呢吧啊]$/u.test(clause.text),
  );
}
