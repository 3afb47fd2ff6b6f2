import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../src/archive/search/data/words.js';
import { lookUpWord } from '../../../src/archive/search/question/dictionary.js';
import { loadLexicon } from '../../../src/archive/search/question/lexicon.js';

describe('the packed dictionary', () => {
  it('holds the words of each length in order, each once, with its kind', () => {
    for (const [at, [words, kinds]] of dictionary.entries()) {
      const size = at + 1;
      const list = Array.from({ length: words.length / size }, (_, place) =>
        words.slice(place * size, place * size + size),
      );
      expect(kinds).toHaveLength(2 * list.length);
      expect(new Set(list).size).toBe(list.length);
      expect(list.every((word, place) => place === 0 || (list[place - 1] ?? '') < word)).toBe(true);
    }
  });

  it('finds the first, the last and any other word, and none that it has not', () => {
    for (const [at, [words]] of dictionary.entries())
      for (const from of [0, words.length - at - 1]) {
        const word = words.slice(from, from + at + 1);
        expect(lookUpWord(dictionary, word)?.word).toBe(word);
      }
    expect(lookUpWord(dictionary, '消防')).toEqual({ word: '消防', speech: 'n', frequency: 8 });
    for (const word of ['', '鄢蘑', '消防消防消防']) expect(lookUpWord(dictionary, word)).toBeUndefined();
  });

  it('cuts a text into its likeliest words, with the names of the city and what is newer than the dictionary', async () => {
    const lexicon = await loadLexicon(['沟赵办事处']);
    const cut = (text: string) => lexicon.cut(text).map(({ word }) => word);
    expect(cut('沟赵办事处组织消防演练')).toEqual(['沟赵办事处', '组织', '消防', '演练']);
    expect(cut('网约车怎么打')).toEqual(['网约车', '怎么', '打']);
    expect(cut('')).toEqual([]);
  });
});
