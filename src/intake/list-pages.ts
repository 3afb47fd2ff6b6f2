import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../articles/article.js';
import type { IsoDate } from '../calendar/instant.js';
import { isDay } from '../calendar/zone.js';
import { folderDateFinding, linkLoop, noPages, notAPage, tooDeep, unreadable } from './list-findings.js';

/** A file of the content folder that should be a page. */
export interface PageFile {
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  readonly path: string;
  /** By the nearest folder above that is named for a day. */
  readonly folderDate?: IsoDate;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** What lies in `pages/`: pages in the order of their names, and what is wrong with the rest. */
export interface PageList {
  readonly pages: readonly PageFile[];
  readonly findings: readonly Finding[];
}

/** Folder of the pages inside the content folder. */
export const pagesFolder = 'pages';

const pageNames = /\.(?:md|markdown|txt)$/i;
/** Lies beside pages and needs no word: pictures, what editors and operating systems leave. */
const companions =
  /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|json|tmp|part|swp|bak|crdownload)$|~$|^[._]|^thumbs\.db$/i;
/** Folders inside folders that are followed; an issue lies one deep. */
const deepest = 4;

/** One walk through `pages/`, and what it has found so far. */
interface Walk {
  readonly contentFolder: string;
  readonly pages: PageFile[];
  readonly findings: Finding[];
  /** Real paths of the folders that were read. */
  readonly seen: Set<string>;
}

interface Place {
  /** Relative to the content folder. */
  readonly file: string;
  readonly folderDate: IsoDate | undefined;
  readonly depth: number;
}

/** Lists the pages of a content folder. A folder that is not there has no pages. */
export async function listPages(contentFolder: string): Promise<PageList> {
  const walk: Walk = { contentFolder, pages: [], findings: [], seen: new Set() };
  try {
    await visit(walk, { file: pagesFolder, folderDate: undefined, depth: 0 });
  } catch (error) {
    walk.findings.push(isMissing(error) ? noPages(pagesFolder) : unreadable(pagesFolder, error));
  }
  return walk;
}

async function visit(walk: Walk, { file, folderDate, depth }: Place): Promise<void> {
  const folder = path.join(walk.contentFolder, file);
  const real = await realpath(folder);
  if (walk.seen.has(real)) return void walk.findings.push(linkLoop(file));
  if (depth > deepest) return void walk.findings.push(tooDeep(file, deepest));
  walk.seen.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries.toSorted(byName)) {
    if (!companions.test(name))
      await take(walk, { file: path.posix.join(file, name), folderDate, depth }, name);
  }
}

async function take(walk: Walk, { file, folderDate, depth }: Place, name: string): Promise<void> {
  const whole = path.join(walk.contentFolder, file);
  try {
    const stats = await stat(whole);
    if (stats.isDirectory()) {
      if (!isDay(name) && looksLikeDate.test(name)) walk.findings.push(folderDateFinding(file));
      await visit(walk, { file, folderDate: isDay(name) ? name : folderDate, depth: depth + 1 });
    } else if (stats.isFile() && pageNames.test(name)) {
      const date = folderDate === undefined ? {} : { folderDate };
      walk.pages.push({ file, path: whole, ...date, sizeBytes: stats.size, modifiedMs: stats.mtimeMs });
    } else walk.findings.push(notAPage(file));
  } catch (error) {
    walk.findings.push(unreadable(file, error));
  }
}

const looksLikeDate = /^\d{4}\D?\d{1,2}\D?\d{1,2}$/;
const numbered = new Intl.Collator('en', { numeric: true });
/** `page-2.md` before `page-10.md`; equal names by their bytes, so that the order never depends on the disk. */
const byName = (one: Dirent, other: Dirent) =>
  numbered.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
