import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseImportLine } from '../../../src/archive/search/imported/parse-import-line.js';
import { makeTestHome } from '../../support/run-qubao.js';
import { freshStore, now, openNewsroom, records } from './newsroom.js';

const old = [
  { date: '2019-03-02', headline: '老电影院重新开门' },
  {
    date: '2021-07-20',
    headline: '街边书屋延长开放时间',
    districts: ['二七区'],
    topics: ['culture' as const],
    paragraphs: ['读者可以坐到晚上十点。', '周末照常。'],
  },
];

describe('imported records', () => {
  it('are searchable, in /latest, and never due to anybody', async () => {
    const { archive, search, find, close } = await openNewsroom();
    expect(await search.importRecords(records(old))).toEqual({ imported: 2, known: 0 });
    expect(await find('电影院')).toEqual(['老电影院重新开门']);
    expect(await find('坐到晚上')).toEqual(['街边书屋延长开放时间']);
    const { articles } = await archive.latest({}, { offset: 0, limit: 9, now });
    expect(articles.map(({ headline }) => headline)).toEqual(['街边书屋延长开放时间', '老电影院重新开门']);
    const culture = await archive.latest(
      { districts: ['二七区'], topics: ['culture'] },
      { offset: 0, limit: 9, now },
    );
    expect(culture.articles).toHaveLength(1);
    expect(await archive.headAt(now)).toBe(0);
    expect(articles.every(({ number, id }) => number < 0 && /^[a-z0-9]{10}$/.test(id))).toBe(true);
    const [first] = articles;
    expect(await archive.byId(first?.id ?? '')).toEqual(first);
    expect(await archive.byNumber(first?.number ?? 0)).toEqual(first);
    expect(await archive.count()).toBe(2);
    await close();
  });

  it('add nothing when they come again, and keep their ids', async () => {
    const { archive, search, close } = await openNewsroom();
    await search.importRecords(records(old));
    const page = { offset: 0, limit: 9, now };
    const before = (await archive.latest({}, page)).articles;
    expect(await search.importRecords(records([...old, ...old]))).toEqual({ imported: 0, known: 4 });
    expect((await archive.latest({}, page)).articles).toEqual(before);
    await close();
  });
});

describe('the file of imported records', () => {
  it('is named when it is damaged, and the index is not blamed', async () => {
    const url = await freshStore();
    const newsroom = await openNewsroom(url);
    await newsroom.search.importRecords(records(old));
    await newsroom.close();
    const file = url.slice('sqlite://'.length).replace('.sqlite', '.search.imported.sqlite');
    await writeFile(file, 'this is no database, it is a text that somebody saved here');
    await expect(openNewsroom(url)).rejects.toThrow(`The imported records ${file} are damaged`);
  });

  it('can be copied while search is open', async () => {
    const url = await freshStore();
    const newsroom = await openNewsroom(url);
    await newsroom.search.importRecords(records(old));
    const copy = `${url.slice('sqlite://'.length)}.copy.search.imported.sqlite`;
    await newsroom.search.backupRecords(copy);
    await newsroom.close();
    const restored = await openNewsroom(`sqlite://${copy.replace('.search.imported', '')}`);
    expect(await restored.find('电影院')).toEqual(['老电影院重新开门']);
    await restored.close();
  });
});

describe('a line of an import', () => {
  it.each([
    ['{"date":"2020-01-02","headline":"标题"}', 'record'],
    ['{"date":"2020-01-02","headline":"标题","topics":["no-such"],"more":1}', 'record'],
    ['{"date":"2020-02-30","headline":"标题"}', 'refused'],
    ['{"date":"2020-01-02","headline":"  "}', 'refused'],
    ['{"headline":"标题"}', 'refused'],
    ['[]', 'refused'],
    ['{', 'refused'],
    ['null', 'refused'],
  ])('%s is %s', (line, kind) => {
    expect(parseImportLine(line).kind).toBe(kind);
  });
});

describe('qubao archive import', () => {
  it('reports bad lines by number, takes in the others, and --batch finds them in order', async () => {
    const home = await makeTestHome();
    const file = path.join(home.folder, 'old.ndjson');
    await writeFile(
      file,
      `${JSON.stringify(old[0])}\nno json\n${JSON.stringify(old[1])}\n{"date":"x","headline":"y"}\n`,
    );
    const done = await home.run('archive', 'import', file);
    expect(done.status).toBe(1);
    expect(done.talk).toContain(`${file}:2:`);
    expect(done.talk).toContain(`${file}:4:`);
    expect(done.talk).toContain('2 imported, 0 known already, 2 refused');
    const asked = ['dianyingyuan', '没有的东西', '街边书屋'];
    const answer = await home.feed(
      `${asked.map((q) => JSON.stringify({ q })).join('\n')}\n`,
      'search',
      '--batch',
    );
    const lines = answer.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ q }) => q)).toEqual(asked);
    expect(lines.map(({ results }) => results[0]?.headline)).toEqual([
      old[0]?.headline,
      undefined,
      old[1]?.headline,
    ]);
    expect(lines.every(({ ms }) => typeof ms === 'number')).toBe(true);
  });

  it('killed in the middle loses nothing that it had, and finishes when it is run again', async () => {
    const home = await makeTestHome();
    const file = path.join(home.folder, 'many.ndjson');
    const many = Array.from({ length: 30_000 }, (_, at) => ({
      date: '2020-01-02',
      headline: `第${at}号通告已经张贴`,
    }));
    await writeFile(file, many.map((record) => JSON.stringify(record)).join('\n'));
    for (const writes of [12, 60, 200]) {
      await killAfterWrites(home.start('archive', 'import', file), home.folder, writes);
    }
    const done = await home.run('archive', 'import', file);
    expect(done.status).toBe(0);
    const answer = await home.run('search', '第29999号通告', '--json');
    expect(JSON.parse(answer.out.split('\n')[0] ?? '{}').headline).toBe('第29999号通告已经张贴');
    const count = await home.run('search', '通告', '--json', '--limit', '50');
    expect(count.out.trim().split('\n')).toHaveLength(50);
  });
});

/** Kills a process when so many changes of the files in its folder have been seen, if it has not ended by then. */
async function killAfterWrites(child: ChildProcess, folder: string, writes: number): Promise<void> {
  let seen = 0;
  const watcher = watch(folder, () => {
    if (++seen === writes) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  watcher.close();
}
