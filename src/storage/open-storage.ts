import { existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, Problem } from '../problem.js';
import { keyvStore, writeAll } from './keyv-store.js';
import { type Connection, openConnection } from './sqlite-connection.js';
import { openDatabase } from './sqlite-database.js';
import type { Database, Storage } from './store.js';

const inMemory = ':memory:';

/**
 * Opens the store that STORE_URL names: `sqlite://path/file.sqlite` (made with its folder when new), or `memory://`,
 * the same SQLite in memory, gone with the process.
 * @throws {Problem} for a URL that is not understood. @throws {StoreFailure} for a store that cannot serve.
 */
export async function openStorage(url: string): Promise<Storage> {
  const file = fileOf(url);
  if (file !== inMemory) await makeFolder(file);
  return storageOf(file, await openConnection(file, 'NORMAL'));
}

/** Opens a copy of a store in memory, for a dry run: the store itself is only read, and not made when there is none. */
export async function openCopy(url: string): Promise<Storage> {
  const file = fileOf(url);
  const copy = await openConnection(inMemory, 'NORMAL');
  if (file !== inMemory && existsSync(file)) {
    await copy.rows('ATTACH ? AS original', file);
    await copy.rows('INSERT INTO keyv SELECT key, value FROM original.keyv');
    await copy.rows('DETACH original');
  }
  return storageOf(inMemory, copy);
}

async function storageOf(file: string, usual: Connection): Promise<Storage> {
  const isMemory = file === inMemory;
  // A connection of its own, since the durability of a write is a setting of the connection.
  const durable = isMemory ? usual : await openConnection(file, 'FULL');
  const databases: Database[] = [];
  const marks = keyvStore<string>(usual, 'meta');
  return {
    collection: (name, options) => keyvStore(options?.isDurable ? durable : usual, name),
    writeAll: (writes) => writeAll(usual, writes),
    async database(name) {
      const database = await openDatabase(isMemory ? inMemory : besideFile(file, name));
      databases.push(database);
      return database;
    },
    async discardDatabase(name) {
      if (isMemory) return undefined;
      const damaged = besideFile(file, name);
      for (const open of databases.filter((database) => database.file === damaged)) {
        databases.splice(databases.indexOf(open), 1);
        await open.close().catch(() => {});
      }
      const kept = `${damaged}.damaged`;
      for (const ending of ['-wal', '-shm']) await rm(`${damaged}${ending}`, { force: true });
      await rename(damaged, kept).catch(() => {});
      return kept;
    },
    async backup(target) {
      await usual.rows('VACUUM INTO ?', target);
    },
    probe: () => marks.set('opened', 'yes'),
    close: () => closeAll([...databases, ...new Set<Connection>([durable, usual])]),
  };
}

/** The search index of `qubao.sqlite` is `qubao.search.sqlite`. */
function besideFile(file: string, name: string): string {
  const { dir, name: stem, ext } = path.parse(file);
  return path.join(dir, `${stem}.${name}${ext || '.sqlite'}`);
}

function fileOf(url: string): string {
  if (url === 'memory://') return inMemory;
  const file = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  if (file !== undefined) return file;
  throw new Problem(
    `STORE_URL: expected sqlite://FILE or memory://, got ${/^[a-z]+:\/\//.exec(url)?.[0] ?? url}. Other stores come with a later version.`,
  );
}

async function makeFolder(file: string): Promise<void> {
  try {
    await makeFolders(path.dirname(path.resolve(file)));
  } catch (thrown) {
    throw new Problem(`STORE_URL: the folder of ${file} cannot be made: ${messageOf(thrown)}.`, {
      cause: thrown,
    });
  }
}

/** One folder after the other: Node's own recursive way never ends below a folder like /proc, where none can be made. */
async function makeFolders(folder: string): Promise<void> {
  if (isFolder(folder)) return;
  await makeFolders(path.dirname(folder));
  await mkdir(folder).catch((thrown: unknown) => {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw thrown;
  });
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function closeAll(open: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const each of open) await each.close();
}
