import sqlite3 from 'sqlite3';

/** Statements on one connection, each text compiled once and kept: a run makes the same few thousands of times. */
export interface PreparedStatements {
  /** The rows of a statement. Calls of the same text are made one after another. */
  all(sql: string, parameters: readonly unknown[]): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Opens a connection of its own to `file`. Rejects with SQLite's own error. */
export async function openPreparedStatements(
  file: string,
  busyTimeoutMs: number,
): Promise<PreparedStatements> {
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  database.configure('busyTimeout', busyTimeoutMs);
  const prepared = new Map<string, Promise<sqlite3.Statement>>();
  const prepare = (sql: string) => {
    const statement = new Promise<sqlite3.Statement>((resolve, reject) => {
      const made = database.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(made)));
    });
    // What could not be compiled (a table that is not there yet) is tried anew the next time.
    statement.catch(() => prepared.delete(sql));
    prepared.set(sql, statement);
    return statement;
  };
  return {
    async all(sql, parameters) {
      const statement = await (prepared.get(sql) ?? prepare(sql));
      return new Promise((resolve, reject) =>
        statement.all([...parameters], (error: Error | null, rows: unknown[]) =>
          error ? reject(error) : resolve(rows),
        ),
      );
    },
    async close() {
      for (const statement of await Promise.all(prepared.values()))
        await new Promise<void>((resolve) => statement.finalize(() => resolve()));
      await new Promise<void>((resolve, reject) =>
        database.close((error) => (error ? reject(error) : resolve())),
      );
    },
  };
}
