import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures, scorePage, type TrueStory } from '../../bench/reading/score.mjs';
import { reader } from './reader.js';

const folders = ['open', 'held-out', 'second-open', 'second-held-out'].map((name) =>
  path.resolve('test/exam-pages', name),
);

interface Case {
  readonly name: string;
  readonly text: string;
  readonly stories: readonly TrueStory[];
}

const cases: readonly Case[] = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(path.join(folder, name, 'page.md'), 'utf8'),
    stories: JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')).articles,
  })),
);

const read = ({ name, text }: Case) =>
  reader.read({ file: `${name}/page.md`, text, fallbackDate: '2024-08-28' }).articles;

describe('pages written by somebody who had not seen the reader', () => {
  it('are read as a careful reader reads them', () => {
    const scored = cases.map((one) => scorePage(one.stories, read(one)));
    const result = figures(scored.map(({ sum }) => sum));
    const shown = scored.flatMap(({ faults }) => faults.map((fault) => JSON.stringify(fault))).join('\n');
    expect(result.articles, shown).toBeGreaterThanOrEqual(0.99);
    expect(result.headline, shown).toBeGreaterThanOrEqual(0.985);
    expect(result.district, shown).toBeGreaterThanOrEqual(0.975);
    expect(result.topic, shown).toBeGreaterThanOrEqual(0.87);
    expect(result.byline, shown).toBeGreaterThanOrEqual(0.985);
    expect(result.paragraphs, shown).toBeGreaterThanOrEqual(0.985);
    expect(result.characters, shown).toBeGreaterThanOrEqual(0.999);
  });

  it.each(cases)('gives the date of $name', (one) => {
    const dates = new Set(read(one).map(({ date }) => date));
    expect(dates).toEqual(new Set(one.stories.map(({ date }) => date)));
  });
});
