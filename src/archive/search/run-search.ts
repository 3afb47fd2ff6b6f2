import { dayIn } from '../../calendar/zone.js';
import type { City } from '../../city/city.js';
import type { Directory } from '../../city/directory.js';
import type { Database } from '../../storage/store.js';
import type { Archive } from '../archive.js';
import type { SearchAnswer, SearchOptions, SearchResult } from '../search.js';
import { readArticle, resultOf, searchedText } from './answer.js';
import { type Candidates, findCandidates } from './candidates.js';
import { dayNumber } from './days.js';
import { type Finder, find } from './find.js';
import { foldText } from './fold.js';
import type { Misses } from './misses.js';
import { once } from './once.js';
import type { Expression } from './query/expressions.js';
import type { Names } from './query/names.js';
import { parseQuery, type Query } from './query/parse-query.js';
import { gistOf } from './question/gist.js';
import type { Lexicon } from './question/lexicon.js';
import { weighWords } from './question/weigh-words.js';
import { rank } from './rank.js';
import { suggest } from './suggest.js';

/** What one search works with. */
export interface SearchTools {
  readonly archive: Archive;
  readonly city: City;
  readonly directory: Directory;
  /** Names of districts and topics. */
  readonly names: Names;
  readonly database: Database;
  readonly misses: Misses;
  /** Loaded when first asked for. */
  lexicon(): Promise<Lexicon>;
  /** How many documents there are, roughly. */
  countDocuments(): Promise<number>;
}

const defaultLimit = 5;
const mostResults = 50;
/** No new way to understand a query is tried after this. */
const timeLimitMs = 250;

/** Answers one query; any text is safe. */
export async function runSearch(
  tools: SearchTools,
  text: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const query = parseQuery(text, tools, () => dayIn(tools.city.timezone, options.now));
  const finder = finderOf(tools, query);
  const offset = Math.max(0, options.offset ?? 0);
  const limit = Math.min(mostResults, Math.max(1, options.limit ?? defaultLimit));
  const found = isEmpty(query) ? [] : await find(finder, query, offset + limit);
  const ranked = rank(found, options.ownDistricts ?? []);
  const page = await Promise.all(
    ranked.slice(offset, offset + limit).map(async (each): Promise<SearchResult | undefined> => {
      const article = await readArticle(tools.database, tools.archive, each.candidate);
      return article && resultOf(each, article);
    }),
  );
  const suggestions = found.length > 0 ? [] : await suggest(finder, query);
  const gist = found.length > 0 ? undefined : gistOf(query.parts, (await finder.knowledge()).wish);
  if (found.length === 0)
    tools.misses.count(query.parts.join(' '), dayNumber(options.now.toISOString().slice(0, 10)));
  return {
    results: page.filter((result) => result !== undefined),
    hasMore: ranked.length > offset + limit,
    filters: filtersOf(query),
    suggestions,
    ...(gist !== undefined && { gist }),
  };
}

function finderOf({ database, archive, lexicon, names, countDocuments }: SearchTools, query: Query): Finder {
  const looked = new Map<Expression, Promise<Candidates>>();
  return {
    knowledge: once(async () => ({
      wish: weighWords(query, await lexicon()),
      names,
      documents: await countDocuments(),
    })),
    names,
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
}

function isEmpty({ parts, districts, topics, days }: Query): boolean {
  return (
    parts.length + districts.length + topics.length === 0 && days.from === undefined && days.to === undefined
  );
}

function filtersOf({ districts, topics, days }: Query): SearchAnswer['filters'] {
  return { districts, topics, ...days };
}
