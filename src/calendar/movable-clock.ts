import type { Clock } from './instant.js';

/** A clock that goes on by itself from where it was last put. */
export interface MovableClock extends Clock {
  /** Puts the clock at `instant`, then tells every listener. */
  moveTo(instant: Date): void;
  onMoved(listener: (now: Date) => void): void;
}

/** Starts a clock at `start`; time then passes at the machine's speed (its monotonic clock). */
export function movableClock(start: Date): MovableClock {
  const listeners: ((now: Date) => void)[] = [];
  let base = start.getTime();
  let since = performance.now();
  const now = () => new Date(base + performance.now() - since);
  return {
    now,
    moveTo(instant) {
      base = instant.getTime();
      since = performance.now();
      for (const listener of listeners) listener(now());
    },
    onMoved: (listener) => void listeners.push(listener),
  };
}
