import { describe, expect, it } from 'vitest';
import { commands } from '../../src/telegram/commands/index.js';
import { languages, textsIn } from '../../src/telegram/language.js';

/** Paths of everything in a catalogue, with whether it is a text or made by a function. */
function paths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${at}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`));
}

describe('texts', () => {
  it('are complete in every language', () => {
    const [first, ...others] = languages.map((language) => paths(textsIn(language)).sort());
    for (const other of others) expect(other).toEqual(first);
  });

  it('are never empty', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(texts)
          : [];
    for (const language of languages)
      expect(texts(textsIn(language)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('of the menu fit what Telegram allows, for every command', () => {
    for (const language of languages) {
      for (const { name } of commands) {
        expect(textsIn(language).menu[name].length).toBeGreaterThan(0);
        expect(textsIn(language).menu[name].length).toBeLessThanOrEqual(256);
      }
      expect(textsIn(language).about('某某市').length).toBeLessThanOrEqual(512);
      expect(textsIn(language).aboutShort('某某市').length).toBeLessThanOrEqual(120);
    }
  });
});
