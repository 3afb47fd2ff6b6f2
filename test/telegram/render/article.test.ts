import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../src/telegram/language.js';
import { bodyOf } from '../../../src/telegram/message-body.js';
import { articleScreen } from '../../../src/telegram/render/article.js';
import { pagesOf } from '../../../src/telegram/render/article-pages.js';
import { theCity } from '../../city/the-city.js';
import { sampleRelease } from '../../support/sample-article.js';
import { anyText, fault } from '../any-text.js';

const style = {
  texts: textsIn('zh'),
  language: 'zh',
  city: theCity(),
  today: '2024-08-28',
  botName: 'qubao_bot',
} as const;

describe('pages of an article', () => {
  it('lose no character and repeat none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 3_000 }), { maxLength: 8 }),
        (paragraphs) => {
          const pages = pagesOf({ paragraphs, sections: [] });
          expect(
            pages
              .flat()
              .map(({ text }) => text)
              .join(''),
          ).toBe(paragraphs.join(''));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('break between paragraphs, long ones between sentences', () => {
    const paragraph = `${'一二三四五六七八九。'.repeat(200)}`;
    const pages = pagesOf({ paragraphs: [paragraph], sections: [] });
    expect(pages.length).toBe(3);
    expect(pages.flat().every(({ text }) => text.endsWith('。') && text.length <= 900)).toBe(true);
  });

  it('keep a heading with what it stands over', () => {
    const paragraphs = ['甲'.repeat(880), '乙'.repeat(500)];
    const pages = pagesOf({ paragraphs, sections: [{ heading: '小标题', before: 1 }] });
    expect(pages[1]?.[0]).toEqual({ kind: 'heading', text: '小标题' });
  });

  it('of an article without a text are one', () => {
    expect(pagesOf({ paragraphs: [], sections: [] })).toHaveLength(1);
  });
});

describe('an article', () => {
  it('is whole on every page, whatever it contains', () => {
    const change = fc.record({
      headline: anyText,
      kicker: anyText,
      subheadline: anyText,
      summary: anyText,
      paper: anyText,
      paragraphs: fc.array(anyText, { maxLength: 6 }),
      reporters: fc.array(anyText, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(change, fc.integer({ min: -3, max: 9 }), (changes, page) => {
        const { article } = sampleRelease(1, 'x', changes);
        expect(fault(bodyOf(articleScreen(article, page, style)))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('says that it was withdrawn, and that it is a sample', () => {
    const { article } = sampleRelease(1, 'x', { sample: true, isWithdrawn: true });
    expect(articleScreen(article, 1, style).text.text).toMatch(/^【示例】.*\n这条消息已被撤回。/);
  });
});
