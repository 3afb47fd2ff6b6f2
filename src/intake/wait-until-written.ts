import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageFile } from './list-pages.js';

/** A file counts as written when it has not changed for so long. */
export const settledMs = 500;
/** Times that a file is waited for; one that grows on is read when the watcher says that it has come to rest. */
const patience = 6;

/**
 * Waits for whoever is writing a page. Gives the page as it is then, or undefined where it is still growing or gone.
 * Compares with the machine's clock, because that is the clock that file systems write.
 */
export async function waitUntilWritten(page: PageFile): Promise<PageFile | undefined> {
  let current = page;
  for (let times = 0; times < patience; times++) {
    const ageMs = Date.now() - current.modifiedMs;
    if (ageMs < 0 || ageMs >= settledMs) return current;
    await sleep(settledMs - ageMs);
    const stats = await stat(page.path).catch(() => undefined);
    if (stats === undefined) return undefined;
    current = { ...page, sizeBytes: stats.size, modifiedMs: stats.mtimeMs };
  }
  return undefined;
}
