import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunReport } from '../../src/delivery/delivery.js';
import { answerLetters } from '../../src/delivery/hand-over.js';
import { runDigest } from '../../src/delivery/run-digest.js';
import { openRunLock } from '../../src/delivery/run-lock.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/store.js';
import { fastTimer } from './support/fast-timer.js';

const timer = fastTimer(50);
const at = new Date('2024-08-28T07:30:00+08:00');
const report: RunReport = {
  at: at.toISOString(),
  due: 1,
  sent: 1,
  empty: 0,
  unreachable: 0,
  uncertain: 0,
  failed: 0,
  retried: 0,
  calls: 1,
  seconds: 0,
};

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function twoStores(): Promise<readonly [Storage, Storage]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qubao-lock-'));
  const url = `sqlite://${path.join(folder, 'store.sqlite')}`;
  const stores = [await openStorage(url), await openStorage(url)] as const;
  ends.push(async () => {
    for (const store of stores) await store.close();
    await rm(folder, { recursive: true });
  });
  return stores;
}

describe('the lock of all that send', () => {
  test('is held by one at a time, and free again when given back', async () => {
    const [one, other] = await twoStores();
    const [first, second] = [openRunLock(one, timer), openRunLock(other, timer)];
    expect(await first.tryAcquire('bot')).toBe('acquired');
    expect(await second.tryAcquire('digest')).toBe('bot');
    expect(await second.holder()).toBe('bot');
    await first.release();
    expect(await second.tryAcquire('digest')).toBe('acquired');
    await second.release();
  });

  test('of a process that was killed is taken over at once', async () => {
    const [one, other] = await twoStores();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const { thisProcess } = await import('../../src/delivery/process-identity.js');
    const dead = { ...(await thisProcess()), pid: child.pid ?? 0, kind: 'bot', seenAtMs: Date.now() };
    await one.collection('lock').set('run', dead);
    const lock = openRunLock(other, timer);
    expect(await lock.tryAcquire('digest')).toBe('acquired');
    await lock.release();
  });

  test('is not taken for held because another process has the same number', async () => {
    const [one] = await twoStores();
    const { thisProcess } = await import('../../src/delivery/process-identity.js');
    const reused = { ...(await thisProcess()), startedAt: '1', kind: 'bot', seenAtMs: Date.now() };
    await one.collection('lock').set('run', reused);
    const lock = openRunLock(one, timer);
    expect(await lock.holder()).toBeUndefined();
    expect(await lock.tryAcquire('bot')).toBe('acquired');
    await lock.release();
  });

  test('lets the latecomer wait', async () => {
    const [one, other] = await twoStores();
    const first = openRunLock(one, timer);
    await first.tryAcquire('digest');
    const order: string[] = [];
    const second = runDigest(
      {
        storage: other,
        timer,
        lock: openRunLock(other, timer),
        run: async () => {
          order.push('second');
          return report;
        },
      },
      at,
    );
    await timer.sleep(2_000);
    order.push('first ends');
    await first.release();
    expect(await second).toEqual(report);
    expect(order).toEqual(['first ends', 'second']);
  });
});

describe('a bot that runs', () => {
  test('is handed the run of a command, and answers with its report', async () => {
    const [one, other] = await twoStores();
    const lock = openRunLock(one, timer);
    await lock.tryAcquire('bot');
    const stop = new AbortController();
    const moments: Date[] = [];
    const bot = answerLetters(
      { storage: one, timer },
      async (moment) => {
        moments.push(moment);
        return report;
      },
      stop.signal,
    );
    const parts = {
      storage: other,
      timer,
      lock: openRunLock(other, timer),
      run: async () => {
        throw new Error('must not run by itself');
      },
    };
    expect(await runDigest(parts, at)).toEqual(report);
    expect(moments).toEqual([at]);
    stop.abort();
    await bot;
    await lock.release();
  });

  test('says why its run failed', async () => {
    const [one, other] = await twoStores();
    const lock = openRunLock(one, timer);
    await lock.tryAcquire('bot');
    const stop = new AbortController();
    const bot = answerLetters(
      { storage: one, timer },
      () => Promise.reject(new Error('no token')),
      stop.signal,
    );
    const parts = { storage: other, timer, lock: openRunLock(other, timer), run: async () => report };
    await expect(runDigest(parts, at)).rejects.toThrow('no token');
    stop.abort();
    await bot;
    await lock.release();
  });
});
