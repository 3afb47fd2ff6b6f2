import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/archive/archive.js';
import { openArchive } from '../../src/archive/open-archive.js';
import { composeDigest } from '../../src/digest/compose.js';
import { newcomerCursor } from '../../src/digest/newcomer.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Rule, Wish } from '../../src/subscribers/wish.js';
import { sampleRelease as release, sampleArticle } from '../support/sample-article.js';

type Asked = Pick<Wish, 'rules' | 'mute' | 'language'>;
const wish = (rules: readonly Rule[], mute: readonly string[] = []): Asked => ({
  rules,
  mute,
  language: 'zh',
});
const jinshui = wish([{ district: '金水区' }]);
const day = '2024-08-28';

function compose(asked: Asked, releases: readonly Release[], more: object = {}) {
  return composeDigest({
    wish: asked,
    releases,
    after: 0,
    upTo: 99,
    day,
    ...more,
  });
}
const told = (digest: ReturnType<typeof compose>) =>
  digest?.groups.map(({ district, stories }) => [district, stories.map(({ id }) => id).join('')]);

describe('digest', () => {
  it('is nothing when nothing matches', () => {
    expect(compose(wish([{ district: '二七区' }]), [release(1, 'a')])).toBeUndefined();
    expect(compose(wish([]), [release(1, 'a')])).toBeUndefined();
  });

  it('groups by the districts of the wish in their order, then the others, the whole city last', () => {
    const releases = [
      release(1, 'a', { districts: [], topics: ['law'] }),
      release(2, 'b', { districts: ['荥阳市', '金水区'] }),
      release(3, 'c', { districts: ['二七区'] }),
      release(4, 'd', { districts: ['上街区'], topics: ['law'] }),
    ];
    const asked = wish([{ district: '二七区' }, { district: '金水区' }, { topic: 'law' }]);
    expect(told(compose(asked, releases))).toEqual([
      ['二七区', 'c'],
      ['金水区', 'b'],
      ['上街区', 'd'],
      [null, 'a'],
    ]);
  });

  it('joins the parts of a rule by and, its rules by or, and takes muted words away', () => {
    const releases = [
      release(1, 'a', { topics: ['education'] }),
      release(2, 'b', { topics: ['education'], districts: ['二七区'] }),
      release(3, 'c', { headline: '地铁５Ｇ' }),
      release(4, 'd', { headline: '地铁5g广告' }),
    ];
    expect(told(compose(wish([{ topic: 'education', district: '二七区' }]), releases))).toEqual([
      ['二七区', 'b'],
    ]);
    expect(told(compose(wish([{ keyword: '5G' }], ['广告']), releases))).toEqual([['金水区', 'c']]);
    expect(told(compose(wish([{ keyword: '广告 地铁' }]), releases))).toEqual([['金水区', 'd']]);
  });

  it('folds the same story printed twice', () => {
    const paragraphs = ['街道办事处昨天起在三个小区试行新的垃圾分类办法，居民可以用手机预约上门回收。'];
    const releases = [
      release(1, 'a', { headline: '垃圾分类上门', paragraphs }),
      release(2, 'b', { headline: '上门回收垃圾', paragraphs: [`${paragraphs[0]}完`] }),
      release(3, 'c', { headline: '垃圾分类上门', paragraphs: [...paragraphs, '目前已有两百多户报名。'] }),
      release(4, 'd'),
    ];
    expect(told(compose(jinshui, releases))).toEqual([['金水区', 'ad']]);
  });

  it('never folds items without a headline by it', () => {
    const releases = [release(1, 'a', { headline: '' }), release(2, 'b', { headline: '' })];
    expect(compose(jinshui, releases)?.shown).toBe(2);
  });

  it('tells at most ten, urgent and newest first, and counts the rest', () => {
    const releases = Array.from({ length: 13 }, (_, n) =>
      release(n + 1, String.fromCharCode(97 + n), { date: n < 6 ? '2024-08-27' : day, urgent: n === 2 }),
    );
    const digest = compose(jinshui, releases);
    expect(told(digest)).toEqual([['金水区', 'cghijklmab']]);
    expect(digest).toMatchObject({ shown: 10, more: 3, older: 0, after: 0, upTo: 99, minutes: 1 });
  });

  it('counts what is older than a week without listing it, unless told otherwise', () => {
    const releases = [release(1, 'a', { date: '2024-08-20' }), release(2, 'b', { date: '2024-08-21' })];
    expect(compose(jinshui, releases)).toMatchObject({ shown: 1, older: 1 });
    expect(compose(jinshui, releases, { maxAgeDays: Infinity })).toMatchObject({ shown: 2, older: 0 });
  });

  it('leaves out what was pushed ahead', () => {
    expect(told(compose(jinshui, [release(1, 'a'), release(2, 'b')], { ahead: [1] }))).toEqual([
      ['金水区', 'b'],
    ]);
  });

  it('tells a story with an added district only to those it did not reach before', () => {
    const base = release(5, 'a', { districts: ['金水区', '二七区'] });
    const added: Release = { ...base, number: 9, addedDistricts: ['二七区'] };
    expect(told(compose(wish([{ district: '二七区' }]), [added]))).toEqual([['二七区', 'a']]);
    expect(compose(jinshui, [added])).toBeUndefined();
    expect(compose(wish([{ district: '二七区' }, { district: '金水区' }]), [added])).toBeUndefined();
  });

  it('tells a story whose district was wrong to nobody who has had it', () => {
    const moved: Release = {
      ...release(5, 'a', { districts: ['二七区'] }),
      ...{ number: 9, addedDistricts: ['二七区'], districtsBefore: ['金水区'] },
    };
    expect(told(compose(wish([{ district: '二七区' }]), [moved]))).toEqual([['二七区', 'a']]);
    expect(compose(wish([{ district: '二七区' }, { district: '金水区' }]), [moved])).toBeUndefined();
  });

  it('names each edition once and says that samples are samples', () => {
    const releases = [
      release(1, 'a', { sample: true }),
      release(2, 'b'),
      release(3, 'c', { page: '县区新闻' }),
    ];
    expect(compose(jinshui, releases)).toMatchObject({
      isSample: true,
      editions: [
        { paper: '测试报', date: day, page: '' },
        { paper: '测试报', date: day, page: '县区新闻' },
      ],
      because: [{ district: '金水区' }],
    });
  });
});

describe('newcomer', () => {
  it('begins before the newest edition', async () => {
    const now = new Date('2024-08-28T09:00:00+08:00');
    const archive = openArchive(await openStorage('memory://'), 'Asia/Shanghai');
    expect(await newcomerCursor(archive, now)).toBe(0);
    const yesterday = { date: '2024-08-27' };
    await archive.takeIn(
      [sampleArticle('a', yesterday), sampleArticle('b', yesterday), sampleArticle('c')],
      now,
    );
    expect(await newcomerCursor(archive, now)).toBe(2);
    expect(await newcomerCursor(archive, new Date('2024-08-27T09:00:00+08:00'))).toBe(0);
  });
});
