import { type Clock, systemClock } from '../calendar/instant.js';
import type { Storage } from '../storage/store.js';
import { isRunning, type ProcessIdentity, thisProcess } from './process-identity.js';
import type { Timer } from './timer.js';

/** A lock of another machine counts as left behind when its holder has not been heard of for this long. */
const silentMs = 30_000;
/** How often a holder says that it is there, for those on other machines. */
const heartbeatMs = 5_000;
/** How often a latecomer looks again. */
const lookAgainMs = 250;

/** Who sends: a bot that runs as long as the process, or one `digest --at`. */
export type HolderKind = 'bot' | 'digest';

/** The lock as it lies in the store. */
interface LockRecord extends ProcessIdentity {
  readonly kind: HolderKind;
  /** By the holder's wall clock, for holders on other machines. */
  readonly seenAtMs: number;
}

/** The right to send: one pace and one run, whatever is started by mistake. */
export interface RunLock {
  /** Takes the lock if nobody holds it who still runs. @returns the holder's kind if somebody does. */
  tryAcquire(kind: HolderKind): Promise<'acquired' | HolderKind>;
  /** Waits for it. Stops waiting when `signal` aborts, and then returns false. */
  acquire(kind: HolderKind, signal?: AbortSignal): Promise<boolean>;
  /** Who holds it and runs. */
  holder(): Promise<HolderKind | undefined>;
  /** Gives it back; harmless when it is not held. */
  release(): Promise<void>;
}

/** Opens the lock of a store. */
export function openRunLock(
  storage: Pick<Storage, 'collection'>,
  timer: Timer,
  clock: Clock = systemClock,
): RunLock {
  const locks = storage.collection<LockRecord>('lock');
  const nowMs = () => clock.now().getTime();
  const isAlive = async (record: LockRecord): Promise<boolean> =>
    (await isRunning(record)) ?? nowMs() - record.seenAtMs < silentMs;
  let held: LockRecord | undefined;
  let heartbeat = new AbortController();

  const tryAcquire = async (kind: HolderKind): Promise<'acquired' | HolderKind> => {
    if (held !== undefined) return 'acquired';
    const before = await locks.get('run');
    if (before !== undefined && (await isAlive(before))) return before.kind;
    const mine: LockRecord = { ...(await thisProcess()), kind, seenAtMs: nowMs() };
    if (!(await locks.compareAndSet('run', before, mine))) return tryAcquire(kind);
    held = mine;
    heartbeat = new AbortController();
    void beat(heartbeat.signal);
    return 'acquired';
  };
  const beat = async (signal: AbortSignal) => {
    for (;;) {
      await timer.sleep(heartbeatMs, signal);
      if (signal.aborted || held === undefined) return;
      const now: LockRecord = { ...held, seenAtMs: nowMs() };
      // A store that fails for a moment is no reason to stop: the next beat tries again.
      const isWritten = await locks.compareAndSet('run', held, now).catch(() => false);
      if (isWritten) held = now;
    }
  };
  return {
    tryAcquire,
    async acquire(kind, signal) {
      while ((await tryAcquire(kind)) !== 'acquired') {
        if (signal?.aborted) return false;
        await timer.sleep(lookAgainMs, signal);
      }
      return true;
    },
    async holder() {
      const record = await locks.get('run');
      return record !== undefined && (await isAlive(record)) ? record.kind : undefined;
    },
    async release() {
      heartbeat.abort();
      if (held === undefined) return;
      held = undefined;
      await locks.delete('run');
    },
  };
}
