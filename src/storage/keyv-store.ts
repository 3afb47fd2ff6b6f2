import Keyv from 'keyv';
import type { Connection } from './sqlite-connection.js';
import type { ScanOptions, Store, Write } from './store.js';
import { guarded } from './store-failure.js';

interface Row {
  readonly key: string;
  readonly value: string;
}

const defaultPageSize = 5_000;

/** The value as Keyv writes it into its column, so that Keyv and our own statements read each other's rows. */
const encode = (value: unknown) => JSON.stringify({ value });
const decode = <T>(row: string) => (JSON.parse(row) as { value: T }).value;

/** `->` gives the JSON text of a value as JSON.stringify wrote it. */
const compareAndSetManySql = `UPDATE keyv SET value = entry.new
  FROM (SELECT value ->> 0 AS key, value -> 1 AS old, value -> 2 AS new FROM json_each(?)) AS entry
  WHERE keyv.key = entry.key AND keyv.value = entry.old RETURNING key`;

/**
 * A collection as a Keyv namespace. Keyv serves single values; what it cannot do (many at once, compare-and-set, a
 * scan that neither skips nor slows down) are single statements on the same table.
 */
export function keyvStore<T>(connection: Connection, namespace: string): Store<T> {
  const { adapter, where, rows } = connection;
  const keyv = new Keyv<T>({
    store: adapter,
    namespace,
    throwOnErrors: true,
    serialize: (data) => encode(data.value),
    deserialize: JSON.parse,
  });
  keyv.on('error', () => {});
  const full = (key: string) => `${namespace}:${key}`;
  const bare = (key: string) => key.slice(namespace.length + 1);
  const write = (key: string, value: T): Write => ({ row: [full(key), encode(value)] });

  return {
    get: (key) => guarded(where, keyv.get<T>(key)),
    async getMany(keys) {
      const found = await rows<Row>(
        'SELECT key, value FROM keyv WHERE key IN (SELECT value FROM json_each(?))',
        JSON.stringify(keys.map(full)),
      );
      const values = new Map(found.map((row) => [row.key, row.value]));
      return keys.map((key) => {
        const value = values.get(full(key));
        return value === undefined ? undefined : decode<T>(value);
      });
    },
    async set(key, value) {
      await guarded(where, keyv.set(key, value));
    },
    setMany: (entries) =>
      writeAll(
        connection,
        entries.map(([key, value]) => write(key, value)),
      ),
    write,
    async updateMany(entries) {
      if (entries.length === 0) return;
      await rows(
        `UPDATE keyv SET value = entry.value FROM (SELECT value ->> 0 AS key, value ->> 1 AS value FROM json_each(?)) AS entry
         WHERE keyv.key = entry.key`,
        JSON.stringify(entries.map(([key, value]) => write(key, value).row)),
      );
    },
    async compareAndSet(key, expected, value) {
      const written =
        expected === undefined
          ? await rows(
              'INSERT OR IGNORE INTO keyv (key, value) VALUES (?, ?) RETURNING key',
              full(key),
              encode(value),
            )
          : await rows(
              'UPDATE keyv SET value = ? WHERE key = ? AND value = ? RETURNING key',
              encode(value),
              full(key),
              encode(expected),
            );
      return written.length > 0;
    },
    async compareAndSetMany(entries) {
      if (entries.length === 0) return [];
      const rowsToSet = entries.map(([key, expected, value]) => [full(key), { value: expected }, { value }]);
      const written = await rows<Pick<Row, 'key'>>(compareAndSetManySql, JSON.stringify(rowsToSet));
      const keys = new Set(written.map(({ key }) => key));
      return entries.map(([key]) => keys.has(full(key)));
    },
    delete: (key) => guarded(where, keyv.delete(key)),
    scan: (options) => scan<T>(connection, full, bare, options),
    async count() {
      const [row] = await rows<{ total: number }>(
        'SELECT count(*) AS total FROM keyv WHERE key > ? AND key < ?',
        full(''),
        `${namespace};`,
      );
      return row?.total ?? 0;
    },
  };
}

/** Upserts rows of any collections in one statement: all or none. */
export async function writeAll({ rows }: Connection, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  await rows(
    `INSERT INTO keyv (key, value) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    JSON.stringify(writes.map(({ row }) => row)),
  );
}

/** Pages by key: each page begins after the last key of the one before, so the cost does not grow with the position. */
async function* scan<T>(
  { rows }: Connection,
  full: (key: string) => string,
  bare: (key: string) => string,
  { after, prefix = '', pageSize = defaultPageSize, isReversed = false }: ScanOptions = {},
): AsyncGenerator<readonly (readonly [string, T])[]> {
  // Every key of the prefix sorts before the prefix followed by the last code point.
  let low = full(prefix);
  let high = full(`${prefix}\u{10FFFF}`);
  let isLowIncluded = true;
  const goOnFrom = (key: string) => {
    if (isReversed) high = key < high ? key : high;
    else if (key >= low) [low, isLowIncluded] = [key, false];
  };
  if (after !== undefined) goOnFrom(full(after));
  for (;;) {
    const page = await rows<Row>(
      `SELECT key, value FROM keyv WHERE key ${isLowIncluded ? '>=' : '>'} ? AND key < ?
       ORDER BY key ${isReversed ? 'DESC' : 'ASC'} LIMIT ?`,
      low,
      high,
      pageSize,
    );
    const last = page.at(-1);
    if (last !== undefined) yield page.map((row) => [bare(row.key), decode<T>(row.value)] as const);
    if (last === undefined || page.length < pageSize) return;
    goOnFrom(last.key);
  }
}
