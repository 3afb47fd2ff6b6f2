import { KeyvSqlite } from '@keyv/sqlite';
import { openPreparedStatements, type PreparedStatements } from './prepared-statements.js';
import { guarded } from './store-failure.js';

/** How long a statement waits for another process's write before the store counts as locked. */
const busyTimeoutMs = 5_000;
/** A run touches the same pages again and again: they are kept in memory, and written back to the file once for many commits. */
const cacheKb = 8_192;
const checkpointPages = 4_000;

/** SQLite with the table `keyv(key, value)`, as Keyv's adapter opens it, and for our own statements. */
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
  const viaAdapter: PreparedStatements = {
    all: (sql, parameters) => adapter.query(sql, ...parameters),
    close: async () => {},
  };
  const pragmas = [
    'journal_mode = WAL',
    `synchronous = ${synchronous}`,
    `cache_size = -${cacheKb}`,
    `wal_autocheckpoint = ${checkpointPages}`,
  ];
  const set = async (statements: PreparedStatements) => {
    for (const pragma of pragmas) await guarded(file, statements.all(`PRAGMA ${pragma}`, []));
  };
  await set(viaAdapter);
  // A database in memory is seen by one connection only.
  const own =
    file === ':memory:' ? viaAdapter : await guarded(file, openPreparedStatements(file, busyTimeoutMs));
  if (own !== viaAdapter) await set(own);
  return {
    adapter,
    where: file,
    rows: <Row>(sql: string, ...parameters: readonly unknown[]) =>
      guarded(file, own.all(sql, parameters) as Promise<Row[]>),
    async close() {
      await guarded(file, own.close());
      await guarded(file, adapter.close());
    },
  };
}
