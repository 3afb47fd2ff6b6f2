import { type Database, StoreFailure } from '../../storage/store.js';
import { indexNewArticles } from './index-articles.js';
import { indexRecords } from './index-records.js';
import type { SearchDependencies } from './open-search.js';
import { openTables } from './tables.js';

/** Opens the index and brings it up to date; a damaged one is put aside and made anew, and the log says so. */
export async function openIndex(dependencies: SearchDependencies): Promise<Database> {
  const { storage, log } = dependencies;
  try {
    return await openUpToDate(dependencies);
  } catch (thrown) {
    if (!(thrown instanceof StoreFailure) || thrown.reason !== 'corrupt') throw thrown;
    const kept = await storage.discardDatabase('search');
    log.warn(
      { kept },
      'the search index was damaged: it is made anew from the archive and the imported records',
    );
    return openUpToDate(dependencies);
  }
}

async function openUpToDate({ storage, archive, log }: SearchDependencies): Promise<Database> {
  const database = await storage.database('search');
  const isNew = await openTables(database);
  const records = await indexRecords(database);
  const articles = await indexNewArticles(database, archive);
  if (isNew && records + articles > 0) log.info({ records, articles }, 'the search index was made anew');
  return database;
}
