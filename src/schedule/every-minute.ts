import { schedule } from 'node-cron';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';

/** Time passing, as the program hears of it. */
export interface Schedule {
  /** No further ticks; resolves when the one that goes on has ended. */
  stop(): Promise<void>;
}

/**
 * Calls `tick` at the beginning of every minute. A tick that takes longer than a minute is not called again before it has ended.
 * What a tick throws is logged; the next minute tries again.
 */
export function everyMinute(tick: () => Promise<void>, log: Log): Schedule {
  let last: Promise<void> = Promise.resolve();
  const task = schedule(
    '* * * * *',
    () => {
      last = tick().catch((thrown: unknown) =>
        log.error({ cause: messageOf(thrown) }, 'the minute failed, the next one tries again'),
      );
      return last;
    },
    { noOverlap: true, name: 'every-minute' },
  );
  return {
    async stop() {
      await task.stop();
      await task.destroy();
      await last;
    },
  };
}
