import type { Timer } from '../../../src/delivery/timer.js';

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A timer that stands still until it is moved: whoever sleeps until then wakes in order. */
export interface SteppedTimer extends Timer {
  /** Moves on by `ms`, waking sleepers one moment after another. */
  advance(ms: number): Promise<void>;
}

/** Lets everything run that waits for nothing but promises. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A timer for tests of pure waiting: no I/O, no real time. */
export function steppedTimer(): SteppedTimer {
  let nowMs = 1_000_000;
  let sleepers: Sleeper[] = [];
  return {
    nowMs: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper: Sleeper = { atMs: nowMs + Math.max(0, ms), wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          resolve();
        });
      }),
    async advance(ms) {
      const endMs = nowMs + ms;
      await settle();
      for (;;) {
        const next = sleepers.reduce<Sleeper | undefined>(
          (first, each) => (first === undefined || each.atMs < first.atMs ? each : first),
          undefined,
        );
        if (next === undefined || next.atMs > endMs) break;
        nowMs = Math.max(nowMs, next.atMs);
        sleepers = sleepers.filter((each) => each !== next);
        next.wake();
        await settle();
      }
      nowMs = endMs;
      await settle();
    },
  };
}
