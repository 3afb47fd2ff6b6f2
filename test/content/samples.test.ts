import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { createPageReader } from '../../src/articles/read-page.js';
import { theCity } from '../city/the-city.js';

const seedFile = '../shared/data/seed-page.md';
const runLength = 30;

function samplePages(): readonly string[] {
  const files = readdirSync('content/pages', { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => `content/pages/${file}`);
}

/** Chinese characters and digits only: what a copied sentence would share. */
function bareText(file: string): string {
  return readFileSync(file, 'utf8').replace(/[^\p{Script=Han}\d]/gu, '');
}

function windowsOf(text: string): readonly string[] {
  return [...text].slice(runLength - 1).map((_, start) => text.slice(start, start + runLength));
}

const reader = createPageReader(theCity());

/** The stories of the edition of a day. */
function articlesOf(date: string): readonly Article[] {
  const file = samplePages().find((page) => page.includes(date)) ?? '';
  return reader.read({ file, text: readFileSync(file, 'utf8'), folderDate: date, fallbackDate: date })
    .articles;
}

describe('the sample editions', () => {
  it('say that they are samples, of an invented paper', () => {
    expect(samplePages().length).toBeGreaterThanOrEqual(2);
    for (const file of samplePages()) {
      expect(readFileSync(file, 'utf8')).toMatch(/^---\nsample: true\npaper: 绿城邻报\n/);
    }
  });

  it.skipIf(!existsSync(seedFile))(
    `share no run of text with the page they retell (skipped without ${seedFile})`,
    () => {
      const seed = new Set(windowsOf(bareText(seedFile)));
      for (const file of samplePages()) {
        expect(windowsOf(bareText(file)).filter((window) => seed.has(window))).toEqual([]);
      }
    },
  );

  const editions: ReadonlyArray<readonly [date: string, districts: readonly string[]]> = [
    [
      '2024-08-27',
      ['金水区', '管城区', '二七区', '中原区', '中牟县', '高新区', '中牟县', '中原区', '荥阳市', '上街区'],
    ],
    [
      '2024-08-28',
      ['金水区', '金水区', '金水区', '中原区', '二七区', '郑东新区', '荥阳市', '全市', '高新区'],
    ],
  ];
  it.each(editions)('of %s has its stories, each in its district', (date, districts) => {
    const articles = articlesOf(date);
    expect(articles.map((article) => article.districts[0] ?? '全市')).toEqual(districts);
    expect(articles.every((article) => article.sample && article.reporters.length > 0)).toBe(true);
  });

  it('print one story twice, word for word', () => {
    const texts = new Set(articlesOf('2024-08-27').map(({ paragraphs }) => paragraphs.join('')));
    const reprints = articlesOf('2024-08-28').filter(({ paragraphs }) => texts.has(paragraphs.join('')));
    expect(reprints.length).toBe(1);
  });
});
