import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Article, PageReading } from '../articles/article.js';
import { createPageReader, type PageReader } from '../articles/read-page.js';
import type { City } from '../city/city.js';
import { parseCity } from '../city/load-city.js';
import { messageOf, Problem } from '../problem.js';
import { byDate, followChanges } from './content-changes.js';
import { listPages, type PageFile } from './list-pages.js';
import { type ReadPage, readPageFile } from './read-page-file.js';

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

/**
 * Opens a content folder and reads its city.
 * @param named where the folder was named, for what is said of a wrong one.
 * @throws {Problem} that names it, or the line of city.yaml that is wrong.
 */
export async function openContent(folder: string, named = 'CONTENT_DIR'): Promise<Content> {
  const city = await readCity(folder, named);
  const reader = createPageReader(city);
  const readOne = async (page: PageFile) => ({
    page,
    reading: await readPageFile(page, reader.read, city.timezone),
  });
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
    changes: followChanges(folder, city.timezone, readOne),
  };
}

/** True if there are articles and every one is invented for trying the program. */
export function areAllSamples(articles: readonly Pick<Article, 'sample'>[]): boolean {
  return articles.length > 0 && articles.every(({ sample }) => sample);
}

async function readCity(folder: string, named: string): Promise<City> {
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => undefined,
  );
  if (isFolder !== true) {
    const came = isFolder === false ? `${folder} is a file` : `there is no ${folder}`;
    throw new Problem(`${named}: expected a folder with ${cityFile} and pages, ${came}.`);
  }
  const file = path.join(folder, cityFile);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(
      `${named}: expected ${cityFile} in ${folder}, which says what the city's districts and topics are: ${messageOf(cause)}.`,
      { cause },
    );
  }
  return parseCity(text, file);
}
