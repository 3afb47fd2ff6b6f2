import type { Store } from '../storage/store.js';
import type { LedgerEntry } from '../subscribers/ledger.js';
import { newEntry } from '../subscribers/open-subscribers.js';
import type { Subscriber } from '../subscribers/subscribers.js';
import type { Wish } from '../subscribers/wish.js';

type Entry<T> = readonly [key: string, value: T];

/**
 * All subscribers, in key order: both collections are read side by side, a page ahead, and merged by key, which takes half the
 * time of asking for the ledgers of each page of wishes.
 */
export async function* scanSubscribers(subscribers: {
  readonly wishes: Store<Wish>;
  readonly ledger: Store<LedgerEntry>;
}): AsyncGenerator<readonly Subscriber[]> {
  const ledgers = pageAhead(subscribers.ledger.scan());
  let page: readonly Entry<LedgerEntry>[] = [];
  let at = 0;
  for await (const wishes of pageAhead(subscribers.wishes.scan())) {
    const merged: Subscriber[] = [];
    for (const [key, wish] of wishes) {
      for (;;) {
        if (at === page.length) {
          const next = await ledgers.next();
          if (next.done) break;
          [page, at] = [next.value, 0];
        }
        if ((page[at]?.[0] ?? key) >= key) break;
        at++;
      }
      const entry = page[at];
      merged.push({ key, wish, ledger: entry?.[0] === key ? entry[1] : newEntry(0, null) });
    }
    yield merged;
  }
  await ledgers.return(undefined);
}

/** Asks for the next page while the one before is worked on. */
async function* pageAhead<T>(pages: AsyncIterable<T>): AsyncGenerator<T, undefined> {
  const source = pages[Symbol.asyncIterator]();
  let next = source.next();
  for (;;) {
    const { done, value } = await next;
    if (done === true) return undefined;
    next = source.next();
    // Whoever stops early never asks for it: its failure is nobody's then.
    next.catch(() => {});
    yield value;
  }
}
