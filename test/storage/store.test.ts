import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/store.js';

const folder = await mkdtemp(path.join(tmpdir(), 'qubao-store-'));
const stores: Storage[] = [];
afterAll(() => Promise.all(stores.map((store) => store.close())));

const kinds: readonly (readonly [string, () => string])[] = [
  ['sqlite', () => `sqlite://${path.join(folder, 'deep', `${stores.length}.sqlite`)}`],
  ['memory', () => 'memory://'],
];

/** One contract for every store. */
describe.each(kinds)('%s store', (_name, url) => {
  const open = async () => {
    const storage = await openStorage(url());
    stores.push(storage);
    return storage;
  };

  it('gives back what was set, and undefined for the rest', async () => {
    const store = (await open()).collection<{ a: string }>('things');
    await store.set('x', { a: ':quoted "值" 😀' });
    expect(await store.get('x')).toEqual({ a: ':quoted "值" 😀' });
    expect(await store.getMany(['y', 'x'])).toEqual([undefined, { a: ':quoted "值" 😀' }]);
    expect(await store.delete('x')).toBe(true);
    expect(await store.delete('x')).toBe(false);
    expect(await store.get('x')).toBeUndefined();
  });

  it('keeps collections apart', async () => {
    const storage = await open();
    await storage.collection<number>('one').set('k', 1);
    await storage.collection<number>('onemore').set('k', 2);
    expect(await storage.collection<number>('one').get('k')).toBe(1);
    expect(await storage.collection<number>('one').count()).toBe(1);
  });

  it('sets many at once and updates only what is there', async () => {
    const store = (await open()).collection<number>('many', { isDurable: true });
    await store.setMany([
      ['a', 1],
      ['b', 2],
    ]);
    await store.updateMany([
      ['b', 3],
      ['c', 4],
    ]);
    expect(await store.getMany(['a', 'b', 'c'])).toEqual([1, 3, undefined]);
  });

  it('compares before it sets', async () => {
    const store = (await open()).collection<{ pid: number }>('locks');
    expect(await store.compareAndSet('run', undefined, { pid: 1 })).toBe(true);
    expect(await store.compareAndSet('run', undefined, { pid: 2 })).toBe(false);
    expect(await store.compareAndSet('run', { pid: 9 }, { pid: 2 })).toBe(false);
    expect(await store.compareAndSet('run', { pid: 1 }, { pid: 2 })).toBe(true);
    expect(await store.get('run')).toEqual({ pid: 2 });
  });

  it('compares many before it sets them, each for itself', async () => {
    const store = (await open()).collection<{ at: string; n: number }>('many', { isDurable: true });
    const entry = (n: number) => ({ at: '"8 点"\\', n });
    await store.setMany([
      ['a', entry(1)],
      ['b', entry(1)],
    ]);
    const set = await store.compareAndSetMany([
      ['a', entry(1), entry(2)],
      ['b', entry(9), entry(2)],
      ['c', entry(1), entry(2)],
    ]);
    expect(set).toEqual([true, false, false]);
    expect(await store.getMany(['a', 'b', 'c'])).toEqual([entry(2), entry(1), undefined]);
    expect(await store.compareAndSetMany([])).toEqual([]);
  });

  it('knows any value again as it was written, whatever stands in it', async () => {
    const store = (await open()).collection<unknown>('any', { isDurable: true });
    const property = fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (before, after) => {
      await store.set('k', before);
      expect(await store.compareAndSetMany([['k', before, after]])).toEqual([true]);
      expect(JSON.stringify(await store.get('k'))).toBe(JSON.stringify(after));
      expect(await store.compareAndSet('k', after, before)).toBe(true);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('lets one of two writers win each key', async () => {
    const store = (await open()).collection<number>('many');
    const keys = Array.from({ length: 50 }, (_, n) => `k${n}`);
    await store.setMany(keys.map((key) => [key, 0] as const));
    const writers = [1, 2].map((value) =>
      store.compareAndSetMany(keys.map((key) => [key, 0, value] as const)),
    );
    const [one = [], other = []] = await Promise.all(writers);
    expect(keys.map((_, at) => Number(one[at]) + Number(other[at]))).toEqual(keys.map(() => 1));
  });

  it('scans in key order, by prefix and after a key, and does not skip what is written meanwhile', async () => {
    const store = (await open()).collection<number>('pages');
    await store.setMany(Array.from({ length: 25 }, (_, n) => [`k${String(n).padStart(2, '0')}`, n] as const));
    await store.set('l', 99);
    const keys = async (options: Parameters<typeof store.scan>[0]) => {
      const seen: string[] = [];
      for await (const page of store.scan({ pageSize: 10, ...options })) {
        if (seen.length === 0) await store.set('k245', 7);
        seen.push(...page.map(([key]) => key));
      }
      return seen;
    };
    expect(await keys({ prefix: 'k' })).toHaveLength(26);
    expect(await keys({})).toHaveLength(27);
    expect(await keys({ after: 'k23' })).toEqual(['k24', 'k245', 'l']);
    expect(await keys({ prefix: 'k2', after: 'k23' })).toEqual(['k24', 'k245']);
  });

  it('rolls a failed transaction back, and lets no other statement come between', async () => {
    const database = await (await open()).database('search');
    await database.exec('CREATE TABLE t (n)');
    const failed = database.transaction(async (inside) => {
      await inside.run('INSERT INTO t VALUES (1)');
      throw new Error('no');
    });
    const beside = database.run('INSERT INTO t VALUES (2)');
    await expect(failed).rejects.toThrow('no');
    await beside;
    expect(await database.all('SELECT n FROM t')).toEqual([{ n: 2 }]);
  });
});

describe('sqlite store', () => {
  it('puts the search index beside the store', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'qubao-store-'));
    const storage = await openStorage(`sqlite://${path.join(home, 'qubao.sqlite')}`);
    stores.push(storage);
    await storage.database('search');
    expect((await readdir(home)).filter((name) => name.endsWith('.sqlite'))).toEqual([
      'qubao.search.sqlite',
      'qubao.sqlite',
    ]);
  });
});
