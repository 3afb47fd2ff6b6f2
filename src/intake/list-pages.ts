import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../articles/article.js';
import type { IsoDate } from '../calendar/instant.js';
import { isDay } from '../calendar/zone.js';
import { messageOf } from '../problem.js';

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

/** Lists the pages of a content folder. A folder that is not there has no pages. */
export async function listPages(contentFolder: string): Promise<PageList> {
  const pages: PageFile[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();

  async function visit(relative: string, folderDate: IsoDate | undefined, depth: number): Promise<void> {
    const folder = path.join(contentFolder, relative);
    const real = await realpath(folder);
    if (seen.has(real)) return void findings.push(loopFinding(relative));
    if (depth > deepest) return void findings.push(tooDeepFinding(relative));
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted(byName)) {
      if (companions.test(entry.name)) continue;
      const name = path.posix.join(relative, entry.name);
      try {
        await take(name, await stat(path.join(contentFolder, name)), entry.name, folderDate, depth);
      } catch (error) {
        findings.push(unreadableFinding(name, error));
      }
    }
  }

  async function take(
    file: string,
    stats: Stats,
    name: string,
    folderDate: IsoDate | undefined,
    depth: number,
  ): Promise<void> {
    if (stats.isDirectory()) {
      if (!isDay(name) && /^\d{4}\D?\d{1,2}\D?\d{1,2}$/.test(name)) findings.push(badDateFinding(file));
      return visit(file, isDay(name) ? name : folderDate, depth + 1);
    }
    if (!stats.isFile() || !pageNames.test(name)) return void findings.push(noPageFinding(file));
    pages.push({
      file,
      path: path.join(contentFolder, file),
      ...(folderDate !== undefined && { folderDate }),
      sizeBytes: stats.size,
      modifiedMs: stats.mtimeMs,
    });
  }

  try {
    await visit(pagesFolder, undefined, 0);
  } catch (error) {
    findings.push(isMissing(error) ? noPagesFinding() : unreadableFinding(pagesFolder, error));
  }
  return { pages, findings };
}

const numbered = new Intl.Collator('en', { numeric: true });
/** `page-2.md` before `page-10.md`; equal names by their bytes, so that the order never depends on the disk. */
const byName = (one: Dirent, other: Dirent) =>
  numbered.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

const noPagesFinding = (): Finding => ({
  file: pagesFolder,
  line: 1,
  severity: 'warning',
  rule: 'no-pages',
  message: 'There is no folder pages in the content folder.',
  hint: 'Make pages/YYYY-MM-DD and put the pages of that day into it.',
});

const loopFinding = (file: string): Finding => ({
  file,
  line: 1,
  severity: 'warning',
  rule: 'link-loop',
  message: 'This link leads to a folder that was read already.',
  hint: 'Remove the link; its pages are read where they lie.',
});

const tooDeepFinding = (file: string): Finding => ({
  file,
  line: 1,
  severity: 'warning',
  rule: 'too-deep',
  message: `Folders are followed ${deepest} deep; this one was left out.`,
  hint: 'Put its pages into pages/YYYY-MM-DD.',
});

const badDateFinding = (file: string): Finding => ({
  file,
  line: 1,
  severity: 'warning',
  rule: 'folder-date',
  message: 'The name of this folder looks like a date and is none of the form YYYY-MM-DD.',
  hint: 'Rename it for the day of the issue, such as 2024-08-27.',
});

const noPageFinding = (file: string): Finding => ({
  file,
  line: 1,
  severity: 'note',
  rule: 'not-a-page',
  message: 'Expected a page as text (.md, .markdown or .txt), got another kind of file; it was left out.',
  hint: 'Convert it to Markdown, or keep it elsewhere.',
});

const unreadableFinding = (file: string, error: unknown): Finding => ({
  file,
  line: 1,
  severity: 'error',
  rule: 'unreadable',
  message: `Cannot be read: ${messageOf(error)}.`,
  hint: 'Check that the file is there and that this program may read it.',
});
