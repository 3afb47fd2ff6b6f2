import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures, scorePage, type TrueStory } from '../../bench/reading/score.mjs';
import { reader } from './reader.js';

/** Folders whose faults, or whose neighbours' faults, the reader was repaired by. */
const learnt = [
  'open',
  'held-out',
  'second-open',
  'second-held-out',
  'third-open',
  'third-held-out',
  'fourth-open',
];
/** Pages that it has not learnt from: what it does with the next paper. */
const unseen = 'fourth-held-out';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly stories: readonly TrueStory[];
}

function casesOf(folderName: string): readonly Case[] {
  const folder = path.resolve('test/exam-pages', folderName);
  return readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(path.join(folder, name, 'page.md'), 'utf8'),
    stories: JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')).articles,
  }));
}

const cases = learnt.flatMap(casesOf);

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
    expect(result.topic, shown).toBeGreaterThanOrEqual(0.86);
    expect(result.byline, shown).toBeGreaterThanOrEqual(0.985);
    expect(result.paragraphs, shown).toBeGreaterThanOrEqual(0.985);
    expect(result.characters, shown).toBeGreaterThanOrEqual(0.999);
  });

  it('are read no worse than at the last count where nothing was learnt from them', () => {
    const result = figures(casesOf(unseen).map((one) => scorePage(one.stories, read(one)).sum));
    expect(result.articles).toBeGreaterThanOrEqual(0.98);
    expect(result.headline).toBeGreaterThanOrEqual(0.97);
    expect(result.district).toBeGreaterThanOrEqual(0.96);
    expect(result.topic).toBeGreaterThanOrEqual(0.7);
    expect(result.byline).toBeGreaterThanOrEqual(0.97);
    expect(result.paragraphs).toBeGreaterThanOrEqual(0.92);
    expect(result.characters).toBeGreaterThanOrEqual(0.99);
  });

  it.each(cases)('gives the date of $name', (one) => {
    const dates = new Set(read(one).map(({ date }) => date));
    expect(dates).toEqual(new Set(one.stories.map(({ date }) => date)));
  });
});
