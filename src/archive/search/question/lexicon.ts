import { foldText } from '../fold.js';

/** A word of a question. */
export interface Word {
  readonly word: string;
  /** Part of speech by its first letter (n, v, a, r …), as the dictionary of jieba has it; empty for an unknown word. */
  readonly speech: string;
  /** log2 of the frequency; 0 for an unknown word. */
  readonly frequency: number;
}

/** Cuts texts into words. */
export interface Lexicon {
  cut(text: string): readonly Word[];
}

const longestWord = 8;
/** log2 of the words in the dictionary's corpus: a word's probability is its frequency over this. */
const corpusSize = 26;
const nameFrequency = 10;
const wordsAtOnce = 2_000;

/**
 * Loads the dictionary, when the first question is asked: some five megabytes.
 * @param names names of the city that the dictionary may not have.
 */
export async function loadLexicon(names: readonly string[]): Promise<Lexicon> {
  const { wordLists } = await import('../data/words.js');
  const words = new Map<string, string>();
  for (const list of wordLists.split('|')) {
    const [kind = '', ...members] = list.split(' ');
    for (const [at, word] of members.entries()) {
      words.set(word, kind);
      // The lists are long: let others have their turn.
      if (at % wordsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  for (const name of names.map(foldText))
    if (name.length > 1 && !words.has(name)) words.set(name, `n${nameFrequency}`);
  return { cut: (text) => cut(text, words) };
}

/** The most probable way to cut, as jieba does it: each word as likely as it is frequent. */
function cut(text: string, words: ReadonlyMap<string, string>): Word[] {
  const best: { readonly cost: number; readonly word: Word }[] = [];
  for (let end = 1; end <= text.length; end++) {
    let cheapest: { cost: number; word: Word } | undefined;
    for (let size = 1; size <= Math.min(longestWord, end); size++) {
      const word = wordAt(text.slice(end - size, end), words);
      if (word === undefined) continue;
      const cost = (best[end - size - 1]?.cost ?? 0) + corpusSize - word.frequency;
      if (cheapest === undefined || cost < cheapest.cost) cheapest = { cost, word };
    }
    best[end - 1] = cheapest ?? { cost: 0, word: { word: '', speech: '', frequency: 0 } };
  }
  return wayBack(best.map(({ word }) => word));
}

function wayBack(best: readonly Word[]): Word[] {
  const way: Word[] = [];
  for (let end = best.length; end > 0; ) {
    const word = best[end - 1];
    if (word === undefined || word.word === '') break;
    way.unshift(word);
    end -= word.word.length;
  }
  return way;
}

function wordAt(text: string, words: ReadonlyMap<string, string>): Word | undefined {
  const kind = words.get(text);
  if (kind !== undefined) return { word: text, speech: kind.charAt(0), frequency: Number(kind.slice(1)) };
  return text.length === 1 ? { word: text, speech: '', frequency: 0 } : undefined;
}
