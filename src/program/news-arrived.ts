import type { TakeIn } from '../archive/archive.js';
import type { Delivery } from '../delivery/delivery.js';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';

/** What delivery does when content has changed: corrected stories are edited where they were sent, urgent ones go out. */
export interface NewsArrived {
  readonly delivery: Pick<Delivery, 'correct' | 'publish'>;
  readonly log: Log;
  /** False where admins confirm urgent news with `/publish`. */
  readonly publishesByItself: boolean;
}

/** Starts what follows from a take-in and does not wait for it. */
export function newsArrived(
  { delivery, log, publishesByItself }: NewsArrived,
  done: TakeIn,
  now: Date,
): void {
  const quietly = (work: Promise<unknown>, what: string) =>
    void work.catch((thrown: unknown) => log.error({ cause: messageOf(thrown) }, what));
  for (const { id } of done.corrected) quietly(delivery.correct(id, now), 'a correction could not be sent');
  if (!publishesByItself) return;
  for (const { article, addedDistricts } of done.released) {
    if (article.urgent && addedDistricts === undefined) {
      quietly(delivery.publish(article.id, now), 'urgent news could not be sent');
    }
  }
}
