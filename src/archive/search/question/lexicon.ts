import { foldText } from '../fold.js';
import { askingWords } from './asking-words.js';
import { lookUpWord, type Word } from './dictionary.js';

export type { Word } from './dictionary.js';

/** Cuts texts into words. */
export interface Lexicon {
  cut(text: string): readonly Word[];
}

const longestWord = 8;
/** log2 of the words in the dictionary's corpus: a word's probability is its frequency over this. */
const corpusSize = 26;
const nameFrequency = 10;

/**
 * Loads the dictionary, when the first question is asked.
 * @param names names of the city that the dictionary may not have.
 */
export async function loadLexicon(names: readonly string[]): Promise<Lexicon> {
  const { dictionary } = await import('../data/words.js');
  const own = new Map<string, Word>();
  const add = (word: string, speech: string) => {
    if (word.length > 1 && lookUpWord(dictionary, word) === undefined)
      own.set(word, { word, speech, frequency: nameFrequency });
  };
  for (const word of askingWords()) add(word, 'v');
  for (const name of names) add(foldText(name), 'n');
  const find = (text: string) => lookUpWord(dictionary, text) ?? own.get(text);
  return { cut: (text) => cut(text, find) };
}

interface Step {
  readonly cost: number;
  readonly word: Word;
}

/** The most probable way to cut, as jieba does it: each word as likely as it is frequent. */
function cut(text: string, find: (text: string) => Word | undefined): Word[] {
  const best: Step[] = [];
  for (let end = 1; end <= text.length; end++) {
    // A character that no dictionary has is a word of its own.
    const last: Word = { word: text.charAt(end - 1), speech: '', frequency: 0 };
    let cheapest: Step | undefined;
    for (let size = 1; size <= Math.min(longestWord, end); size++) {
      const word = find(text.slice(end - size, end)) ?? (size === 1 ? last : undefined);
      if (word === undefined) continue;
      const cost = (best[end - size - 1]?.cost ?? 0) + corpusSize - word.frequency;
      if (cheapest === undefined || cost < cheapest.cost) cheapest = { cost, word };
    }
    best.push(cheapest ?? { cost: 0, word: last });
  }
  return wayBack(best);
}

function wayBack(best: readonly Step[]): Word[] {
  const way: Word[] = [];
  for (let end = best.length; end > 0; ) {
    const { word } = best[end - 1] as Step;
    way.unshift(word);
    end -= word.word.length;
  }
  return way;
}
