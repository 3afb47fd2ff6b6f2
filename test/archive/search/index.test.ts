import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/open-archive.js';
import type { Log } from '../../../src/log.js';
import { silentLog } from '../../../src/log.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { sampleArticle } from '../../support/sample-article.js';
import { articles, freshStore, headlines, now, openNewsroom, records } from './newsroom.js';

/** A log that remembers its warnings. */
function listening(): { readonly log: Log; readonly said: string[] } {
  const said: string[] = [];
  return { log: { ...silentLog, warn: (_, message) => void said.push(message) }, said };
}

const imported = { date: '2020-05-01', headline: '旧城墙遗址公园开放' };

async function filled(): Promise<string> {
  const url = await freshStore();
  const newsroom = await openNewsroom(url);
  await newsroom.archive.takeIn(articles, now);
  await newsroom.search.importRecords(records([imported]));
  await newsroom.close();
  return url;
}

const fileOf = (url: string) => url.slice('sqlite://'.length).replace('.sqlite', '.search.sqlite');

describe('the search index', () => {
  it('is there when the store is opened again', async () => {
    const newsroom = await openNewsroom(await filled());
    expect(await newsroom.find('消防')).toEqual([headlines[0]]);
    expect(await newsroom.find('城墙')).toEqual([imported.headline]);
    await newsroom.close();
  });

  it('learns what happened while it was closed', async () => {
    const url = await filled();
    const storage = await openStorage(url);
    const archive = openArchive(storage, 'Asia/Shanghai');
    const [, corrected] = articles;
    await archive.takeIn([sampleArticle('late000001', { headline: '迟来的消息' })], now);
    if (corrected !== undefined)
      await archive.takeIn([{ ...corrected, headline: '地铁九号线年底通车' }], now);
    await archive.withdraw(articles[0]?.id ?? '');
    await storage.close();
    const newsroom = await openNewsroom(url);
    expect(await newsroom.find('迟来')).toEqual(['迟来的消息']);
    await newsroom.search.indexing;
    expect([await newsroom.find('九号线'), await newsroom.find('八号线')]).toEqual([
      ['地铁九号线年底通车'],
      [],
    ]);
    expect(await newsroom.find('消防')).toEqual([]);
    await newsroom.close();
  });

  it.each([
    ['no database at all', 'this is no database, it is a text that somebody saved here'],
    ['an empty file', ''],
  ])('is made anew when its file is damaged: %s', async (_, content) => {
    const url = await filled();
    await writeFile(fileOf(url), content);
    const { log, said } = listening();
    const newsroom = await openNewsroom(url, log);
    expect(await newsroom.find('消防')).toEqual([headlines[0]]);
    expect(await newsroom.find('城墙')).toEqual([imported.headline]);
    if (content !== '') expect(said.join()).toContain('made anew');
    await newsroom.close();
  });

  it('is made anew when a search comes upon the damage', async () => {
    const url = await filled();
    const { log, said } = listening();
    const newsroom = await openNewsroom(url, log);
    await newsroom.search.indexing;
    const file = await openStorage(url).then(async (storage) => {
      const database = await storage.database('search');
      await database.exec(`UPDATE headline_data SET block = x'00000000deadbeef' WHERE id > 10`);
      await storage.close();
      return database.file;
    });
    expect(file).toBe(fileOf(url));
    expect(await newsroom.find('消防')).toEqual([headlines[0]]);
    expect(said.join()).toContain('made anew');
    await newsroom.close();
  });
});
