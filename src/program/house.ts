import type { Archive } from '../archive/archive.js';
import { openArchive } from '../archive/open-archive.js';
import type { City } from '../city/city.js';
import { createDirectory } from '../city/create-directory.js';
import type { Directory } from '../city/directory.js';
import type { Settings } from '../config.js';
import { type Content, openContent } from '../intake/open-content.js';
import { openCopy, openStorage } from '../storage/open-storage.js';
import type { Storage } from '../storage/store.js';
import { openSubscribers } from '../subscribers/open-subscribers.js';
import type { Subscribers } from '../subscribers/subscribers.js';

/** What the bot and the commands share: content, store, archive, subscribers. */
export interface House {
  readonly settings: Settings;
  readonly content: Content;
  readonly city: City;
  readonly directory: Directory;
  readonly storage: Storage;
  readonly archive: Archive;
  readonly subscribers: Subscribers;
  close(): Promise<void>;
}

/**
 * Opens content and store.
 * @param options.isDryRun works on a copy of the store in memory: nothing is written.
 * @throws {Problem} for settings and content that cannot be used. @throws {StoreFailure} for a store that cannot serve.
 */
export async function openHouse(
  settings: Settings,
  options: { readonly isDryRun?: boolean } = {},
): Promise<House> {
  const content = await openContent(settings.CONTENT_DIR);
  const storage = await (options.isDryRun ? openCopy : openStorage)(settings.storeUrl);
  await storage.probe();
  return {
    settings,
    content,
    city: content.city,
    directory: createDirectory(content.city),
    storage,
    archive: openArchive(storage, settings.TIMEZONE),
    subscribers: openSubscribers(storage),
    close: () => storage.close(),
  };
}
