import { KeyvSqlite } from '@keyv/sqlite';
import { guarded } from './store-failure.js';

/** How long a statement waits for another process's write before the store counts as locked. */
const busyTimeoutMs = 5_000;
/** A run touches the same pages again and again: they are kept in memory, and written back to the file once for many commits. */
const cacheKb = 8_192;
const checkpointPages = 4_000;

/** One SQLite connection as @keyv/sqlite opens it, with the table `keyv(key, value)`. */
export interface Connection {
  readonly adapter: KeyvSqlite;
  readonly where: string;
  /** One statement; its rows. */
  rows<Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * Opens `file` (`:memory:` too) in WAL, which @keyv/sqlite does not set by itself.
 * @param synchronous `NORMAL` survives the end of the process, `FULL` a power cut too (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export async function openConnection(file: string, synchronous: 'NORMAL' | 'FULL'): Promise<Connection> {
  const adapter = new KeyvSqlite({ uri: `sqlite://${file}`, busyTimeout: busyTimeoutMs });
  // Failures reach the caller by the promise of each statement; without a listener they would also end the process.
  adapter.on('error', () => {});
  // Every collection listens too; they are many.
  adapter.setMaxListeners(0);
  const rows = <Row>(sql: string, ...parameters: readonly unknown[]) =>
    guarded<Row[]>(file, adapter.query(sql, ...parameters));
  await rows('PRAGMA journal_mode = WAL');
  await rows(`PRAGMA synchronous = ${synchronous}`);
  await rows(`PRAGMA cache_size = -${cacheKb}`);
  await rows(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  return { adapter, where: file, rows, close: () => guarded(file, adapter.close()) };
}
