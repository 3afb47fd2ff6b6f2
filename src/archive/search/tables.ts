import { type Database, StoreFailure } from '../../storage/store.js';

/** Goes up when what the index holds changes its form: an older index is made anew. */
const indexVersion = 3;
/** The newsroom's own articles come after every imported record in the order of the index. */
export const firstOwnDocument = 2 ** 31;
/** Pages of the index kept in memory, in KiB. */
const cacheKib = 4_000;

const recordTables = `
  CREATE TABLE IF NOT EXISTS imported.record (
    number INTEGER PRIMARY KEY, key INTEGER NOT NULL, day INTEGER NOT NULL, headline TEXT NOT NULL, labels TEXT, more BLOB);
  CREATE UNIQUE INDEX IF NOT EXISTS imported.record_key ON record (key);
  CREATE INDEX IF NOT EXISTS imported.record_day ON record (day);`;

const indexTables = `
  CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS document (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, headline TEXT NOT NULL, labels TEXT,
    article INTEGER NOT NULL UNIQUE, revision INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS missed (query TEXT PRIMARY KEY, count INTEGER NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS headline USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = ascii);
  CREATE VIRTUAL TABLE IF NOT EXISTS body USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = ascii);
  CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (headline, row);`;

/**
 * Makes the tables of the search index where they are missing, and attaches the imported records, which lie in a file of
 * their own: the index can be thrown away, they cannot.
 * @returns whether the index is new and must be filled.
 * @throws {StoreFailure} when either file is damaged.
 */
export async function openTables(database: Database): Promise<boolean> {
  // Two bytes a Chinese character instead of three.
  await database.exec(`PRAGMA encoding = 'UTF-16le'; PRAGMA cache_size = -${cacheKib}`);
  await openRecords(database, recordsFile(database.file));
  const version = (await database.all<{ user_version: number }>('PRAGMA user_version'))[0]?.user_version;
  if (version !== indexVersion) await dropIndex(database);
  await database.exec(`${indexTables} PRAGMA user_version = ${indexVersion}`);
  return version !== indexVersion;
}

/** The records are no index: where they are damaged nothing can make them anew, and the operator must know which file it is. */
async function openRecords(database: Database, file: string): Promise<void> {
  try {
    await database.run('ATTACH ? AS imported', [file]);
    await database.exec('PRAGMA imported.journal_mode = WAL; PRAGMA imported.synchronous = NORMAL');
    await database.exec(recordTables);
  } catch (thrown) {
    if (!(thrown instanceof StoreFailure) || thrown.reason !== 'corrupt') throw thrown;
    throw new StoreFailure(
      'unavailable',
      `The imported records ${file} are damaged: put back a backup, or move the file away and import them again.`,
      thrown,
    );
  }
}

/** The records of `qubao.search.sqlite` are `qubao.search.imported.sqlite`. */
function recordsFile(indexFile: string): string {
  return indexFile === ':memory:' ? indexFile : indexFile.replace(/(\.[^./\\]+)?$/, '.imported$1');
}

async function dropIndex(database: Database): Promise<void> {
  const tables = ['vocabulary', 'body', 'headline', 'missed', 'document', 'mark'];
  await database.exec(tables.map((name) => `DROP TABLE IF EXISTS main.${name};`).join(' '));
}

/** Numbers that the index keeps beside itself. */
export type Mark = 'imported' | 'own' | 'orphans';

/** Reads a mark; 0 where it was never set. */
export async function readMark(database: Database, name: Mark): Promise<number> {
  const rows = await database.all<{ value: number }>('SELECT value FROM mark WHERE name = ?', [name]);
  return rows[0]?.value ?? 0;
}

/** Sets a mark. */
export async function writeMark(database: Database, name: Mark, value: number): Promise<void> {
  await database.run('INSERT OR REPLACE INTO mark VALUES (?, ?)', [name, value]);
}

/** How many documents there are, roughly: numbers of records and articles have few gaps. */
export async function countDocuments(database: Database): Promise<number> {
  const [row] = await database.all<{ size: number }>(
    'SELECT coalesce((SELECT max(number) FROM imported.record), 0) + (SELECT count(*) FROM document) AS size',
  );
  return row?.size ?? 0;
}
