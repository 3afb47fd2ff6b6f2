import type { IsoDate } from '../calendar/instant.js';
import type { ArchivedArticle, ForeignArticles, LatestFilter } from './archive.js';
import type { IssueEntry, Tables } from './tables.js';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** One page of the newest articles that pass the filter and whose day has begun. */
export async function latestOf(
  tables: Tables,
  foreign: ForeignArticles | undefined,
  filter: LatestFilter,
  { offset, limit }: Page,
  today: IsoDate,
): Promise<{ readonly articles: readonly ArchivedArticle[]; readonly hasMore: boolean }> {
  const to = filter.to === undefined || filter.to > today ? today : filter.to;
  const until = { ...filter, to };
  const wanted = offset + limit + 1;
  const [own, others] = await Promise.all([
    newestOwn(tables, until, wanted),
    foreign?.latest(until, wanted) ?? [],
  ]);
  // A stable sort: on one day the newsroom's own come first, each kind in its order.
  const merged = [...own, ...others].sort((one, other) =>
    one.date < other.date ? 1 : one.date > other.date ? -1 : 0,
  );
  return { articles: merged.slice(offset, offset + limit), hasMore: merged.length > offset + limit };
}

/** Issues read at once: a resident's `/latest` seldom needs more than the last days. */
const issuesAtOnce = 14;

async function newestOwn(tables: Tables, filter: LatestFilter, wanted: number): Promise<ArchivedArticle[]> {
  const found: ArchivedArticle[] = [];
  const { from = '', to = '' } = filter;
  // Keys are days; `to` itself is wanted, so the scan begins before the first key that sorts behind it.
  const issues = tables.issues.scan({ after: `${to}~`, isReversed: true, pageSize: issuesAtOnce });
  for await (const page of issues) {
    const ids = page.flatMap(([date, entries]) =>
      date < from ? [] : entries.filter((entry) => passes(entry, filter)).map(({ id }) => id),
    );
    for (const record of await tables.articles.getMany(ids)) {
      if (record !== undefined && !record.article.isWithdrawn) found.push(record.article);
    }
    if (found.length >= wanted || (page.at(-1)?.[0] ?? '') < from) break;
  }
  return found;
}

function passes(entry: IssueEntry, { districts, topics }: LatestFilter): boolean {
  return (
    (districts === undefined || districts.some((district) => entry.districts.includes(district))) &&
    (topics === undefined || topics.some((topic) => entry.topics.includes(topic)))
  );
}
