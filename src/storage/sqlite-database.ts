import sqlite3 from 'sqlite3';
import type { Database, SqlValue } from './store.js';
import { guarded } from './store-failure.js';

const busyTimeoutMs = 5_000;

/** Opens a SQLite database of our own tables (`:memory:` too), in WAL with synchronous NORMAL. */
export async function openDatabase(file: string): Promise<Database> {
  const connection = await guarded(file, connect(file));
  connection.configure('busyTimeout', busyTimeoutMs);
  const direct = statements(file, connection);
  let lastTransaction: Promise<unknown> = Promise.resolve();
  let isInTransaction = false;
  /** A statement from outside a transaction waits until it has ended: they share the connection. */
  const outside = async <R>(work: () => Promise<R>): Promise<R> => {
    while (isInTransaction) await lastTransaction;
    return work();
  };
  const transaction = async <R>(work: (database: Database) => Promise<R>): Promise<R> => {
    while (isInTransaction) await lastTransaction;
    isInTransaction = true;
    const result = commitOrRollback(database, direct, work).finally(() => {
      isInTransaction = false;
    });
    lastTransaction = result.catch(() => {});
    return result;
  };
  const database: Database = {
    file,
    all: (sql, parameters) => outside(() => direct.all(sql, parameters)),
    run: (sql, parameters) => outside(() => direct.run(sql, parameters)),
    exec: (sql) => outside(() => direct.exec(sql)),
    transaction,
    close: () => outside(() => direct.close()),
  };
  await direct.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return database;
}

type Statements = Pick<Database, 'all' | 'run' | 'exec' | 'close'>;

function connect(file: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(connection)));
  });
}

async function commitOrRollback<R>(
  database: Database,
  direct: Statements,
  work: (database: Database) => Promise<R>,
): Promise<R> {
  const inside: Database = { ...database, ...direct, transaction: (nested) => nested(inside) };
  await direct.exec('BEGIN IMMEDIATE');
  try {
    const result = await work(inside);
    await direct.exec('COMMIT');
    return result;
  } catch (thrown) {
    // SQLite may have rolled back by itself (a full disk): then there is nothing left to undo.
    await direct.exec('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

function statements(file: string, connection: sqlite3.Database): Statements {
  const call = <R>(start: (done: (error: Error | null, result: R) => void) => void) =>
    guarded(
      file,
      new Promise<R>((resolve, reject) =>
        start((error, result) => (error ? reject(error) : resolve(result))),
      ),
    );
  return {
    all: <Row>(sql: string, parameters: readonly SqlValue[] = []) =>
      call<Row[]>((done) =>
        connection.all(sql, [...parameters], (error, rows) => done(error, rows as Row[])),
      ),
    run: (sql, parameters = []) =>
      call((done) => {
        connection.run(sql, [...parameters], function (error) {
          done(error, { changes: this?.changes ?? 0, lastId: this?.lastID ?? 0 });
        });
      }),
    exec: (sql) => call<void>((done) => connection.exec(sql, (error) => done(error, undefined))),
    close: () => call<void>((done) => connection.close((error) => done(error, undefined))),
  };
}
