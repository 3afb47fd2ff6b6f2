import type { Database } from '../../storage/store.js';
import { moreOfRow, type RecordRow } from './imported/record.js';
import { readMark, writeMark } from './tables.js';
import { type Indexable, writeIndex } from './write-index.js';

/** Rows of one statement, and of one transaction. */
const rowsAtOnce = 2_000;
const batchesAtOnce = 10;
/** After so many new rows the index is brought into its smallest form. */
const bulkSize = 20_000;
/** Bytes of new words that are held in memory before they are written: much while many come, SQLite's own default after. */
const bulkHashBytes = 24_000_000;
const usualHashBytes = 1_048_576;

/** Indexes the imported records that the index does not have yet; goes on where an earlier process was killed. */
export async function indexRecords(
  database: Database,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  const missing = await countMissing(database);
  if (missing === 0) return 0;
  const isBulk = missing >= bulkSize;
  if (isBulk) await setHashSize(database, bulkHashBytes);
  while (done < missing) {
    const written = await database.transaction(indexSome);
    if (written === 0) break;
    done += written;
    onProgress(done);
  }
  if (isBulk) {
    await database.exec(
      `INSERT INTO headline (headline) VALUES ('optimize'); INSERT INTO body (body) VALUES ('optimize')`,
    );
    await setHashSize(database, usualHashBytes);
    await database.exec('VACUUM main; PRAGMA wal_checkpoint(TRUNCATE)');
  }
  return done;
}

async function countMissing(database: Database): Promise<number> {
  const after = await readMark(database, 'imported');
  const rows = await database.all<{ count: number }>(
    'SELECT count(*) AS count FROM imported.record WHERE number > ?',
    [after],
  );
  return rows[0]?.count ?? 0;
}

async function indexSome(database: Database): Promise<number> {
  let after = await readMark(database, 'imported');
  let written = 0;
  for (let batch = 0; batch < batchesAtOnce; batch++) {
    const rows = await database.all<RecordRow>(
      'SELECT number, key, day, headline, labels, more FROM imported.record WHERE number > ? ORDER BY number LIMIT ?',
      [after, rowsAtOnce],
    );
    if (rows.length === 0) break;
    await writeIndex(database, rows.map(indexableOf));
    after = rows.at(-1)?.number ?? after;
    written += rows.length;
  }
  await writeMark(database, 'imported', after);
  return written;
}

function indexableOf(row: RecordRow): Indexable {
  const { paragraphs, districts, topics } = moreOfRow(row);
  return { number: row.number, day: row.day, headline: row.headline, districts, topics, text: paragraphs };
}

async function setHashSize(database: Database, bytes: number): Promise<void> {
  for (const table of ['headline', 'body'])
    await database.run(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ?)`, [bytes]);
}
