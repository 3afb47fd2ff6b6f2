import type { Clock } from '../calendar/instant.js';
import type { RunProgress } from './delivery.js';
import type { Tally } from './tally.js';
import type { Timer } from './timer.js';

/** The rate is that of the last half minute. */
const windowMs = 30_000;

/** Counts the turns of the run that goes on, to tell its rate and its end. */
export interface ProgressMeter {
  ended(): void;
  progress(tallies: Iterable<Tally>, isPaused: boolean): RunProgress;
}

/** A meter that has counted nothing. */
export function progressMeter(timer: Timer, clock: Clock): ProgressMeter {
  /** Turns ended, by second. */
  const seconds = new Map<number, number>();
  const secondNow = () => Math.floor(timer.nowMs() / 1_000);
  const forget = () => {
    const oldest = secondNow() - windowMs / 1_000;
    for (const second of seconds.keys()) if (second < oldest) seconds.delete(second);
  };
  return {
    ended() {
      const second = secondNow();
      const before = seconds.get(second) ?? 0;
      seconds.set(second, before + 1);
      if (before === 0) forget();
    },
    progress(tallies, isPaused) {
      forget();
      const sum = { done: 0, left: 0, sent: 0, failed: 0 };
      for (const { turns, left, sent, failed } of tallies) {
        sum.done += turns - left;
        sum.left += left;
        sum.sent += sent;
        sum.failed += failed;
      }
      const ended = [...seconds.values()].reduce((total, count) => total + count, 0);
      const overS = Math.max(1, secondNow() - Math.min(...seconds.keys(), secondNow()) + 1);
      const perSecond = Math.round((ended / overS) * 10) / 10;
      const isKnown = perSecond > 0 && !isPaused;
      const endsAt = isKnown
        ? new Date(clock.now().getTime() + (sum.left / perSecond) * 1_000).toISOString()
        : null;
      return { ...sum, perSecond, endsAt, isPaused };
    },
  };
}
