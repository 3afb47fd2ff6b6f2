import type { City } from '../../city/city.js';
import type { Directory } from '../../city/directory.js';
import type { Log } from '../../log.js';
import type { Storage } from '../../storage/store.js';
import type { Archive, ImportedRecord } from '../archive.js';
import type { Search } from '../search.js';
import { type ImportReport, writeRecords } from './imported/import-records.js';
import { openImportedArticles } from './imported/imported-articles.js';
import { compareArticles, indexArticles } from './index-articles.js';
import { indexRecords } from './index-records.js';
import { type Miss, openMisses } from './misses.js';
import { once } from './once.js';
import { openIndex } from './open-index.js';
import { listNames } from './query/names.js';
import { type Lexicon, loadLexicon } from './question/lexicon.js';
import { runSearch } from './run-search.js';
import { countDocuments } from './tables.js';

/** What search needs; `city` and `directory` tell what names mean. */
export interface SearchDependencies {
  readonly storage: Pick<Storage, 'database' | 'discardDatabase'>;
  readonly archive: Archive;
  readonly city: City;
  readonly directory: Directory;
  readonly log: Log;
}

/** Search together with what writes its index. */
export interface OpenedSearch extends Search {
  /**
   * Takes records of another system in: found by search and `/latest`, never due to anybody. Known ones add nothing.
   * @param options.onProgress is told how many records have been read, then how many have been indexed.
   */
  importRecords(
    records: AsyncIterable<ImportedRecord>,
    options?: { readonly onProgress?: (step: 'read' | 'indexed', done: number) => void },
  ): Promise<ImportReport>;
  /** Ends when the whole index has been compared with the archive once; a search before that may miss late corrections. */
  readonly indexing: Promise<void>;
  /** Loads what questions need, some milliseconds of the event loop, before somebody asks the first. */
  prepare(): Promise<void>;
  /** Writes a consistent copy of the imported records, which are in no other file, to `file`. */
  backupRecords(file: string): Promise<void>;
  /** What was searched most and not found: counts only, nobody's name. */
  misses(limit: number): Promise<readonly Miss[]>;
  /** Ends the work in the background; to be called before the store is closed. */
  close(): Promise<void>;
}

/**
 * Opens the index beside the store, brings it up to date, and keeps it so: articles that the archive takes in, corrects or
 * withdraws are searchable when its call returns. A damaged index is put aside and made anew. Imported records are made known
 * to the archive.
 * @throws {StoreFailure} when the store cannot serve.
 */
export async function openSearch(dependencies: SearchDependencies): Promise<OpenedSearch> {
  const { archive, city, log } = dependencies;
  const { database, mending } = await openIndex(dependencies);
  archive.addForeign(openImportedArticles(database));
  archive.onChanged((changed) => mending(() => indexArticles(database, changed)));
  const names = listNames(city);
  const misses = openMisses(database, log);
  const lexicon: () => Promise<Lexicon> = once(() => loadLexicon(namesOf(city)));
  const documents = once(() => countDocuments(database));
  const closing = new AbortController();
  const indexing = mending(() => compareArticles(database, archive, 0, closing.signal))
    .then(() => {})
    .catch((thrown: unknown) => log.error({ reason: String(thrown) }, 'the search index was not compared'));
  return {
    indexing,
    async prepare() {
      await lexicon();
    },
    async close() {
      closing.abort();
      await Promise.all([indexing, misses.settle()]);
    },
    search: (text, options) =>
      mending(() =>
        runSearch(
          { ...dependencies, database, names, misses, lexicon, countDocuments: documents },
          text,
          options,
        ),
      ),
    async backupRecords(file) {
      await database.run('VACUUM imported INTO ?', [file]);
    },
    misses: misses.read,
    async importRecords(records, { onProgress } = {}) {
      const report = await writeRecords(database, records, (done) => onProgress?.('read', done));
      await mending(() => indexRecords(database, (done) => onProgress?.('indexed', done)));
      return report;
    },
  };
}

/** Names that a dictionary of the language does not have: districts, their places, topics. */
function namesOf({ name, aliases, districts, topics }: City): string[] {
  const places = districts.flatMap((district) => [
    district.name,
    district.official,
    ...district.aliases,
    ...district.places.flatMap((place) => [place.name, ...place.aliases]),
  ]);
  return [name, ...aliases, ...places, ...topics.flatMap((topic) => [topic.name.zh, ...topic.aliases])];
}
