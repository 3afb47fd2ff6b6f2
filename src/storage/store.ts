/** One collection of JSON values by key. Every failure is a {@link StoreFailure}: never an empty answer. */
export interface Store<T> {
  get(key: string): Promise<T | undefined>;
  /** In the order of `keys`. */
  getMany(keys: readonly string[]): Promise<readonly (T | undefined)[]>;
  set(key: string, value: T): Promise<void>;
  /** All or none, in one statement. */
  setMany(entries: readonly (readonly [key: string, value: T])[]): Promise<void>;
  /** Like `setMany`, but leaves out keys that are no longer there: what was forgotten stays forgotten. */
  updateMany(entries: readonly (readonly [key: string, value: T])[]): Promise<void>;
  /** Sets only if the value now is `expected` (by its JSON; `undefined`: absent). True if it was set. */
  compareAndSet(key: string, expected: T | undefined, value: T): Promise<boolean>;
  /**
   * The same for many that are there, each key once, in one statement.
   * @returns which were set, in the order of `entries`.
   */
  compareAndSetMany(
    entries: readonly (readonly [key: string, expected: T, value: T])[],
  ): Promise<readonly boolean[]>;
  /** A write to be made together with those of other collections, by `Storage.writeAll`. */
  write(key: string, value: T): Write;
  delete(key: string): Promise<boolean>;
  /** Pages of entries in the order of their keys (bytes), from after `after`; what is written meanwhile is not skipped. */
  scan(options?: ScanOptions): AsyncIterable<readonly (readonly [key: string, value: T])[]>;
  count(): Promise<number>;
}

/** A write that a collection has made ready. */
export interface Write {
  /** Key and value as the store's table holds them. */
  readonly row: readonly [key: string, value: string];
}

export interface ScanOptions {
  readonly after?: string;
  /** Only keys that begin so. */
  readonly prefix?: string;
  /** From the last key to the first; `after` then means before. */
  readonly isReversed?: boolean;
  /** Entries a page; default 5000. */
  readonly pageSize?: number;
}

/** Opens collections of one store. */
export interface Storage {
  /**
   * @param name `[a-z]+`; the collection's name in the store.
   * @param options.isDurable a write survives a power cut (FULL), not only the end of the process (NORMAL).
   */
  collection<T>(name: string, options?: { readonly isDurable?: boolean }): Store<T>;
  /** All or none, across collections, in one statement. */
  writeAll(writes: readonly Write[]): Promise<void>;
  /** Opens a full-text database that lies beside the store, made anew when it does not exist. */
  database(name: string): Promise<Database>;
  /** Moves a damaged, closed full-text database away, so that the next `database(name)` begins anew; where to, if anywhere. */
  discardDatabase(name: string): Promise<string | undefined>;
  /** Writes a consistent copy of the store to `file` while others go on. */
  backup(file: string): Promise<void>;
  /** Reads one value, so that a store that cannot serve says so at the start. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** A value that SQLite takes and gives. */
export type SqlValue = string | number | null | Buffer;

/** A SQLite database of our own tables (the search index). */
export interface Database {
  readonly file: string;
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  run(
    sql: string,
    parameters?: readonly SqlValue[],
  ): Promise<{ readonly changes: number; readonly lastId: number }>;
  /** Several statements without parameters. */
  exec(sql: string): Promise<void>;
  /** Runs `work` between BEGIN IMMEDIATE and COMMIT; no other statement of this connection comes between. */
  transaction<R>(work: (database: Database) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

/** The store said no: full, locked, read-only, corrupt. The message is a sentence for the operator. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: 'full' | 'locked' | 'read-only' | 'corrupt' | 'unavailable';

  constructor(reason: StoreFailure['reason'], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
