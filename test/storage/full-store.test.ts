import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/sqlite-database.js';
import { StoreFailure } from '../../src/storage/store.js';

describe('a store that is full', () => {
  it('says so, and keeps what it had', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'qubao-full-'));
    const database = await openDatabase(path.join(folder, 'full.sqlite'));
    await database.exec("CREATE TABLE t (text); INSERT INTO t VALUES ('kept'); PRAGMA max_page_count = 4");
    const write = database.transaction((inside) =>
      inside.run('INSERT INTO t VALUES (?)', ['x'.repeat(99_999)]),
    );
    await expect(write).rejects.toThrow(StoreFailure);
    await expect(write).rejects.toMatchObject({ reason: 'full' });
    expect(await database.all('SELECT text FROM t')).toEqual([{ text: 'kept' }]);
    await database.close();
  });
});
