import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText } from '../../../src/archive/search/fold.js';
import { articles, now, openNewsroom } from './newsroom.js';

/** Texts that have hurt searches before. */
const nasty = [
  '"',
  "'",
  '""""',
  '*',
  'a*',
  '^x',
  'NEAR(a b)',
  'a AND',
  'OR',
  'NOT x',
  '(',
  ')',
  '{a b}:c',
  'headline:x',
  '-x',
  '+',
  ';--',
  '\u0000',
  '消\u0000防',
  '\u001f\u001e',
  '\u200b',
  '\ud800',
  '👨‍👩‍👧‍👦',
  '区:',
  '日期:9999-99-99',
  '日期:..',
  '主题:"',
  '𠮷野家',
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...nasty, '消防', '燕庄', 'xiao', '区:金水', ' ', '什么'), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

describe('any query', () => {
  it('is answered, and every hit lies within what is shown', async () => {
    const newsroom = await openNewsroom();
    await newsroom.archive.takeIn(articles, now);
    await fc.assert(
      fc.asyncProperty(text, async (query) => {
        const { results } = await newsroom.search.search(query, { now, limit: 50 });
        for (const { article, headlineHits, excerpt } of results) {
          let end = 0;
          for (const { offset, length } of headlineHits) {
            expect(offset).toBeGreaterThanOrEqual(end);
            end = offset + length;
          }
          expect(end).toBeLessThanOrEqual(article.headline.length);
          for (const { offset, length } of excerpt?.hits ?? []) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(offset + length).toBeLessThanOrEqual(excerpt?.text.length ?? 0);
          }
        }
      }),
      { numRuns: 300 },
    );
    await newsroom.close();
  });

  it.each([
    '消防演练'.repeat(1024),
    'xiaofang'.repeat(512),
    'a '.repeat(2048),
    '👍'.repeat(2048),
    '1.'.repeat(2048),
  ])('of 4,096 characters is answered (%#)', async (query) => {
    const newsroom = await openNewsroom();
    await newsroom.archive.takeIn(articles, now);
    expect((await newsroom.search.search(query, { now })).results).toBeInstanceOf(Array);
    await newsroom.close();
  });
});

describe('a folded text', () => {
  it('knows for each of its units where it came from, in order', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: folded, offsets } = fold(original);
        expect(offsets).toHaveLength(folded.length);
        expect(foldText(original)).toBe(folded);
        for (let at = 0; at < offsets.length; at++) {
          expect(offsets[at]).toBeGreaterThanOrEqual(offsets[at - 1] ?? 0);
          expect(offsets[at]).toBeLessThan(original.length);
        }
      }),
    );
  });
});
