import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportedRecord } from '../../../src/archive/archive.js';
import { openArchive } from '../../../src/archive/open-archive.js';
import { openSearch } from '../../../src/archive/search/open-search.js';
import type { Article } from '../../../src/articles/article.js';
import { createDirectory } from '../../../src/city/create-directory.js';
import { parseCity } from '../../../src/city/load-city.js';
import { type Log, silentLog } from '../../../src/log.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { sampleArticle } from '../../support/sample-article.js';

/** The moment of every search here. */
export const now = new Date('2024-09-10T09:00:00+08:00');
const file = path.resolve(import.meta.dirname, '../../../content/city.yaml');
const city = parseCity(readFileSync(file, 'utf8'), file);
const directory = createDirectory(city);

/** Opens archive and search over a store; `memory://` unless told. */
export async function openNewsroom(url = 'memory://', log: Log = silentLog) {
  const storage = await openStorage(url);
  const archive = openArchive(storage, city.timezone);
  const search = await openSearch({ storage, archive, city, directory, log });
  return {
    archive,
    search,
    /** Headlines of the first page. */
    async find(
      query: string,
      options: { readonly limit?: number; readonly ownDistricts?: readonly string[] } = {},
    ) {
      const { results } = await search.search(query, { now, limit: 10, ...options });
      return results.map(({ article }) => article.headline);
    },
    async close() {
      await search.close();
      await storage.close();
    },
  };
}

/** The address of a store in a folder of its own. */
export async function freshStore(): Promise<string> {
  return `sqlite://${path.join(await mkdtemp(path.join(tmpdir(), 'qubao-search-')), 'qubao.sqlite')}`;
}

/** Headlines of one's own making, a day apart, the first one the newest. */
export const headlines = [
  '燕庄社区开展消防演练',
  '地铁八号线年底通车试运行',
  '经八路街道上线智能语音应答系统（IVR）',
  '五龙口小学新教学楼投入使用',
  '荥阳石榴采摘节周末开幕',
  '二七区新增三处口袋公园',
  '5G网络覆盖全部社区服务站',
  '供热管网改造进入收尾阶段',
  '重庆火锅节来到德化步行街',
  '老旧小区加装电梯补贴怎么申领',
  '高新区科技企业招聘会提供千余岗位',
  '社区食堂让老人吃上热乎饭',
] as const;

/** Those as articles of the newsroom. */
export const articles: readonly Article[] = headlines.map((headline, at) =>
  sampleArticle(`own${String(at).padStart(7, '0')}`, {
    headline,
    date: `2024-08-${String(28 - at).padStart(2, '0')}`,
    districts: at === 0 ? ['金水区'] : at === 5 ? ['二七区'] : [],
    topics: at === 3 ? ['education'] : ['community'],
    paragraphs: [
      `第${at}段正文。居民们说，${['很及时', '盼了很久', '真方便'][at % 3]}。`,
      `负责人介绍了编号${at}的来历。`,
    ],
  }),
);

/** Those as records of another system. */
export async function* records(of: readonly ImportedRecord[]): AsyncGenerator<ImportedRecord> {
  yield* of;
}
