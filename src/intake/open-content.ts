import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Article, Finding, PageReading } from '../articles/article.js';
import { createPageReader, type PageReader } from '../articles/read-page.js';
import type { IsoDate } from '../calendar/instant.js';
import { dayIn } from '../calendar/zone.js';
import type { City } from '../city/city.js';
import { parseCity } from '../city/load-city.js';
import { messageOf, Problem } from '../problem.js';
import { listPages, type PageFile } from './list-pages.js';
import { type ReadPage, readPageFile } from './read-page-file.js';
import { waitUntilWritten } from './wait-until-written.js';

/** The content folder: what readers read, as data. */
export interface Content {
  /** As set in CONTENT_DIR. */
  readonly folder: string;
  readonly city: City;
  /** Understands pages of this city that lie elsewhere. */
  readonly reader: PageReader;
  /** `reader.read` alone, for who only takes in. */
  readonly readPage: ReadPage;
  /** Everything, in order of issue date, page and position. */
  readAll(): Promise<PageReading>;
  /**
   * What is new or changed since the last time, with findings that have not been told yet, in the order of issue dates, some hundred articles at a time so that
   * memory stays flat; everything the first time. A page with an article of a day to come is given again until `now`
   * has reached that day. A part counts as given when the next one is asked for: if its taker fails, it comes again.
   * @param options.isLive pages that are just being written are waited for (some seconds at most, then left for the
   * next time); default: everything is read as it lies there.
   */
  changes(now: Date, options?: { readonly isLive?: boolean }): AsyncIterable<PageReading>;
}

/** File of the city inside the content folder. */
export const cityFile = 'city.yaml';

/** Articles given at once; a page or an issue is never torn apart for it. */
const partSize = 300;

/**
 * Opens a content folder and reads its city.
 * @throws {Problem} that names CONTENT_DIR, or the line of city.yaml that is wrong.
 */
export async function openContent(folder: string): Promise<Content> {
  const city = await readCity(folder);
  const reader = createPageReader(city);
  const readOne = async (page: PageFile) => ({
    page,
    reading: await readPageFile(page, reader.read, city.timezone),
  });
  /** Versions of the pages that need not be given again, and of those whose findings have been told. */
  const given = new Map<string, string>();
  const told = new Map<string, string>();
  let listFindings: readonly Finding[] = [];

  return {
    folder,
    city,
    reader,
    readPage: reader.read,
    async readAll() {
      const { pages, findings } = await listPages(folder);
      const readings: PageReading[] = [];
      for (const page of pages) readings.push((await readOne(page)).reading);
      return {
        articles: byDate(readings.flatMap(({ articles }) => articles)),
        findings: [...findings, ...readings.flatMap((reading) => reading.findings)],
      };
    },
    async *changes(now, { isLive = false } = {}) {
      const today = dayIn(city.timezone, now);
      const { pages, findings } = await listPages(folder);
      for (const known of [given, told]) forgetRemoved(known, pages);
      const listed = pages.filter((page) => given.get(page.file) !== versionOf(page));
      const changed = isLive ? await written(listed) : listed;
      yield { articles: [], findings: findings.filter((finding) => !includes(listFindings, finding)) };
      listFindings = findings;
      for await (const part of inParts(await dated(changed, readOne), readOne)) {
        yield together(
          part.map((read) => (told.get(read.page.file) === versionOf(read.page) ? quiet(read) : read)),
        );
        for (const { page, reading } of part) {
          told.set(page.file, versionOf(page));
          if (reading.articles.every(({ date }) => date <= today)) given.set(page.file, versionOf(page));
        }
      }
    },
  };
}

/** True if there are articles and every one is invented for trying the program. */
export function areAllSamples(articles: readonly Pick<Article, 'sample'>[]): boolean {
  return articles.length > 0 && articles.every(({ sample }) => sample);
}

async function readCity(folder: string): Promise<City> {
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => undefined,
  );
  if (isFolder !== true) {
    const came = isFolder === false ? `${folder} is a file` : `there is no ${folder}`;
    throw new Problem(`CONTENT_DIR: expected a folder with ${cityFile} and pages, ${came}.`);
  }
  const file = path.join(folder, cityFile);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(
      `CONTENT_DIR: expected ${cityFile} in ${folder}, which says what the city's districts and topics are: ${messageOf(cause)}.`,
      { cause },
    );
  }
  return parseCity(text, file);
}

interface ReadFile {
  readonly page: PageFile;
  readonly reading: PageReading;
}
interface DatedPage {
  readonly page: PageFile;
  readonly date: IsoDate;
  readonly reading?: PageReading;
}
type ReadOne = (page: PageFile) => Promise<ReadFile>;

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

/** Stable: within a day, the order in which they came. */
function byDate<T extends { readonly date: IsoDate }>(items: readonly T[]): T[] {
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
