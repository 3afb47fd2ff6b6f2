import { isOfAsking } from './asking-words.js';
import type { Word } from './lexicon.js';

/** Parts of speech that make a sentence of words: with one of them it is a question, without them a list. */
const joints = 'ryupc';
/** Those that make it a question for certain: pronouns (什么, 哪里) and the particles of asking (吗, 呢). */
const askers = 'ry';
/** The characters that ask, wherever they stand in a word (几点, 如何). */
const asking = /[何谁哪怎几啥吗呢]|什么|多少|是否/u;
/** So does a verb with its own denial (有没有, 是不是), also where the words are cut otherwise (放不放假). */
const denial = /(.{1,2})[不没]\1/u;
/** More words than this with spaces between are a sentence with punctuation. */
const longestList = 5;
const ofQuestion = 0.62;
const ofSentence = 0.75;

/** Whether a word asks. Names may have such a character too: 哪吒, 何洁. */
export function isAsking({ word, speech }: Pick<Word, 'word' | 'speech'>): boolean {
  return (asking.test(word) || denial.test(word)) && !(word.length > 1 && speech === 'n');
}

/** Whether a word joins others to a sentence: a pronoun, a particle, a preposition, a conjunction. */
export function isJoint({ speech }: Word): boolean {
  return speech !== '' && joints.includes(speech);
}

/** Nothing comes before a conjunction at the beginning that it could join: it is of a name (和新理发店). */
export const opensName = ({ word, speech }: Word, at: number) =>
  at === 0 && word.length === 1 && speech === 'c';

/**
 * How much of the weight of what was asked must be found, 0 to 1: all of a list of words, less of a sentence and of a question.
 * @param parts as typed, between spaces and punctuation. @param isPunctuated like a sentence.
 */
export function enoughOf(words: readonly Word[], parts: readonly string[], isPunctuated: boolean): number {
  const isSentence = isPunctuated || denial.test(parts.join(''));
  if (words.some(isAsking)) return ofQuestion;
  if (parts.length > 1 && !isSentence && words.length <= longestList) return 1;
  if (words.some(({ speech }) => speech !== '' && askers.includes(speech))) return ofQuestion;
  return isSentence ||
    words.some(
      (word, at) =>
        (isJoint(word) && !opensName(word, at)) || (word.word.length > 1 && isOfAsking(word.word)),
    )
    ? ofSentence
    : 1;
}

/** Whether a word stands where the asking does: beside a pronoun, or last after a joint (的情况, 什么时候). */
export function isAskedWith(before: Word | undefined, after: Word | undefined, isLast: boolean): boolean {
  if (after?.speech === 'r' && before?.speech !== 'n') return true;
  if (before === undefined) return false;
  if (before.speech === 'r' || isAsking(before)) return true;
  return isLast && (isJoint(before) || before.speech === 'q' || before.speech === 'm');
}
