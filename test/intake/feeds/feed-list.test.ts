import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFeedList } from '../../../src/intake/feeds/feed-list.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'qubao-feeds-'));
});
afterEach(() => rm(folder, { recursive: true }));
const put = (text: string) => writeFile(path.join(folder, 'feeds.yaml'), text);

describe('the list of feeds', () => {
  it('may be absent', async () => {
    expect(await readFeedList(folder)).toEqual({ feeds: [], findings: [] });
  });

  it('gives feeds with their defaults', async () => {
    await put('feeds:\n  - url: https://paper.example/rss\n    paper: 河湾日报\n');
    expect((await readFeedList(folder)).feeds).toEqual([
      { url: 'https://paper.example/rss', paper: '河湾日报', allowPrivate: false },
    ]);
  });

  it('names the line of a mistake', async () => {
    await put('feeds:\n  - url: https://paper.example/rss\n  - url: ftp://paper.example\n');
    const { feeds, findings } = await readFeedList(folder);
    expect(feeds).toEqual([]);
    expect(findings).toMatchObject([{ file: 'feeds.yaml', line: 3, severity: 'error' }]);
    await put('feeds: [\n');
    expect((await readFeedList(folder)).findings).toMatchObject([{ rule: 'feed-list', severity: 'error' }]);
  });
});
