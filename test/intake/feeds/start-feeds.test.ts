import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.js';
import { openArchive } from '../../../src/archive/open-archive.js';
import type { Finding } from '../../../src/articles/article.js';
import type { FeedVersion } from '../../../src/intake/feeds/fetch-feed.js';
import { type FeedIntake, startFeeds } from '../../../src/intake/feeds/start-feeds.js';
import { openContent } from '../../../src/intake/open-content.js';
import { silentLog } from '../../../src/log.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { type ContentFolder, makeContentFolder } from '../content-folder.js';
import { startServer, type TestServer } from './http-server.js';

const now = new Date('2024-08-28T02:00:00Z');
const item = (title: string, day: number) => `<item><title>${title}</title>
<pubDate>${String(day).padStart(2, '0')} Aug 2024 08:00:00 +0800</pubDate><description><![CDATA[
<p>本报讯(记者 许见山)近日，金水区花园路街道${title}，300多户居民受益。</p>
<p># 这一行只是正文，街道将继续做好后续服务。</p><img src="a.jpg">]]></description></item>`;
const rss = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>县区</title>${items.join('')}</channel></rss>`;

let folder: ContentFolder;
let server: TestServer;
let archive: Archive;
let feeds: FeedIntake | undefined;
let body: string;
let findings: Finding[];

beforeEach(async () => {
  folder = await makeContentFolder();
  body = rss(item('建起口袋公园', 27), item('旧闻一则', 1));
  server = await startServer((request, response) => {
    const etag = `"${body.length}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
  });
  await writeFile(
    path.join(folder.path, 'feeds.yaml'),
    `feeds:\n  - url: ${server.url}/rss\n    paper: 河湾日报\n    allowPrivate: true\n`,
  );
  findings = [];
});
afterEach(async () => {
  await feeds?.close();
  await server.close();
  await folder.remove();
});

async function start(): Promise<FeedIntake> {
  const storage = await openStorage('memory://');
  archive = openArchive(storage, 'Asia/Shanghai');
  feeds = startFeeds({
    contentFolder: folder.path,
    readPage: (await openContent(folder.path)).readPage,
    versions: storage.collection<FeedVersion>('feeds'),
    zone: 'Asia/Shanghai',
    archive,
    clock: { now: () => now },
    log: silentLog,
    onFindings: (found) => void findings.push(...found),
  });
  await feeds.pollNow();
  return feeds;
}

describe('the feeds of the newsroom', () => {
  it('give the same articles as pages do, and old items are left alone', async () => {
    await start();
    expect(await archive.count()).toBe(1);
    expect(await archive.byNumber(1)).toMatchObject({
      headline: '建起口袋公园',
      date: '2024-08-27',
      districts: ['金水区'],
      reporters: ['许见山'],
      paper: '河湾日报',
      photo: true,
      source: { file: `${server.url}/rss`, line: 1 },
    });
    expect((await archive.byNumber(1))?.paragraphs.join('')).toContain('这一行只是正文');
  });

  it('are asked again only for what has changed', async () => {
    const { pollNow } = await start();
    await pollNow();
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeDefined();
    expect(await archive.count()).toBe(1);
    body = rss(item('开出助餐点', 28), item('建起口袋公园', 27));
    await pollNow();
    expect((await archive.byNumber(2))?.headline).toBe('开出助餐点');
    expect(await archive.count()).toBe(2);
  });

  it('say once what goes on being wrong', async () => {
    body = '<html>moved</html>';
    const { pollNow } = await start();
    await pollNow();
    await pollNow();
    expect(findings).toMatchObject([{ rule: 'feed-unreadable', severity: 'warning' }]);
  });
});
