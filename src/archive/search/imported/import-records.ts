import type { Database } from '../../../storage/store.js';
import type { ImportedRecord } from '../../archive.js';
import { type RecordRow, rowOfRecord } from './record.js';

/** What an import did. */
export interface ImportReport {
  readonly imported: number;
  /** Known already, from this file or an earlier one. */
  readonly known: number;
}

/** Rows sent to SQLite at once. */
const batchSize = 2_000;

/**
 * Writes records into the attached table, oldest first, so that the order of the index is that of the days; all or none.
 * A record that is there already adds nothing.
 * @param onProgress is told the number of records read so far.
 */
export async function writeRecords(
  database: Database,
  records: AsyncIterable<ImportedRecord>,
  onProgress: (done: number) => void = () => {},
): Promise<ImportReport> {
  await database.exec(`DROP TABLE IF EXISTS temp.incoming; CREATE TEMP TABLE incoming (
    position INTEGER PRIMARY KEY, key INTEGER UNIQUE, day INTEGER, headline TEXT, labels TEXT, more BLOB);`);
  const read = await stage(database, records, onProgress);
  const { changes } = await database.run(`
    INSERT OR IGNORE INTO imported.record (number, key, day, headline, labels, more)
    SELECT (SELECT coalesce(max(number), 0) FROM imported.record) + row_number() OVER (ORDER BY day, position),
      key, day, headline, labels, more
    FROM temp.incoming WHERE key NOT IN (SELECT key FROM imported.record) ORDER BY day, position`);
  await database.exec('DROP TABLE temp.incoming');
  return { imported: changes, known: read - changes };
}

async function stage(
  database: Database,
  records: AsyncIterable<ImportedRecord>,
  onProgress: (done: number) => void,
): Promise<number> {
  let read = 0;
  let batch: Omit<RecordRow, 'number'>[] = [];
  const write = async () => {
    const json = JSON.stringify(
      batch.map((row) => [row.key, row.day, row.headline, row.labels, row.more?.toString('hex')]),
    );
    await database.run(
      `INSERT OR IGNORE INTO temp.incoming SELECT NULL, value ->> 0, value ->> 1, value ->> 2, value ->> 3, unhex(value ->> 4) FROM json_each(?)`,
      [json],
    );
    read += batch.length;
    batch = [];
    onProgress(read);
  };
  for await (const record of records) {
    batch.push(rowOfRecord(record));
    if (batch.length >= batchSize) await write();
  }
  if (batch.length > 0) await write();
  return read;
}
