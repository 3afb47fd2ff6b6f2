import { dayIn } from '../../calendar/zone.js';
import type { City } from '../../city/city.js';
import type { Directory } from '../../city/directory.js';
import type { Log } from '../../log.js';
import type { Database, Storage } from '../../storage/store.js';
import type { Archive, ImportedRecord } from '../archive.js';
import type { Search, SearchAnswer, SearchOptions, SearchResult } from '../search.js';
import { readArticle, resultOf, searchedText } from './answer.js';
import { type Candidates, findCandidates } from './candidates.js';
import { type Finder, find } from './find.js';
import { foldText } from './fold.js';
import { type ImportReport, writeRecords } from './imported/import-records.js';
import { openImportedArticles } from './imported/imported-articles.js';
import { compareArticles, indexArticles } from './index-articles.js';
import { indexRecords } from './index-records.js';
import { openIndex } from './open-index.js';
import type { Expression } from './query/expressions.js';
import { parseQuery, type Query } from './query/parse-query.js';
import { type Lexicon, loadLexicon } from './question/lexicon.js';
import { rank } from './rank.js';

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
  /** Ends the work in the background; to be called before the store is closed. */
  close(): Promise<void>;
}

const defaultLimit = 5;
const mostResults = 50;
/** No new way to understand a query is tried after this. */
const timeLimitMs = 150;

/**
 * Opens the index beside the store, brings it up to date, and keeps it so: articles that the archive takes in, corrects or
 * withdraws are searchable when its call returns. A damaged index is put aside and made anew. Imported records are made known
 * to the archive.
 * @throws {StoreFailure} when the store cannot serve.
 */
export async function openSearch(dependencies: SearchDependencies): Promise<OpenedSearch> {
  const { archive, city, log } = dependencies;
  const database = await openIndex(dependencies);
  archive.addForeign(openImportedArticles(database));
  archive.onChanged((changed) => indexArticles(database, changed));
  const lexicon = once(() => loadLexicon(namesOf(city)));
  const closing = new AbortController();
  const indexing = compareArticles(database, archive, 0, closing.signal)
    .then(() => {})
    .catch((thrown: unknown) => log.error({ reason: String(thrown) }, 'the search index was not compared'));
  return {
    indexing,
    close() {
      closing.abort();
      return indexing;
    },
    search: (text, options) => search({ ...dependencies, database, lexicon }, text, options),
    async importRecords(records, { onProgress } = {}) {
      const report = await writeRecords(database, records, (done) => onProgress?.('read', done));
      await indexRecords(database, (done) => onProgress?.('indexed', done));
      return report;
    },
  };
}

/** Does it when first asked, and then gives what came. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
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

interface Opened extends SearchDependencies {
  readonly database: Database;
  lexicon(): Promise<Lexicon>;
}

async function search(
  { archive, city, directory, database, lexicon }: Opened,
  text: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const query = parseQuery(text, directory, () => dayIn(city.timezone, options.now));
  const offset = Math.max(0, options.offset ?? 0);
  const limit = Math.min(mostResults, Math.max(1, options.limit ?? defaultLimit));
  const looked = new Map<Expression, Promise<Candidates>>();
  const finder: Finder = {
    lexicon,
    lookUp(words, wish) {
      const before = looked.get(words);
      const candidates = before ?? findCandidates(database, words, wish);
      if (before === undefined) looked.set(words, candidates);
      return candidates;
    },
    deadline: performance.now() + timeLimitMs,
    bodyOf: async (candidate) => {
      const article = await readArticle(database, archive, candidate);
      return article === undefined ? '' : foldText(searchedText(article));
    },
  };
  const found = isEmpty(query) ? [] : await find(finder, query, offset + limit);
  const ranked = rank(found, options.ownDistricts ?? []);
  const page = await Promise.all(
    ranked.slice(offset, offset + limit).map(async (each): Promise<SearchResult | undefined> => {
      const article = await readArticle(database, archive, each.candidate);
      return article && resultOf(each, article);
    }),
  );
  return {
    results: page.filter((result) => result !== undefined),
    hasMore: ranked.length > offset + limit,
    filters: filtersOf(query),
    suggestions: [],
  };
}

function isEmpty({ parts, districts, topics, days }: Query): boolean {
  return (
    parts.length + districts.length + topics.length === 0 && days.from === undefined && days.to === undefined
  );
}

function filtersOf({ districts, topics, days }: Query): SearchAnswer['filters'] {
  return { districts, topics, ...days };
}
