import { appendFile, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import { openArchive } from '../../src/archive/open-archive.js';
import type { Finding } from '../../src/articles/article.js';
import { movableClock } from '../../src/calendar/movable-clock.js';
import { openContent } from '../../src/intake/open-content.js';
import { type Intake, startIntake } from '../../src/intake/start-intake.js';
import { silentLog } from '../../src/log.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { type ContentFolder, makeContentFolder, pageOf } from './content-folder.js';

let folder: ContentFolder;
let archive: Archive;
let intake: Intake | undefined;
let findings: Finding[];
const clock = movableClock(new Date('2024-08-28T00:00:00Z'));

beforeEach(async () => {
  folder = await makeContentFolder();
  archive = openArchive(await openStorage('memory://'), 'Asia/Shanghai');
  findings = [];
});
afterEach(async () => {
  await intake?.close();
  await folder.remove();
});

async function start(): Promise<Intake> {
  intake = await startIntake({
    content: await openContent(folder.path),
    archive,
    clock,
    log: silentLog,
    onFindings: (found) => void findings.push(...found),
  });
  return intake;
}
const headlines = async () => {
  const { articles } = await archive.latest({}, { offset: 0, limit: 50, now: clock.now() });
  return articles.map(({ headline }) => headline);
};
const seen = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

describe('the intake', () => {
  it('takes in a page that is dropped, corrected and removed while the bot runs', async () => {
    await folder.put('pages/2024-08-27/a.md', pageOf('甲项目开工'));
    await start();
    expect(await headlines()).toEqual(['甲项目开工']);
    await folder.put('pages/2024-08-28/b.md', pageOf('乙项目开工'));
    await seen(async () => expect(await headlines()).toEqual(['乙项目开工', '甲项目开工']));
    const before = await archive.byNumber(2);
    await folder.put('pages/2024-08-28/b.md', pageOf('乙项目开工').replace('## 乙项目', '## 乙项目昨日'));
    await seen(async () => expect((await archive.byNumber(2))?.headline).toBe('乙项目昨日开工'));
    expect((await archive.byNumber(2))?.id).toBe(before?.id);
    await rm(path.join(folder.path, 'pages/2024-08-28/b.md'));
    await intake?.takeInNow();
    expect(await archive.count()).toBe(2);
  });

  it('tells that the city has changed, or is wrong', async () => {
    await start();
    const city = await readFile('content/city.yaml', 'utf8');
    await folder.put('city.yaml', city.replace(/^timezone: .*$/m, 'timezone: Nowhere'));
    await seen(() =>
      expect(findings).toEqual([expect.objectContaining({ file: 'city.yaml', rule: 'city', line: 13 })]),
    );
    await folder.put('city.yaml', city);
    await seen(() => expect(findings.at(-1)).toMatchObject({ rule: 'city-changed', severity: 'warning' }));
  });

  it('tells whether there was nothing but samples at the start', async () => {
    expect((await start()).beganWithSamples).toBe(false);
    await intake?.close();
    await folder.put('pages/2024-08-27/a.md', `---\nsample: true\n---\n${pageOf('甲项目开工')}`);
    expect((await start()).beganWithSamples).toBe(true);
    await intake?.close();
    await folder.put('pages/2024-08-28/b.md', pageOf('乙项目开工'));
    expect((await start()).beganWithSamples).toBe(false);
  });

  it('waits for a page that is still being written', async () => {
    await start();
    const whole = pageOf('甲项目开工', '乙项目开工');
    const half = whole.slice(0, whole.indexOf('300多户'));
    await folder.put('pages/2024-08-28/a.md', half);
    const taking = intake?.takeInNow();
    await appendFile(path.join(folder.path, 'pages/2024-08-28/a.md'), whole.slice(half.length));
    await taking;
    expect(await headlines()).toEqual(['甲项目开工', '乙项目开工']);
    expect((await archive.byNumber(1))?.revision).toBe(0);
  });

  it('takes in a page that is moved into its place', async () => {
    await start();
    await folder.put('upload.tmp', pageOf('甲项目开工'));
    await folder.put('pages/2024-08-28/keep.md', pageOf('乙项目开工'));
    await rename(path.join(folder.path, 'upload.tmp'), path.join(folder.path, 'pages/2024-08-28/a.md'));
    await seen(async () => expect((await headlines()).toSorted()).toEqual(['乙项目开工', '甲项目开工']));
  });

  it('takes in the first page of a folder that was not there', async () => {
    await rm(path.join(folder.path, 'pages'), { recursive: true });
    await start();
    await folder.put('pages/2024-08-28/a.md', pageOf('甲项目开工'));
    await seen(async () => expect(await headlines()).toEqual(['甲项目开工']));
  });

  it('keeps what was known and tells file and line when a page goes bad', async () => {
    await folder.put('pages/2024-08-27/a.md', pageOf('甲项目开工'));
    await start();
    await folder.put('pages/2024-08-27/a.md', Buffer.from('broken\n\0\0\0'));
    await seen(() =>
      expect(findings).toMatchObject([{ file: 'pages/2024-08-27/a.md', line: 2, severity: 'error' }]),
    );
    expect(await headlines()).toEqual(['甲项目开工']);
  });

  it('releases an issue when its day has come', async () => {
    await folder.put('pages/2024-08-29/a.md', pageOf('甲项目开工'));
    const { takeInNow } = await start();
    expect(await headlines()).toEqual([]);
    clock.moveTo(new Date('2024-08-29T00:00:00+08:00'));
    expect((await takeInNow()).released).toHaveLength(1);
    expect(await headlines()).toEqual(['甲项目开工']);
    clock.moveTo(new Date('2024-08-28T00:00:00Z'));
  });
});
