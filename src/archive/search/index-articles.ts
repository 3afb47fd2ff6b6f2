import type { Database } from '../../storage/store.js';
import type { Archive, ArchivedArticle } from '../archive.js';
import { dayNumber } from './days.js';
import { firstOwnDocument, readMark, writeMark } from './tables.js';
import { type Indexable, labelsOf, writeIndex } from './write-index.js';

interface DocumentRow {
  readonly number: number;
  readonly id: string;
  readonly article: number;
  readonly revision: number;
}

/**
 * Makes the index hold these articles as they are now: new and corrected ones are written, withdrawn ones taken out. What
 * it holds already in this revision is left alone, so that two processes may do it at once.
 */
export async function indexArticles(database: Database, articles: readonly ArchivedArticle[]): Promise<void> {
  if (articles.length === 0) return;
  await database.transaction(async (inside) => {
    const known = await knownDocuments(inside, articles);
    const changed = articles.filter(({ id, revision, isWithdrawn }) => {
      const document = known.get(id);
      return isWithdrawn ? document !== undefined : document?.revision !== revision;
    });
    if (changed.length === 0) return;
    await forget(
      inside,
      changed.flatMap(({ id }) => known.get(id)?.number ?? []),
    );
    await addDocuments(
      inside,
      changed.filter(({ isWithdrawn }) => !isWithdrawn),
    );
  });
}

/** Pages of the archive's sequence that are compared at once. */
const stepsAtOnce = 400;
/** Later than every issue. */
const endOfTime = new Date('9990-01-01T00:00:00Z');

/** Indexes what was released since the index was last written. */
export async function indexNewArticles(database: Database, archive: Archive): Promise<number> {
  const last = await database.all<{ last: number | null }>('SELECT max(article) AS last FROM document');
  return compareArticles(database, archive, last[0]?.last ?? 0);
}

/**
 * Compares the index with the archive from a number on, page by page, and mends what differs: articles that were released,
 * corrected or withdrawn while no index was open.
 * @returns the number of articles compared.
 */
export async function compareArticles(
  database: Database,
  archive: Archive,
  after: number,
  signal?: AbortSignal,
): Promise<number> {
  const head = await archive.headAt(endOfTime);
  let compared = 0;
  for (let from = after; from < head && !signal?.aborted; from += stepsAtOnce) {
    const to = Math.min(head, from + stepsAtOnce);
    const steps = await archive.releases(from, to);
    const articles = steps
      .filter(({ number, article }) => number === article.number)
      .map(({ article }) => article);
    await indexArticles(database, articles);
    await forgetAllBut(database, from, to, articles);
    compared += articles.length;
  }
  return compared;
}

async function knownDocuments(database: Database, articles: readonly ArchivedArticle[]) {
  const rows = await database.all<DocumentRow>(
    'SELECT number, id, article, revision FROM document WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(articles.map(({ id }) => id))],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function forgetAllBut(
  database: Database,
  after: number,
  to: number,
  articles: readonly ArchivedArticle[],
) {
  const kept = JSON.stringify(articles.map(({ number }) => number));
  const gone = await database.all<{ number: number }>(
    `SELECT number FROM document WHERE article > ? AND article <= ? AND article NOT IN (SELECT value FROM json_each(?))`,
    [after, to, kept],
  );
  if (gone.length > 0)
    await database.transaction((inside) =>
      forget(
        inside,
        gone.map(({ number }) => number),
      ),
    );
}

/** The words of a forgotten document stay in the full-text tables, where nothing can find them any more. */
async function forget(database: Database, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await database.run('DELETE FROM document WHERE number IN (SELECT value FROM json_each(?))', [
    JSON.stringify(numbers),
  ]);
  await writeMark(database, 'orphans', (await readMark(database, 'orphans')) + numbers.length);
}

async function addDocuments(database: Database, articles: readonly ArchivedArticle[]): Promise<void> {
  if (articles.length === 0) return;
  const first = Math.max(firstOwnDocument, await readMark(database, 'own'));
  const documents = articles.map((article, at) => indexableOf(article, first + at));
  const rows = articles.map((article, at) => {
    const { number = 0, day = 0 } = documents[at] ?? {};
    return [number, article.id, day, article.headline, labelsOf(article), article.number, article.revision];
  });
  await database.run(
    `INSERT INTO document SELECT ${[0, 1, 2, 3, 4, 5, 6].map((at) => `value ->> ${at}`).join(', ')} FROM json_each(?)`,
    [JSON.stringify(rows)],
  );
  await writeIndex(database, documents);
  await writeMark(database, 'own', first + articles.length);
}

function indexableOf(article: ArchivedArticle, number: number): Indexable {
  const { headline, districts, topics, kicker, subheadline, paragraphs } = article;
  const text = [kicker, subheadline, ...paragraphs].filter((part) => part !== '');
  return { number, day: dayNumber(article.date), headline, districts, topics, text };
}
