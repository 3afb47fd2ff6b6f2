import { describe, expect, it } from 'vitest';
import { remembering } from '../../src/articles/bylines/remembering.js';

describe('a reader that remembers', () => {
  it('looks once at a text, also where it finds nothing', () => {
    const asked: string[] = [];
    const read = remembering((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    expect([read('两行'), read(''), read('两行'), read('')]).toEqual([2, undefined, 2, undefined]);
    expect(asked).toEqual(['两行', '']);
  });

  it('gives the right answer after any number of texts', () => {
    const read = remembering((text) => text.length);
    const texts = Array.from({ length: 2000 }, (_, number) => '行'.repeat(number % 700));
    expect(texts.map(read)).toEqual(texts.map(({ length }) => length));
  });
});
