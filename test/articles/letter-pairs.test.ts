import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterPairs } from '../../src/articles/summary/letter-pairs.js';

const isLetter = (character: string | undefined) => /^[0-9A-Za-z\u4e00-\u9fff]$/u.test(character ?? '');

/** The pairs of a text, found the long way. */
const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter(
    (pair) => isLetter(pair[0]) && isLetter(pair[1]),
  );

const letters = fc.constantFrom(...'金水区新馆开放，。“”ab12的 ');
const texts = fc.array(letters, { maxLength: 80 }).map((all) => all.join(''));
/** Hundreds of letters: more pairs than the table has room for at first. */
const rare = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
const longTexts = fc.array(rare, { minLength: 600, maxLength: 1490 }).map((all) => all.join(''));

describe('the pairs of letters of a story', () => {
  const pairs = new LetterPairs();

  it('echo as often as they come', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), fc.oneof(texts, longTexts), (paragraphs, text) => {
        pairs.count(paragraphs);
        const counts = new Map<string, number>();
        for (const pair of paragraphs.flatMap(pairsOf)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
        const { pairsFrom, pairsTo, echo } = pairs.read(text);
        expect(pairsTo - pairsFrom).toBe(pairsOf(text).length);
        const expected = pairsOf(text).reduce((sum, pair) => sum + Math.log2(counts.get(pair) ?? 1), 0);
        expect(echo).toBeCloseTo(expected, 8);
      }),
      { numRuns: 200 },
    );
  });

  it('are shared with the kept text that has most of them', () => {
    fc.assert(
      fc.property(longTexts, fc.array(texts, { maxLength: 4 }), texts, (story, kept, text) => {
        pairs.count([story]);
        for (const one of kept) pairs.keep(one);
        const own = [...new Set(pairsOf(text))];
        const shares = kept.map((one) => own.filter((pair) => pairsOf(one).includes(pair)).length);
        const expected = own.length === 0 ? 0 : Math.max(0, ...shares) / own.length;
        expect(pairs.mostShared(pairs.read(text))).toBeCloseTo(expected, 10);
      }),
      { numRuns: 200 },
    );
  });

  it('are forgotten with the next story', () => {
    pairs.count(['新馆新馆新馆']);
    pairs.keep('新馆');
    pairs.count(['别的']);
    expect(pairs.read('新馆').echo).toBe(0);
    expect(pairs.mostShared(pairs.read('新馆'))).toBe(0);
  });
});
