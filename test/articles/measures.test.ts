import { describe, expect, it } from 'vitest';
import { measure } from './measure.js';
import { generatePage } from './page-generator.js';
import { city, reader } from './reader.js';

/** Seeds that nothing is tuned to: those below 10,000 are for looking at faults, these only for measuring. */
const heldOut = Array.from({ length: 200 }, (_, index) => 900_000 + index);

describe('reading pages by many parsers', () => {
  it('keeps its promises on pages that it was not tuned to', { timeout: 60_000 }, () => {
    const pages = heldOut.map((seed) => generatePage(seed, city));
    const faults: string[] = [];
    const measures = measure(
      pages,
      ({ text }) => reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' }).articles,
      (page, what) => faults.push(`${page.seed} ${page.style.tool} ${what}`),
    );
    const shown = `${JSON.stringify(measures)}\n${faults.slice(0, 20).join('\n')}`;
    expect(measures.articlesF1, shown).toBeGreaterThanOrEqual(0.98);
    expect(measures.headlines, shown).toBeGreaterThanOrEqual(0.97);
    expect(measures.districts, shown).toBeGreaterThanOrEqual(0.97);
    expect(measures.topics, shown).toBeGreaterThanOrEqual(0.85);
    expect(measures.bylines, shown).toBeGreaterThanOrEqual(0.97);
    expect(measures.paragraphsF1, shown).toBeGreaterThanOrEqual(0.95);
    expect(measures.charactersKept, shown).toBeGreaterThanOrEqual(0.995);
  });
});
