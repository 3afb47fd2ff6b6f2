import type { Log } from '../log.js';
import type { SendOutcome } from './messenger.js';
import type { Timer } from './timer.js';

/** So many requests in a row that came to nothing mean Telegram or the way to it, not the chats. */
const enoughInARow = 6;
const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

/** Notices when Telegram is away, and waits it out instead of using up the chats' attempts. */
export interface Outage {
  heard(outcome: SendOutcome): void;
  isAway(): boolean;
  /** Resolves when something may be sent again: `back`, or `over` after the patience is used up. */
  waitedOut(signal: AbortSignal): Promise<'back' | 'over'>;
}

interface OutageParts {
  readonly timer: Timer;
  readonly log: Log;
  readonly patienceMs: number;
  /** A harmless request: whether Telegram answers. Absent: the next message tries. */
  readonly probe: ((signal: AbortSignal) => Promise<boolean>) | undefined;
}

/** Opens with Telegram thought to be there. */
export function openOutage({ timer, log, patienceMs, probe }: OutageParts): Outage {
  let inARow = 0;
  let awaySinceMs: number | undefined;
  let pauseMs = firstPauseMs;
  let waiting: Promise<'back' | 'over'> | undefined;

  const wait = async (signal: AbortSignal): Promise<'back' | 'over'> => {
    const sinceMs = awaySinceMs ?? timer.nowMs();
    awaySinceMs = sinceMs;
    log.warn({ cause: 'requests in a row failed' }, 'Telegram does not answer: waiting');
    while (!signal.aborted) {
      if (timer.nowMs() - sinceMs > patienceMs) {
        [inARow, awaySinceMs, pauseMs] = [0, undefined, firstPauseMs];
        return 'over';
      }
      await timer.sleep(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      if (probe === undefined || (await probe(signal))) break;
    }
    inARow = enoughInARow - 1;
    return 'back';
  };
  return {
    heard(outcome) {
      if (outcome.kind === 'failed' || outcome.kind === 'unknown') {
        inARow++;
        return;
      }
      [inARow, awaySinceMs, pauseMs] = [0, undefined, firstPauseMs];
    },
    isAway: () => inARow >= enoughInARow,
    waitedOut(signal) {
      waiting ??= wait(signal).finally(() => {
        waiting = undefined;
      });
      return waiting;
    },
  };
}
