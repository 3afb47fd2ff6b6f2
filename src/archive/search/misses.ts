import type { Log } from '../../log.js';
import { messageOf } from '../../problem.js';
import type { Database } from '../../storage/store.js';

/** Something that was searched for and not found, by anybody. */
export interface Miss {
  readonly query: string;
  readonly count: number;
}

/** Longer texts are no wishes, and might be of a person. */
const longestMiss = 20;
/** Kept at most; the least searched goes first. */
const mostMisses = 500;

/** Counts what is searched and not found. */
export interface Misses {
  /** Counts a query; who asked is not known here. Nobody waits for it, and a count that cannot be written is no failure. */
  count(query: string, day: number): void;
  /** What was searched most and not found. */
  read(limit: number): Promise<readonly Miss[]>;
  /** Waits until all counts are written. */
  settle(): Promise<void>;
}

/** Opens the counts of an index. */
export function openMisses(database: Database, log: Log): Misses {
  let last: Promise<void> = Promise.resolve();
  return {
    count(query, day) {
      if (query === '' || query.length > longestMiss) return;
      last = last
        .then(() => write(database, query, day))
        .catch((thrown: unknown) =>
          log.warn({ reason: messageOf(thrown) }, 'a search that found nothing was not counted'),
        );
    },
    async read(limit) {
      await last;
      return database.all<Miss>('SELECT query, count FROM missed ORDER BY count DESC, query LIMIT ?', [
        limit,
      ]);
    },
    settle: () => last,
  };
}

async function write(database: Database, query: string, day: number): Promise<void> {
  await database.run(
    `INSERT INTO missed VALUES (?, 1, ?) ON CONFLICT (query) DO UPDATE SET count = count + 1, day = excluded.day`,
    [query, day],
  );
  await database.run(
    `DELETE FROM missed WHERE (SELECT count(*) FROM missed) > ${mostMisses}
      AND query = (SELECT query FROM missed ORDER BY count, day LIMIT 1)`,
  );
}
