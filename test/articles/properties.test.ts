import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePage } from './page-generator.js';
import { city, reader } from './reader.js';

const read = (text: string) => reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' });
const letters = (text: string) => text.replace(/[^\u4e00-\u9fff]/gu, '');

/** Pieces of markup and text that are likely to upset a reader. */
const pieces = fc.oneof(
  fc.constantFrom(
    '# ',
    '## ',
    '**',
    '本报讯',
    '(记者 张三)',
    '（',
    '）',
    '“',
    '”',
    '——',
    '\n',
    '\n\n',
    '　　',
    '●',
    '<div>',
    '</table>',
    '<td>',
  ),
  fc.constantFrom(
    '![',
    '](',
    '$',
    '\\',
    '下转二版',
    '(上接一版)',
    '金水区',
    '8月26日',
    '---',
    '|',
    '>',
    '\u0000',
    '\ufeff',
    '\ud800',
    '&#x',
    '图为',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const anyText = fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join(''));

describe('a page reader', () => {
  it('survives any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { articles } = read(text);
        for (const article of articles) {
          expect(article.id).toMatch(/^[a-z0-9]{10}$/);
          expect(article.topics.length).toBeGreaterThan(0);
          expect(article.paragraphs.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        read(Buffer.from(bytes).toString('utf8'));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same articles for the same page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { text } = generatePage(seed, city);
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing that the page does not say, and nothing twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { text } = generatePage(seed, city);
        const page = letters(text);
        let from = 0;
        for (const { paragraphs } of read(text).articles)
          for (const paragraph of paragraphs) {
            const start = letters(paragraph).slice(0, 8);
            const at = page.indexOf(start, from);
            expect(at).toBeGreaterThanOrEqual(0);
            from = at + start.length;
          }
      }),
      { numRuns: 60 },
    );
  });

  const large: Readonly<Record<string, string>> = {
    'a page of two megabytes':
      '# 标题一二三四五六\n\n本报讯(记者 张三)昨日，金水区的居民在院子里种花，效果很好。\n\n'.repeat(15_000),
    '100,000 headings': '# 标题一二三四\n'.repeat(100_000),
    'a line of a million characters': '金水区的居民在院子里种花，'.repeat(77_000),
    'a million opening quotation marks': '“'.repeat(1_000_000),
    'deeply nested markup': `${'<div>'.repeat(50_000)}文字${'</div>'.repeat(50_000)}${'**'.repeat(50_000)}${'> '.repeat(50_000)}`,
    'links that never end': '![a]('.repeat(100_000),
    'a table that never ends': '| 天气 | 多云 | 12℃ |\n| 村名 | 户数 | 亩数 |\n'.repeat(50_000),
    'menus that never end': `${'下载PDF'.repeat(11)}上\n\n`.repeat(10_000),
    'paragraphs that never end': `${'好'.repeat(40)}\n\n`.repeat(15_000),
  };
  for (const [name, text] of Object.entries(large))
    it(`reads ${name} within the time of a test`, { timeout: 60_000 }, () => {
      expect(read(text).articles.length).toBeGreaterThanOrEqual(0);
    });
});
