import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDay } from '../calendar/zone.js';
import { messageOf, Problem } from '../problem.js';
import type { PageFile } from './list-pages.js';

/**
 * A page that lies anywhere, by the path that somebody typed; the folder it lies in dates it where it is named for a day.
 * @throws {Problem} where there is no such file.
 */
export async function pageFileAt(file: string): Promise<PageFile> {
  const stats = await stat(file).catch((cause: unknown) => {
    throw new Problem(`${file}: expected a page that can be read: ${messageOf(cause)}.`, { cause });
  });
  if (!stats.isFile()) throw new Problem(`${file}: expected a page, got a folder or a device.`);
  const folder = path.basename(path.dirname(path.resolve(file)));
  return {
    file,
    path: file,
    ...(isDay(folder) && { folderDate: folder }),
    sizeBytes: stats.size,
    modifiedMs: stats.mtimeMs,
  };
}
