import { StoreFailure } from '../storage/store.js';
import type { LedgerEntry } from '../subscribers/ledger.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { Wish } from '../subscribers/wish.js';
import type { Timer } from './timer.js';

/** Changes wait at most this long for others to be written with them; this many do not wait at all. */
const gatherMs = 8;
const enough = 32;
/** A reason of our own: one made for each abort costs a stack trace. */
const enoughCame = 'enough came';
/** Pauses between tries while the store fails. */
const firstRetryMs = 100;
const longestRetryMs = 5_000;

/** What a change sees: both records as they are now. It returns the new entry, or undefined to leave it. */
export type LedgerChange = (entry: LedgerEntry, wish: Wish | undefined) => LedgerEntry | undefined;

/** Writes ledgers in small batches, each durable in one statement (group commit). */
export interface LedgerBatch {
  /**
   * Resolves when the change is durable, to the entry as it is then; undefined for a chat that was forgotten.
   * Rejects with the {@link StoreFailure} that lasted longer than the batch's patience.
   */
  change(key: string, change: LedgerChange): Promise<LedgerEntry | undefined>;
  /** The same for a change that need not see the wish. */
  changeEntry(
    key: string,
    change: (entry: LedgerEntry) => LedgerEntry | undefined,
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
  readonly key: string;
  readonly change: LedgerChange;
  readonly isWishSeen: boolean;
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
        const tried: Tried = new Map();
        const entries = await patiently(() => writeBatch(subscribers, batch, tried), timer, patienceMs);
        for (const [index, { resolve }] of batch.entries()) resolve(entries[index]);
      } catch (failure) {
        for (const { reject } of batch) reject(failure);
      }
    }
    writing = undefined;
  };
  const changeOne = (key: string, change: LedgerChange, isWishSeen = true) =>
    new Promise<LedgerEntry | undefined>((resolve, reject) => {
      waiting.push({ key, change, isWishSeen, resolve, reject });
      if (waiting.length >= enough) alarm.abort(enoughCame);
      writing ??= writeAll();
    });
  return {
    change: (key, change) => changeOne(key, change),
    changeEntry: (key, change) => changeOne(key, change, false),
    async changeMany(keys, change) {
      // In the same queue, so that no two statements change one entry at a time.
      await Promise.all(keys.map((key) => changeOne(key, (...now) => change(key, ...now))));
    },
    async drained() {
      while (writing !== undefined) await writing;
    },
  };
}

/** What a batch tried to write, to know it again after a failure that may have come after the write. */
type Tried = Map<string, LedgerEntry>;

/**
 * Reads, changes and writes until it succeeds. A store that fails may have written all the same: an entry that is found as it was to be
 * is not changed a second time.
 * @returns the entries as they are afterwards, in the order of the batch.
 */
async function writeBatch(
  { wishes, ledger }: Pick<Subscribers, 'wishes' | 'ledger'>,
  batch: readonly Pick<Waiting, 'key' | 'change' | 'isWishSeen'>[],
  tried: Tried,
): Promise<(LedgerEntry | undefined)[]> {
  const changesOf = changesByKey(batch);
  const keys = [...changesOf.keys()];
  const wished = [...new Set(batch.filter(({ isWishSeen }) => isWishSeen).map(({ key }) => key))];
  const [entriesNow, wishesNow] = await Promise.all([
    ledger.getMany(keys),
    wished.length > 0 ? wishes.getMany(wished) : [],
  ]);
  const wishOf = new Map(wished.map((key, index) => [key, wishesNow[index]]));
  const changed = new Map<string, LedgerEntry>();
  const results = new Map<string, (LedgerEntry | undefined)[]>();
  for (const [index, [key, changes]] of [...changesOf].entries()) {
    const entry = entriesNow[index];
    const wish = wishOf.get(key);
    const before = tried.get(key);
    const isWritten =
      before !== undefined && entry !== undefined && JSON.stringify(entry) === JSON.stringify(before);
    const after = isWritten ? changes.map(() => entry) : applied(entry, wish, changes);
    results.set(key, [...after]);
    const last = after.at(-1);
    if (entry === undefined || last === undefined || last === entry) continue;
    changed.set(key, last);
    tried.set(key, last);
  }
  await ledger.updateMany([...changed]);
  return batch.map(({ key }) => results.get(key)?.shift());
}

function changesByKey(batch: readonly Pick<Waiting, 'key' | 'change'>[]): Map<string, LedgerChange[]> {
  const changes = new Map<string, LedgerChange[]>();
  for (const { key, change } of batch) {
    const ofKey = changes.get(key);
    if (ofKey === undefined) changes.set(key, [change]);
    else ofKey.push(change);
  }
  return changes;
}

/** The entry after each of the changes; undefined for a chat that was forgotten. */
function applied(
  entry: LedgerEntry | undefined,
  wish: Wish | undefined,
  changes: readonly LedgerChange[],
): readonly (LedgerEntry | undefined)[] {
  let now = entry;
  return changes.map((change) => {
    now = now && (change(now, wish) ?? now);
    return now;
  });
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
