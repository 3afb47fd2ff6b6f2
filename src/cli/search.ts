import { type Command, InvalidArgumentError } from 'commander';
import { openSearch } from '../archive/search/open-search.js';
import type { Search, SearchResult } from '../archive/search.js';
import { Problem } from '../problem.js';
import type { CliContext } from './context.js';
import { linesOf } from './lines-of.js';

interface Options {
  readonly limit: number;
  readonly json?: boolean;
  readonly batch?: boolean;
}

const defaultLimit = 10;
const mostResults = 50;

/** `search QUERY [--limit N] [--json]` and `search --batch`: searches the archive. */
export function registerSearch(program: Command, context: CliContext): void {
  program
    .command('search')
    .argument('[query...]', 'words; 区: 主题: 日期: (district: topic: date:) filter')
    .option('--limit <n>', `results, 1 to ${mostResults}`, parseLimit, defaultLimit)
    .option('--json', 'a result a line, as JSON')
    .option('--batch', 'reads NDJSON {q} on stdin and answers each with a line {q, results, ms}')
    .description('searches headlines and texts of the archive')
    .action(async (words: readonly string[], options: Options) => {
      if (options.batch && words.length > 0)
        throw new Problem('search: --batch reads its queries from stdin.');
      if (!options.batch && words.length === 0) throw new Problem('search: expected words to search for.');
      const { storage, archive, city, directory } = await context.house();
      const search = await openSearch({ storage, archive, city, directory, log: context.log });
      if (options.batch) await answerBatch(search, options.limit, context);
      else await answerOne(search, words.join(' '), options, context);
      await search.close();
    });
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostResults) return limit;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${mostResults}.`);
}

async function answerOne(search: Search, query: string, { limit, json }: Options, context: CliContext) {
  const { results, suggestions } = await search.search(query, { limit, now: context.clock.now() });
  for (const result of results) context.out(json ? JSON.stringify(entryOf(result)) : lineOf(result));
  if (results.length > 0) return;
  context.say(
    suggestions.length === 0 ? 'Nothing found.' : `Nothing found. Nearest: ${suggestions.join(', ')}`,
  );
}

function entryOf({ article: { id, date, headline } }: SearchResult) {
  return { id, date, headline };
}

function lineOf({ article: { id, date, headline, summary }, excerpt }: SearchResult): string {
  const line = `${date}  ${id}  ${headline || summary}`;
  return excerpt === undefined ? line : `${line}\n    ${excerpt.text}`;
}

/** One line for each line, in the same order; one that is no query is reported by number and answered with no results. */
async function answerBatch(search: Search, limit: number, context: CliContext): Promise<void> {
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const q = queryOf(line);
    if (q === undefined) {
      context.say(`stdin:${number}: expected {"q": "words"}.`);
      context.fail(1);
    }
    const start = performance.now();
    const { results } = await search.search(q ?? '', { limit, now: context.clock.now() });
    const ms = Math.round((performance.now() - start) * 1000) / 1000;
    context.out(JSON.stringify({ q: q ?? null, results: results.map(entryOf), ms }));
  }
}

function queryOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const q = typeof value === 'object' && value !== null && 'q' in value ? value.q : undefined;
    return typeof q === 'string' ? q : undefined;
  } catch {
    return undefined;
  }
}
