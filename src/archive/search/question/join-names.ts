import { isAsking, isJoint, opensName } from './asking.js';
import { isOfAsking } from './asking-words.js';
import type { Word } from './lexicon.js';

/** Characters of so many uses (log2) and more are part of the grammar. */
const grammarCharacter = 14;

/**
 * Neighbouring characters that no word has taken are a name together: 泰宏 in 泰宏照相馆.
 * @param isSentence in which common characters stand by themselves; in a list of words nothing does.
 */
export function joinNames(words: readonly Word[], isSentence: boolean): Word[] {
  const joined: Word[] = [];
  let run: Word[] = [];
  const end = () => {
    if (run.length > 1) joined.push({ word: run.map(({ word }) => word).join(''), speech: '', frequency: 0 });
    else joined.push(...run);
    run = [];
  };
  for (const [at, word] of words.entries()) {
    if (opensName(word, at) || isOfName(word, isSentence)) run.push(word);
    else {
      end();
      joined.push(word);
    }
  }
  end();
  return joined;
}

function isOfName(word: Word, isSentence: boolean): boolean {
  if (word.word.length > 1 || isJoint(word) || isAsking(word)) return false;
  return !isSentence || (word.frequency < grammarCharacter && !isOfAsking(word.word));
}
