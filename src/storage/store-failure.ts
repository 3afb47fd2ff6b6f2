import { messageOf } from '../problem.js';
import { StoreFailure } from './store.js';

/** SQLite's result codes (https://www.sqlite.org/rescode.html) -> what to tell the operator. */
const reasons: Readonly<Record<string, readonly [reason: StoreFailure['reason'], sentence: string]>> = {
  SQLITE_FULL: ['full', 'the disk is full: free some space, nothing that was stored is lost'],
  SQLITE_BUSY: ['locked', 'it is locked by another process: stop that one, or give each its own STORE_URL'],
  SQLITE_LOCKED: ['locked', 'it is locked by another process: stop that one, or give each its own STORE_URL'],
  SQLITE_READONLY: ['read-only', 'it cannot be written: check the rights of the file and its folder'],
  SQLITE_PERM: ['read-only', 'it cannot be written: check the rights of the file and its folder'],
  SQLITE_CORRUPT: ['corrupt', 'the file is damaged: put back a backup, or move it away to begin anew'],
  SQLITE_NOTADB: [
    'corrupt',
    'the file is no SQLite database: put back a backup, or move it away to begin anew',
  ],
  SQLITE_CANTOPEN: ['unavailable', 'it cannot be opened: check that the folder exists and may be written'],
  SQLITE_IOERR: ['unavailable', 'the disk does not answer as it should: check the disk'],
};

/** Makes a sentence of whatever SQLite threw. */
export function storeFailure(where: string, thrown: unknown): StoreFailure {
  if (thrown instanceof StoreFailure) return thrown;
  const code = (thrown as { code?: unknown } | null)?.code;
  const [reason, sentence] = reasons[String(code)] ?? ['unavailable', messageOf(thrown)];
  return new StoreFailure(reason, `The store ${where} failed: ${sentence}.`, thrown);
}

/** Awaits `work`; what it throws becomes a {@link StoreFailure}. */
export async function guarded<R>(where: string, work: Promise<R>): Promise<R> {
  try {
    return await work;
  } catch (thrown) {
    throw storeFailure(where, thrown);
  }
}
