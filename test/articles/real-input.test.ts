import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { endsSentence } from '../../src/articles/paragraphs/sentence-ends.js';
import { attributeDistricts } from '../../src/articles/places/attribute.js';
import { createGazetteer } from '../../src/articles/places/gazetteer.js';
import { city, reader } from './reader.js';

const seedPage = '../shared/data/seed-page.md';
const broadcasts = '../shared/data/broadcast-news.jsonl.gz';

interface Broadcast {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

describe('a real page (skipped where it is absent)', () => {
  const isAbsent = !existsSync(seedPage);

  it.skipIf(isAbsent)('gives its ten stories with everything that belongs to them', () => {
    const text = readFileSync(seedPage, 'utf8');
    const { articles } = reader.read({
      file: seedPage,
      text,
      folderDate: '2024-08-27',
      fallbackDate: '2024-08-28',
    });
    expect(articles.map(({ districts }) => districts.join())).toEqual([
      '金水区',
      '管城区',
      '二七区',
      '中原区',
      '中牟县',
      '高新区',
      '中牟县',
      '中原区',
      '荥阳市',
      '上街区',
    ]);
    const headings = [...text.matchAll(/^#+ (?:[^：\n]{2,4}： )?(.+)$/gmu)].map(([, heading]) => heading);
    expect(articles.map(({ headline }) => headline)).toEqual(headings);
    expect(articles.map(({ kicker }) => kicker)).toEqual([
      '金水区',
      '管城区',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(articles.map(({ reporters }) => reporters.length)).toEqual([1, 1, 2, 1, 1, 1, 1, 1, 1, 1]);
    expect(articles.map(({ correspondents }) => correspondents.length)).toEqual([
      0, 1, 2, 1, 1, 1, 2, 2, 1, 1,
    ]);
    expect(articles.map(({ photo }) => photo)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([11, 4, 5, 5, 4, 5, 3, 4, 4, 4]);
    for (const { paragraphs } of articles)
      for (const paragraph of paragraphs) expect(endsSentence(paragraph)).toBe(true);
  });
});

describe('national news (skipped where it is absent)', () => {
  it.skipIf(!existsSync(broadcasts))('belongs to no district', () => {
    const gazetteer = createGazetteer(city);
    const lines = gunzipSync(readFileSync(broadcasts)).toString('utf8').trim().split('\n');
    const items = lines
      .filter((line, index) => index % 5 === 0 && !line.includes('郑州'))
      .map((line): Broadcast => JSON.parse(line));
    const placed = items.filter(
      ({ headline, paragraphs }) =>
        attributeDistricts(gazetteer, { headline, paragraphs, kicker: '', subheadline: '' }).districts
          .length > 0,
    );
    expect(placed.length / items.length).toBeLessThanOrEqual(0.005);
  });
});
