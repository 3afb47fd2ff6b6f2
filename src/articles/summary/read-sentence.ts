import type { IsoDate } from '../../calendar/instant.js';
import { type Opening, openingOf, withNamedSource, withoutDays } from './openings.js';
import { type PairCounts, pairCountsOf } from './overlap.js';
import { type Clause, clausesOf, isBalanced, sentencesOf } from './sentences.js';
import { type Traits, traitsOf } from './traits.js';
import { dangles, endsHalfway } from './wholeness.js';
import { wordClass } from './word-classes.js';

/** A clause with all that is asked of it again and again. */
export interface ReadClause extends Clause {
  readonly opening: Opening;
  readonly dangles: boolean;
  /** Nothing may be cut off behind it. */
  readonly leansOnNext: boolean;
  /** Says what the medium does, not what happened. */
  readonly isTalk: boolean;
  readonly traits: Traits;
}

/** A sentence as summary and points are made of it. */
export interface ReadSentence {
  /** Without the days on which things happened. */
  readonly text: string;
  /** Clauses as they stand; none where the sentence is no material: speech, a question, half a quotation. */
  readonly clauses: readonly ReadClause[];
  /** The clauses with a source's name in the place of 该局, where the sentence is of that form; else undefined. */
  readonly named: readonly ReadClause[] | undefined;
}

/** A story read once for all that is made of it. */
export interface ReadStory {
  readonly sentences: readonly ReadSentence[];
  readonly counts: PairCounts;
}

/** Sentences of a story that are looked at. */
const sentencesLookedAt = 40;
/** Characters of a sentence that are looked at; a longer one is a list, or no sentence at all. */
const lettersLookedAt = 600;
/** Clauses of a sentence that are looked at; the rest of a very long one is never a summary. */
const clausesLookedAt = 16;

/** Reads the first sentences of a story: days that have passed taken out, cut into clauses, and these looked at. */
export function readStory(paragraphs: readonly string[], issueDate: IsoDate): ReadStory {
  const counts = pairCountsOf(paragraphs);
  const sentences = sentencesOf(paragraphs, sentencesLookedAt).map(({ text }) => {
    const news = text.length > lettersLookedAt ? text : withoutDays(text, issueDate);
    const clauses = materialOf(news);
    const read = (clause: Clause) => readClause(clause, counts);
    return { text: news, clauses: clauses.map(read), named: withNamedSource(clauses)?.map(read) };
  });
  return { sentences, counts };
}

const bullet = /^(?:[—－–-]{1,3}|[●▲■◆★·•○]|[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．])\s*(?=[^\d])/u;
const isQuestion = (text: string) => /[？?][”’」』]?$/u.test(text);
const isSpeech = (text: string) => /^[“‘「『].*[”’」』]$/u.test(text);

function materialOf(sentence: string): Clause[] {
  const isLong = sentence.length > lettersLookedAt;
  const text = sentence.slice(0, lettersLookedAt);
  if ((!isLong && !isBalanced(text)) || isSpeech(text) || isQuestion(text)) return [];
  const clauses = clausesOf(text.replace(bullet, ''));
  return (isLong ? clauses.slice(0, -1) : clauses).slice(0, clausesLookedAt);
}

function readClause({ text, mark }: Clause, counts: PairCounts): ReadClause {
  const opening = openingOf(text);
  const traits = traitsOf(text, counts);
  return {
    text,
    mark,
    opening,
    dangles: dangles(text),
    leansOnNext: mark === '：' || opening !== 'none' || endsHalfway(text),
    isTalk: (traits.classes & wordClass.talk) !== 0 || /[吗呢吧啊]$/u.test(text),
    traits,
  };
}
