import type { Finding, PageReading } from '../articles/article.js';
import type { IsoDate } from '../calendar/instant.js';
import { dayIn } from '../calendar/zone.js';
import { listPages, type PageFile } from './list-pages.js';
import { waitUntilWritten } from './wait-until-written.js';

/** Articles given at once; a page or an issue is never torn apart for it. */
const partSize = 300;

/** What has been given and said so far. */
interface Memory {
  /** Versions of the pages that need not be given again. */
  readonly given: Map<string, string>;
  /** Versions of the pages whose findings have been told. */
  readonly told: Map<string, string>;
  listFindings: readonly Finding[];
}

/** Makes `Content.changes` of a folder; it remembers what it has given. */
export function followChanges(folder: string, zone: string, readOne: ReadOne) {
  const memory: Memory = { given: new Map(), told: new Map(), listFindings: [] };
  return async function* changes(
    now: Date,
    { isLive = false }: { readonly isLive?: boolean } = {},
  ): AsyncGenerator<PageReading> {
    const today = dayIn(zone, now);
    const { pages, findings } = await listPages(folder);
    for (const known of [memory.given, memory.told]) forgetRemoved(known, pages);
    const listed = pages.filter((page) => memory.given.get(page.file) !== versionOf(page));
    const changed = isLive ? await written(listed) : listed;
    yield { articles: [], findings: findings.filter((finding) => !includes(memory.listFindings, finding)) };
    memory.listFindings = findings;
    for await (const part of inParts(await dated(changed, readOne), readOne)) {
      yield together(part.map((read) => (isTold(memory, read) ? quiet(read) : read)));
      for (const { page, reading } of part) {
        memory.told.set(page.file, versionOf(page));
        if (reading.articles.every(({ date }) => date <= today)) memory.given.set(page.file, versionOf(page));
      }
    }
  };
}

const isTold = ({ told }: Memory, { page }: ReadFile) => told.get(page.file) === versionOf(page);

/** A page and what was understood of it. */
export interface ReadFile {
  readonly page: PageFile;
  readonly reading: PageReading;
}
interface DatedPage {
  readonly page: PageFile;
  readonly date: IsoDate;
  readonly reading?: PageReading;
}
/** Reads one page. Never rejects for what is wrong with it. */
export type ReadOne = (page: PageFile) => Promise<ReadFile>;

const versionOf = ({ sizeBytes, modifiedMs, folderDate }: PageFile) =>
  `${sizeBytes} ${modifiedMs} ${folderDate}`;

async function written(pages: readonly PageFile[]): Promise<PageFile[]> {
  const waited = await Promise.all(pages.map(waitUntilWritten));
  return waited.filter((page) => page !== undefined);
}

function forgetRemoved(given: Map<string, string>, pages: readonly PageFile[]): void {
  const names = new Set(pages.map(({ file }) => file));
  for (const file of given.keys()) if (!names.has(file)) given.delete(file);
}

/** Puts pages in the order of their issue dates. Those that no folder dates must be read for it. */
async function dated(pages: readonly PageFile[], readOne: ReadOne): Promise<DatedPage[]> {
  const found: DatedPage[] = [];
  for (const page of pages) {
    if (page.folderDate !== undefined) found.push({ page, date: page.folderDate });
    else {
      const { reading } = await readOne(page);
      found.push({ page, reading, date: reading.articles[0]?.date ?? '' });
    }
  }
  return byDate(found);
}

/** In the order of days; within a day, the order in which they came. */
export function byDate<T extends { readonly date: IsoDate }>(items: readonly T[]): T[] {
  return items.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

/** Reads on until there is a part of some size that ends with its day. */
async function* inParts(pages: readonly DatedPage[], readOne: ReadOne): AsyncGenerator<readonly ReadFile[]> {
  let part: ReadFile[] = [];
  let articles = 0;
  for (const [index, { page, date, reading }] of pages.entries()) {
    const read = reading === undefined ? await readOne(page) : { page, reading };
    part.push(read);
    articles += read.reading.articles.length;
    if (articles >= partSize && pages[index + 1]?.date !== date) {
      yield part;
      part = [];
      articles = 0;
    }
  }
  if (part.length > 0) yield part;
}

/** A page that is given again because its day has not come: what is wrong with it has been said. */
const quiet = ({ page, reading }: ReadFile): ReadFile => ({ page, reading: { ...reading, findings: [] } });

const includes = (findings: readonly Finding[], { file, rule }: Finding) =>
  findings.some((other) => other.file === file && other.rule === rule);

const together = (part: readonly ReadFile[]): PageReading => ({
  articles: part.flatMap(({ reading }) => reading.articles),
  findings: part.flatMap(({ reading }) => reading.findings),
});
