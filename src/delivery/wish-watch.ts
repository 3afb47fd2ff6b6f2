import { keyOf } from '../subscribers/address-key.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { Timer } from './timer.js';

/** Another process may change a wish unseen: what was read longer ago than this is read again before a send. */
const freshMs = 1_000;

/** Tells whether a wish that was read may have changed since. */
export interface WishWatch {
  /** @param readMs when it was read, on the timer. */
  mayHaveChanged(key: string, readMs: number): boolean;
}

/** Hears of every wish that this process changes. */
export function watchWishes(subscribers: Pick<Subscribers, 'onWishChanged'>, timer: Timer): WishWatch {
  /** When wishes were changed, the oldest first. */
  const changesMs = new Map<string, number>();
  subscribers.onWishChanged((_before, after) => {
    const nowMs = timer.nowMs();
    const key = keyOf(after);
    changesMs.delete(key);
    changesMs.set(key, nowMs);
    for (const [each, atMs] of changesMs) {
      if (atMs >= nowMs - freshMs) break;
      changesMs.delete(each);
    }
  });
  return {
    mayHaveChanged(key, readMs) {
      const changedMs = changesMs.get(key);
      return timer.nowMs() - readMs > freshMs || (changedMs !== undefined && changedMs >= readMs);
    },
  };
}
