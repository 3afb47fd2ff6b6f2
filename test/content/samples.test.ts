import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

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
});
