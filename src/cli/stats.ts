import type { Command } from 'commander';
import { openSearch } from '../archive/search/open-search.js';
import type { CliContext } from './context.js';
import { countSubscribers, type SubscriberCounts } from './count-subscribers.js';

/** What `stats --json` prints. */
interface Stats extends SubscriberCounts {
  readonly at: string;
  readonly articles: number;
  /** Issue date of the newest article that readers can see; null where there is none. */
  readonly newest: string | null;
  /** What was searched most and not found, by nobody in particular. */
  readonly missed: readonly { readonly query: string; readonly count: number }[];
}

const mostMissed = 20;

/** `stats [--json]`: figures of subscribers, articles and searches. */
export function registerStats(program: Command, context: CliContext): void {
  program
    .command('stats')
    .option('--json', 'the figures as one line of JSON')
    .description('figures: subscribers and what they asked for, articles, what was searched and not found')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const stats = await readStats(context);
      for (const line of json ? [JSON.stringify(stats)] : linesOf(stats)) context.out(line);
    });
}

async function readStats(context: CliContext): Promise<Stats> {
  const { storage, archive, city, directory, subscribers } = await context.house();
  const now = context.clock.now();
  const search = await openSearch({ storage, archive, city, directory, log: context.log });
  const { articles } = await archive.latest({}, { offset: 0, limit: 1, now });
  const stats = {
    at: now.toISOString(),
    ...(await countSubscribers(subscribers.scan(), now)),
    articles: await archive.count(),
    newest: articles[0]?.date ?? null,
    missed: await search.misses(mostMissed),
  };
  await search.close();
  return stats;
}

function linesOf(stats: Stats): string[] {
  const { subscribers, active, paused, blocked, uncertain, keywords } = stats;
  const named = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  return [
    `subscribers: ${subscribers} (active ${active}, paused ${paused}, blocked ${blocked}, uncertain ${uncertain})`,
    `districts: ${named(stats.districts)}`,
    `topics: ${named(stats.topics)}`,
    `with keywords: ${keywords}`,
    `articles: ${stats.articles}, newest ${stats.newest ?? 'none'}`,
    `searched and not found: ${stats.missed.map(({ query, count }) => `${query} ${count}`).join(', ') || 'none'}`,
  ];
}
