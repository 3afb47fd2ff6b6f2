import { type Database, StoreFailure } from '../../storage/store.js';
import { indexNewArticles } from './index-articles.js';
import { indexRecords } from './index-records.js';
import type { SearchDependencies } from './open-search.js';
import { openTables } from './tables.js';

/** The index while it is open. */
export interface Index {
  /** Stays the same when the index is made anew. */
  readonly database: Database;
  /** Does something with the index; when that shows that it is damaged, makes the index anew and does it again. */
  mending<R>(work: () => Promise<R>): Promise<R>;
}

/** Opens the index and brings it up to date; a damaged one is put aside and made anew, and the log says so. */
export async function openIndex(dependencies: SearchDependencies): Promise<Index> {
  let current = await openUpToDate(dependencies).catch((thrown: unknown) => openAnew(dependencies, thrown));
  let isMending: Promise<void> | undefined;
  const mend = async (thrown: unknown) => {
    current = await openAnew(dependencies, thrown);
  };
  return {
    database: {
      file: current.file,
      all: (sql, parameters) => current.all(sql, parameters),
      run: (sql, parameters) => current.run(sql, parameters),
      exec: (sql) => current.exec(sql),
      transaction: (work) => current.transaction(work),
      close: () => current.close(),
    },
    async mending(work) {
      await isMending;
      try {
        return await work();
      } catch (thrown) {
        if (!isDamage(thrown)) throw thrown;
        // Whoever finds the damage first mends it, the others wait for that.
        isMending ??= mend(thrown).finally(() => {
          isMending = undefined;
        });
        await isMending;
        return work();
      }
    },
  };
}

function isDamage(thrown: unknown): boolean {
  return thrown instanceof StoreFailure && thrown.reason === 'corrupt';
}

/** @throws what came, if it was no damage. */
async function openAnew(dependencies: SearchDependencies, thrown: unknown): Promise<Database> {
  if (!isDamage(thrown)) throw thrown;
  const kept = await dependencies.storage.discardDatabase('search');
  dependencies.log.warn(
    { kept },
    'the search index was damaged: it is made anew from the archive and the imported records',
  );
  return openUpToDate(dependencies);
}

async function openUpToDate({ storage, archive, log }: SearchDependencies): Promise<Database> {
  const database = await storage.database('search');
  const isNew = await openTables(database);
  const records = await indexRecords(database);
  const articles = await indexNewArticles(database, archive);
  if (isNew && records + articles > 0) log.info({ records, articles }, 'the search index was made anew');
  return database;
}
