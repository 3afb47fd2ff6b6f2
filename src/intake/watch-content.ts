import path from 'node:path';
import { watch } from 'chokidar';
import { pagesFolder } from './list-pages.js';
import { cityFile } from './open-content.js';
import { settledMs } from './wait-until-written.js';

/** What a watcher tells. */
export interface WatchListener {
  /** Pages were dropped, changed or removed. Several changes together are told once. */
  onPages(): void;
  onCity(): void;
  onError(error: unknown): void;
}

/** Changes that come together (a folder copied) are told once, this long after the last one. */
const quietMs = 300;

const isWatched = (relative: string) =>
  relative === '' || relative === cityFile || relative.split(path.sep)[0] === pagesFolder;

/** Watches the pages and the city of a content folder. Resolves when every later change will be seen. */
export async function watchContent(
  folder: string,
  listener: WatchListener,
): Promise<{ close(): Promise<void> }> {
  const watcher = watch(folder, {
    // The folder itself is watched, so that pages/ may be made while the bot runs.
    ignored: (file) => !isWatched(path.relative(folder, file)),
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: settledMs, pollInterval: 100 },
    followSymlinks: true,
    depth: 5,
  });
  let timer: NodeJS.Timeout | undefined;
  const pagesChanged = () => {
    clearTimeout(timer);
    timer = setTimeout(() => listener.onPages(), quietMs);
  };
  watcher.on('all', (_event, file) => {
    if (path.basename(file) === cityFile) listener.onCity();
    else pagesChanged();
  });
  watcher.on('error', (error) => listener.onError(error));
  await new Promise<void>((resolve) => void watcher.once('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
