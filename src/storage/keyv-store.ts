import Keyv from 'keyv';
import type { Connection } from './sqlite-connection.js';
import type { ScanOptions, Store } from './store.js';
import { guarded } from './store-failure.js';

interface Row {
  readonly key: string;
  readonly value: string;
}

const defaultPageSize = 5_000;

/** The value as Keyv writes it into its column, so that Keyv and our own statements read each other's rows. */
const encode = (value: unknown) => JSON.stringify({ value });
const decode = <T>(row: string) => (JSON.parse(row) as { value: T }).value;

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
  const pairs = (entries: readonly (readonly [string, T])[]) =>
    JSON.stringify(entries.map(([key, value]) => [full(key), encode(value)]));

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
    async setMany(entries) {
      if (entries.length === 0) return;
      await rows(
        `INSERT INTO keyv (key, value) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        pairs(entries),
      );
    },
    async updateMany(entries) {
      if (entries.length === 0) return;
      await rows(
        `UPDATE keyv SET value = entry.value FROM (SELECT value ->> 0 AS key, value ->> 1 AS value FROM json_each(?)) AS entry
         WHERE keyv.key = entry.key`,
        pairs(entries),
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

/** Pages by key: each page begins after the last key of the one before, so the cost does not grow with the position. */
async function* scan<T>(
  { rows }: Connection,
  full: (key: string) => string,
  bare: (key: string) => string,
  { after, prefix = '', pageSize = defaultPageSize }: ScanOptions = {},
): AsyncGenerator<readonly (readonly [string, T])[]> {
  // Every key of the prefix sorts before the prefix followed by the last code point.
  const end = full(`${prefix}\u{10FFFF}`);
  let last = full(after !== undefined && after > prefix ? after : prefix);
  let isFirst = after === undefined || after < prefix;
  for (;;) {
    const page = await rows<Row>(
      `SELECT key, value FROM keyv WHERE key ${isFirst ? '>=' : '>'} ? AND key < ? ORDER BY key LIMIT ?`,
      last,
      end,
      pageSize,
    );
    if (page.length > 0) yield page.map((row) => [bare(row.key), decode<T>(row.value)] as const);
    if (page.length < pageSize) return;
    last = page[page.length - 1]?.key ?? end;
    isFirst = false;
  }
}
