import type { ArchivedArticle } from '../archive/archive.js';
import { isWanted } from '../subscribers/matching.js';
import { isPaused } from '../subscribers/slot-plan.js';
import type { Subscriber } from '../subscribers/subscribers.js';
import { type KeyList, keyList } from './key-list.js';
import { isHeldAtNight } from './quiet-hours.js';

/** Whom an urgent article concerns that has not had it. */
export interface UrgentPlan {
  readonly now: KeyList;
  /** How many quiet hours hold. */
  readonly later: number;
}

/** Reads all subscribers page by page. */
export async function planUrgent(
  subscribers: { scan(): AsyncIterable<readonly Subscriber[]> },
  article: ArchivedArticle,
  at: Date,
  zone: string,
): Promise<UrgentPlan> {
  const now = keyList();
  let later = 0;
  for await (const page of subscribers.scan()) {
    for (const subscriber of page) {
      if (!concerns(subscriber, article, at)) continue;
      if (isHeldAtNight(subscriber.wish, at, zone)) later++;
      else now.add(subscriber.key);
    }
  }
  return { now, later };
}

function concerns({ wish, ledger }: Subscriber, article: ArchivedArticle, at: Date): boolean {
  const isReachable = ledger.state === 'active' && !isPaused(wish, at);
  const isKnown = article.number <= ledger.cursor || ledger.ahead.includes(article.number);
  return isReachable && !isKnown && isWanted(wish, article);
}
