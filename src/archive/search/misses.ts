import type { Database } from '../../storage/store.js';

/** Something that was searched for and not found, by anybody. */
export interface Miss {
  readonly query: string;
  readonly count: number;
}

/** Longer texts are no wishes, and might be of a person. */
const longestMiss = 20;
/** Kept at most; the least searched go first. */
const mostMisses = 500;

/** Counts a query that found nothing; who asked is not known here. A count that cannot be written is no reason to fail. */
export async function countMiss(database: Database, query: string, day: number): Promise<void> {
  if (query === '' || query.length > longestMiss) return;
  await database.run(
    `INSERT INTO missed VALUES (?, 1, ?) ON CONFLICT (query) DO UPDATE SET count = count + 1, day = excluded.day`,
    [query, day],
  );
  await database.run(
    `DELETE FROM missed WHERE query NOT IN (SELECT query FROM missed ORDER BY count DESC, day DESC LIMIT ${mostMisses})`,
  );
}

/** What was searched most and not found. */
export async function readMisses(database: Database, limit: number): Promise<readonly Miss[]> {
  return database.all<Miss>('SELECT query, count FROM missed ORDER BY count DESC, query LIMIT ?', [limit]);
}
