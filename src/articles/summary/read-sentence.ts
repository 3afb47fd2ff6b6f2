import type { IsoDate } from '../../calendar/instant.js';
import type { LetterPairs } from './letter-pairs.js';
import { type Opening, openingOf, withNamedSource, withoutDays } from './openings.js';
import { type Clause, clausesOf, isBalanced, type Sentence } from './sentences.js';
import { type Traits, traitsOf } from './traits.js';
import { dangles, endsHalfway } from './wholeness.js';
import { wordClass } from './word-classes.js';
import { endsWithOne } from './word-tests.js';

/** A clause with all that is asked of it again and again. */
export interface ReadClause extends Clause, Traits {
  readonly opening: Opening;
  readonly dangles: boolean;
  /** Nothing may be cut off behind it; not asked of what ends its sentence. */
  readonly leansOnNext: boolean;
  /** Says what the medium does, not what happened. */
  readonly isTalk: boolean;
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
  readonly pairs: LetterPairs;
}

/** Sentences of a story that are looked at. */
export const sentencesLookedAt = 40;
/** Characters of a sentence that are looked at; a longer one is a list, or no sentence at all. */
const lettersLookedAt = 600;
/** Clauses of a sentence that are looked at; the rest of a very long one is never a summary. */
const clausesLookedAt = 16;

/**
 * Reads the first sentences of a story: days that have passed taken out, cut into clauses, and these looked at.
 * @param pairs a table, which is this story's until the next one is read with it.
 */
export function readStory(
  paragraphs: readonly string[],
  sentences: readonly Sentence[],
  issueDate: IsoDate,
  pairs: LetterPairs,
): ReadStory {
  pairs.count(paragraphs);
  const read = (clause: Clause) => readClause(clause, pairs);
  return {
    pairs,
    sentences: sentences.slice(0, sentencesLookedAt).map(({ text }) => {
      const news = text.length > lettersLookedAt ? text : withoutDays(text, issueDate);
      const clauses = materialOf(news);
      return { text: news, clauses: clauses.map(read), named: withNamedSource(clauses)?.map(read) };
    }),
  };
}

const bullet = /^(?:[—－–-]{1,3}|[●▲■◆★·•○]|[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．])\s*(?=[^\d])/u;
const isQuestion = endsWithOne('？ ? ？” ?” ？’ ?’ ？」 ?」 ？』 ?』');
const endsQuotation = endsWithOne('” ’ 」 』');
const isSpeech = (text: string) => endsQuotation(text) && /^[“‘「『].*$/u.test(text);

function materialOf(sentence: string): Clause[] {
  const isLong = sentence.length > lettersLookedAt;
  const text = sentence.slice(0, lettersLookedAt);
  if ((!isLong && !isBalanced(text)) || isSpeech(text) || isQuestion(text)) return [];
  const clauses = clausesOf(bullet.test(text) ? text.replace(bullet, '') : text);
  return (isLong ? clauses.slice(0, -1) : clauses).slice(0, clausesLookedAt);
}

const asksOrExclaims = endsWithOne('吗 呢 吧 啊');

function readClause({ text, mark }: Clause, story: LetterPairs): ReadClause {
  const opening = openingOf(text);
  const { classes, amounts, digits, pairsFrom, pairsTo, echo } = traitsOf(text, story);
  return {
    text,
    mark,
    opening,
    dangles: dangles(text, classes),
    leansOnNext: mark === '：' || opening !== 'none' || (mark !== '' && endsHalfway(text, classes)),
    isTalk: (classes & wordClass.talk) !== 0 || asksOrExclaims(text),
    classes,
    amounts,
    digits,
    pairsFrom,
    pairsTo,
    echo,
  };
}
