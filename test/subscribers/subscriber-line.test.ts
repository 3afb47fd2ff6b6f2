import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.js';
import type { Directory } from '../../src/city/directory.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { exportSubscribers, importSubscribers } from '../../src/subscribers/import-export.js';
import { openSubscribers } from '../../src/subscribers/open-subscribers.js';
import { sampleArticle } from '../support/sample-article.js';

const now = new Date('2024-08-28T09:00:00+08:00');
/** Knows one district by two names: what import needs of a directory. */
const directory = {
  find: (words: string) =>
    words.startsWith('金水')
      ? { kind: 'found', subject: { kind: 'district', name: '金水区' } }
      : { kind: 'unknown', nearest: [] },
} as unknown as Directory;

async function* linesOf(...lines: readonly unknown[]) {
  for (const line of lines) yield typeof line === 'string' ? line : JSON.stringify(line);
}

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const line of lines) seen.push(line);
  return seen;
}

async function open() {
  const storage = await openStorage('memory://');
  const archive = openArchive(storage, 'Asia/Shanghai');
  await archive.takeIn([sampleArticle('aaaaaaaaaa'), sampleArticle('bbbbbbbbbb')], now);
  return { subscribers: openSubscribers(storage), archive, directory, now };
}

describe('subscriber lines', () => {
  it('fill in what is absent: daily, Chinese, active, from the end of the archive', async () => {
    const house = await open();
    expect(await importSubscribers(linesOf({ chat: 5, rules: [{ district: '金水' }] }), house)).toEqual({
      imported: 1,
      refused: [],
    });
    expect(await house.subscribers.get({ chat: 5, thread: null })).toMatchObject({
      wish: { rules: [{ district: '金水区' }], times: [], days: 'daily', language: 'zh', pausedUntil: null },
      ledger: { cursor: 2, servedSlot: null, state: 'active' },
    });
  });

  it('say by number which could not be read, and why; the others are imported', async () => {
    const house = await open();
    const report = await importSubscribers(
      linesOf(
        { chat: 1 },
        'not json',
        '',
        { chat: 2, rules: [{ district: '火星区' }] },
        { chat: 3, time: '25:00' },
        { chat: 4, rules: [{}] },
        { chat: 0 },
        { chat: 6, colour: 'red' },
        { chat: 7, days: ['mon', 'sat'], time: ['19:00', '07:30'] },
      ),
      house,
    );
    expect(report.imported).toBe(2);
    expect(report.refused.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8]);
    expect(report.refused[1]?.message).toContain('火星区');
  });

  it('place the cursor by article, by number, at the beginning or at the end', async () => {
    const house = await open();
    const cursors = [
      { n: 99, article: 'aaaaaaaaaa' },
      { n: 1, article: 'gone' },
      1,
      0,
      undefined,
      99,
      { n: 1, article: null },
    ];
    await importSubscribers(linesOf(...cursors.map((cursor, index) => ({ chat: index + 1, cursor }))), house);
    const placed = await house.subscribers.ledger.getMany(cursors.map((_, index) => String(index + 1)));
    expect(placed.map((entry) => entry?.cursor)).toEqual([1, 2, 1, 0, 2, 2, 1]);
  });

  it('come back as they went out', async () => {
    const from = await open();
    const line = {
      chat: -100,
      thread: 7,
      rules: [{ district: '金水区', topic: 'education' }, { keyword: '地铁' }],
      mute: ['广告'],
      time: ['07:30', '19:00'],
      days: 'weekdays',
      language: 'en',
      pausedUntil: 'forever',
      state: 'blocked',
      cursor: { n: 1, article: 'aaaaaaaaaa' },
      emptyNote: true,
    };
    await importSubscribers(linesOf(line), from);
    const out = await all(exportSubscribers(from.subscribers, from.archive, '07:30'));
    expect(out.map((text) => JSON.parse(text))).toEqual([line]);
    const to = await open();
    await importSubscribers(linesOf(...out), to);
    expect(await all(exportSubscribers(to.subscribers, to.archive, '07:30'))).toEqual(out);
  });
});
