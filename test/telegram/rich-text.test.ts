import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withHits } from '../../src/telegram/render/lists.js';
import { bold, clip, finish, fmt, join, tidy } from '../../src/telegram/rich-text.js';
import { anyText, fault } from './any-text.js';

describe('text from outside', () => {
  it('is one clean line within its limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, limit) => {
        const line = tidy(text, limit);
        expect(line.length).toBeLessThanOrEqual(limit);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('is cut between characters', () => {
    expect(clip('家👨‍👩‍👧‍👦人们都来了', 8)).toBe('家…');
    expect(clip('家人们', 3)).toBe('家人们');
  });
});

describe('a finished text', () => {
  it('keeps to the limits, its entities with it', () => {
    const long = finish(join([bold('甲'.repeat(3_000)), bold('😀'.repeat(2_000))], '\n'));
    expect(fault(long)).toBeUndefined();
    expect(long.text.length).toBeGreaterThan(4_000);
    expect(finish(fmt('x\n\n')).text).toBe('x');
  });
});

describe('hits', () => {
  it('are bold where they lie, and left out where they cannot be', () => {
    const rich = withHits('消防演练 进小区', [
      { offset: 0, length: 2 },
      { offset: 1, length: 3 },
      { offset: 5, length: 90 },
    ]);
    expect(rich.text).toBe('消防演练 进小区');
    expect(rich.entities).toEqual([{ type: 'bold', offset: 0, length: 2 }]);
  });

  it('never break a text', () => {
    const hit = fc.record({
      offset: fc.integer({ min: -5, max: 300 }),
      length: fc.integer({ min: -5, max: 300 }),
    });
    fc.assert(
      fc.property(anyText, fc.array(hit, { maxLength: 6 }), (text, hits) => {
        expect(fault(finish(join([fmt('x'), withHits(text, hits)], '')))).toBeUndefined();
      }),
    );
  });
});
