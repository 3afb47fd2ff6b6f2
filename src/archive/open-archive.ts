import { dayIn } from '../calendar/zone.js';
import type { Storage } from '../storage/store.js';
import type { Archive, ArchivedArticle, ForeignArticles, Release } from './archive.js';
import { latestOf } from './latest.js';
import {
  type ArticleRecord,
  numberKey,
  openTables,
  readSequence,
  type SequenceState,
  type Tables,
} from './tables.js';
import { placeArticle, takeIn } from './take-in.js';

/**
 * Opens the archive of a store.
 * @param zone the city's zone: an issue's day begins at its 00:00.
 */
export function openArchive(storage: Storage, zone: string): Archive {
  const tables = openTables(storage);
  const listeners: ((changed: readonly ArchivedArticle[]) => Promise<void>)[] = [];
  const tell = async (changed: readonly ArchivedArticle[]) => {
    // A correction that adds a district comes as a step and as a correction: told once.
    const each = [...new Map(changed.map((article) => [article.id, article])).values()];
    if (each.length > 0) for (const listener of listeners) await listener(each);
  };
  let foreign: ForeignArticles | undefined;
  let lastWrite: Promise<unknown> = Promise.resolve();
  /** Whoever numbers articles reads how far the sequence goes first: one at a time. */
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const result = lastWrite.then(work);
    lastWrite = result.catch(() => {});
    return result;
  };
  const byId = async (id: string) => (await tables.articles.get(id))?.article;
  const change = (id: string, changed: (article: ArchivedArticle) => ArchivedArticle) =>
    inTurn(async () => {
      const article = await changeArticle(tables, id, changed);
      await tell(article === undefined ? [] : [article]);
      return article;
    });

  return {
    takeIn: (articles, now) =>
      inTurn(async () => {
        const done = await takeIn(tables, articles, zone, now);
        await tell([...done.released.map(({ article }) => article), ...done.corrected]);
        return done;
      }),
    async headAt(moment) {
      return headOn(tables, await readSequence(tables), dayIn(zone, moment));
    },
    releases: (after, upTo) => releases(tables, after, upTo),
    byId: async (id) => (await byId(id)) ?? foreign?.byId(id),
    async byNumber(number) {
      if (number < 0) return foreign?.byNumber(number);
      const step = await tables.releases.get(numberKey(number));
      return step === undefined ? undefined : byId(step.id);
    },
    latest: (filter, page) => latestOf(tables, foreign, filter, page, dayIn(zone, page.now)),
    withdraw: (id) =>
      change(id, (article) => ({ ...article, isWithdrawn: true, revision: article.revision + 1 })),
    place: (id, districts) =>
      inTurn(async () => {
        const article = await placeArticle(tables, id, districts);
        await tell(article === undefined ? [] : [article]);
        return article;
      }),
    improve: async (id, sums) => void (await change(id, (article) => ({ ...article, ...sums }))),
    async count() {
      return (await tables.articles.count()) + ((await foreign?.count()) ?? 0);
    },
    addForeign(articles) {
      foreign = articles;
    },
    onChanged: (listener) => void listeners.push(listener),
  };
}

/** The last number before the first step whose issue date has not begun on `day`. */
async function headOn(tables: Tables, { head, latestDate }: SequenceState, day: string): Promise<number> {
  if (latestDate <= day) return head;
  for await (const page of tables.releases.scan()) {
    const later = page.find(([, step]) => step.date > day);
    if (later !== undefined) return Math.min(head, Number(later[0]) - 1);
  }
  return head;
}

async function releases(tables: Tables, after: number, upTo: number): Promise<readonly Release[]> {
  const steps: Release[] = [];
  if (after >= upTo) return steps;
  for await (const page of tables.releases.scan({ after: numberKey(Math.max(0, after)), pageSize: 500 })) {
    const wanted = page.filter(([key]) => Number(key) <= upTo);
    const records = await tables.articles.getMany(wanted.map(([, step]) => step.id));
    wanted.forEach(([key, { id: _id, date: _date, ...added }], index) => {
      const article = records[index]?.article;
      if (article === undefined || article.isWithdrawn) return;
      steps.push({ number: Number(key), article, ...added });
    });
    if (wanted.length < page.length) break;
  }
  return steps;
}

async function changeArticle(
  tables: Tables,
  id: string,
  change: (article: ArchivedArticle) => ArchivedArticle,
): Promise<ArchivedArticle | undefined> {
  const record = await tables.articles.get(id);
  if (record === undefined) return undefined;
  const changed: ArticleRecord = { ...record, article: change(record.article) };
  await tables.articles.set(id, changed);
  return changed.article;
}
