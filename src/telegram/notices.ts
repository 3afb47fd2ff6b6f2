import { wait } from './patience.js';

/** While Telegram is away a notice is tried again after so long, and given up after so many tries: half a day. */
const pauseMs = 30_000;
const mostTries = 1_440;

/** What the admins are told, one notice after the other. */
export interface Notices {
  /** Sends it, now or when Telegram is back. @param send resolves with whether it got there, or never will. */
  add(send: () => Promise<boolean>): void;
  /** Gives up what could not be sent. */
  stop(): Promise<void>;
}

/** Makes the queue. A notice that waits keeps its place: admins read in the order in which things happened. */
export function openNotices(): Notices {
  const ending = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const deliver = async (send: () => Promise<boolean>) => {
    for (let tries = 1; tries <= mostTries && !ending.signal.aborted; tries++) {
      if (await send()) return;
      await wait(pauseMs, ending.signal);
    }
  };
  return {
    add(send) {
      last = last.then(() => deliver(send));
    },
    stop() {
      ending.abort();
      return last;
    },
  };
}
