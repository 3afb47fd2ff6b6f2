import { StoreFailure } from '../storage/store.js';
import type { LedgerEntry } from '../subscribers/ledger.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import { type BatchedChange, batchWrite, type LedgerChange, type Records } from './batch-write.js';
import type { Timer } from './timer.js';

export type { LedgerChange } from './batch-write.js';

/** Changes wait at most this long for others to be written with them; this many do not wait at all. */
const gatherMs = 8;
const enough = 20;
/** A reason of our own: one made for each abort costs a stack trace. */
const enoughCame = 'enough came';
/** Pauses between tries while the store fails. */
const firstRetryMs = 100;
const longestRetryMs = 5_000;

/** Writes ledgers in small batches, each durable in one statement (group commit). */
export interface LedgerBatch {
  /**
   * Resolves when the change is durable, to the entry as it is then; undefined for a chat that was forgotten.
   * Rejects with the {@link StoreFailure} that lasted longer than the batch's patience.
   * @param known the records as they were read a moment ago: while the entry is still so, it is changed without being read.
   */
  change(key: string, change: LedgerChange, known?: Records): Promise<LedgerEntry | undefined>;
  /**
   * The same for a change that need not see the wish.
   * @param known the entry as this process wrote it last.
   */
  changeEntry(
    key: string,
    change: (entry: LedgerEntry) => LedgerEntry | undefined,
    known?: LedgerEntry,
  ): Promise<LedgerEntry | undefined>;
  /** The same for many. */
  changeMany(
    keys: readonly string[],
    change: (key: string, ...now: Parameters<LedgerChange>) => LedgerEntry | undefined,
  ): Promise<void>;
  /** Resolves when nothing waits to be written. */
  drained(): Promise<void>;
}

interface Waiting {
  readonly change: BatchedChange;
  readonly resolve: (entry: LedgerEntry | undefined) => void;
  readonly reject: (failure: unknown) => void;
}

/** @param patienceMs how long a store that fails is tried again. */
export function openLedgerBatch(
  subscribers: Pick<Subscribers, 'wishes' | 'ledger'>,
  timer: Timer,
  patienceMs: number,
): LedgerBatch {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let alarm = new AbortController();

  const writeAll = async () => {
    while (waiting.length > 0) {
      if (waiting.length < enough) await timer.sleep(gatherMs, alarm.signal);
      alarm = new AbortController();
      const batch = waiting;
      waiting = [];
      try {
        const changes = batch.map(({ change }) => change);
        const write = batchWrite(subscribers, changes);
        const entries = await patiently(write, timer, patienceMs);
        for (const [index, { resolve }] of batch.entries()) resolve(entries[index]);
      } catch (failure) {
        for (const { reject } of batch) reject(failure);
      }
    }
    writing = undefined;
  };
  const changeOne = (change: BatchedChange) =>
    new Promise<LedgerEntry | undefined>((resolve, reject) => {
      waiting.push({ change, resolve, reject });
      if (waiting.length >= enough) alarm.abort(enoughCame);
      writing ??= writeAll();
    });
  return {
    change: (key, change, known) => changeOne({ key, change, isWishSeen: true, known }),
    changeEntry: (key, change, entry) =>
      changeOne({ key, change, isWishSeen: false, known: entry && { entry } }),
    async changeMany(keys, change) {
      // In the same queue, so that no two statements change one entry at a time.
      const one = (key: string) =>
        changeOne({ key, change: (...now) => change(key, ...now), isWishSeen: true });
      await Promise.all(keys.map(one));
    },
    async drained() {
      while (writing !== undefined) await writing;
    },
  };
}

async function patiently<R>(work: () => Promise<R>, timer: Timer, patienceMs: number): Promise<R> {
  const endMs = timer.nowMs() + patienceMs;
  for (let pauseMs = firstRetryMs; ; pauseMs = Math.min(pauseMs * 2, longestRetryMs)) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof StoreFailure) || timer.nowMs() + pauseMs > endMs) throw thrown;
      await timer.sleep(pauseMs);
    }
  }
}
