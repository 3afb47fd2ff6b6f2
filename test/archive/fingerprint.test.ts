import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlinePrint, textPrint } from '../../src/archive/fingerprint.js';

const print = (text: string) => textPrint({ paragraphs: [text] });

describe('the print of a text', () => {
  it('does not change with marks, spaces, line breaks and width', () => {
    expect(print('区图书馆，8月26日 开放A馆。')).toBe(print('区图书馆８月２６日开放Ａ馆'));
    expect(textPrint({ paragraphs: ['区图书馆', '开放。'] })).toBe(print('区图书馆开放'));
  });

  it('is that of the folded text, whatever its characters', () => {
    const printOf = (text: string) => {
      const bare = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
      return `t:${createHash('sha1').update(bare).digest('base64url').slice(0, 20)}`;
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(print(text)).toBe(printOf(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is another for another text, and none for a headline without letters', () => {
    expect(print('区图书馆开放')).not.toBe(print('区图书馆开馆'));
    expect(headlinePrint({ headline: '……' })).toBeUndefined();
    expect(headlinePrint({ headline: '区图书馆' })).toBe(headlinePrint({ headline: '“区图书馆”' }));
  });
});
