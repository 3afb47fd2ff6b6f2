import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/city/create-directory.js';
import { isAmbiguous, joinParts, readWish } from '../../src/telegram/written-wish.js';
import { theCity } from '../city/the-city.js';

const directory = createDirectory(theCity());
const parts = (words: string) => readWish(words, directory).parts;

describe('a wish in words', () => {
  it.each([
    ['zhongmu 消防', [{ district: '中牟县' }, { keyword: '消防' }]],
    [
      'education in jinshui and erqi',
      [{ topic: 'education' }, { district: '金水区' }, { district: '二七区' }],
    ],
    ['金水区、金水的教育新闻', [{ district: '金水区' }, { topic: 'education' }]],
    ['中牟县 · “消防”', [{ district: '中牟县' }, { keyword: '消防' }]],
    ['地铁 5G', [{ keyword: '地铁' }, { keyword: '5G' }]],
    ['in the news', []],
    ['“”', []],
    ['', []],
  ])('%s', (words, expected) => {
    expect(parts(words)).toEqual(expected);
  });

  it('keeps what an unclear name may mean apart', () => {
    const { parts: clear, unclear } = readWish('zhong 消防', directory);
    expect(clear).toEqual([{ keyword: '消防' }]);
    expect(unclear).toContainEqual({ kind: 'district', name: '中牟县' });
  });

  it('joins each district with each topic, and all words with both', () => {
    expect(joinParts(parts('金水 二七 教育 地铁 公交'))).toEqual([
      { district: '金水区', topic: 'education', keyword: '地铁 公交' },
      { district: '二七区', topic: 'education', keyword: '地铁 公交' },
    ]);
    expect(joinParts([])).toEqual([]);
  });

  it('means several of one kind each, and asks about all else', () => {
    expect(['金水 二七', '教育 法治', '地铁'].map((words) => isAmbiguous(parts(words)))).not.toContain(true);
    expect(['金水 教育', '教育 地铁', '地铁 公交'].map((words) => isAmbiguous(parts(words)))).not.toContain(
      false,
    );
  });
});
