import type { Store } from '../storage/store.js';
import { addressOf } from '../subscribers/address-key.js';
import type { LedgerEntry } from '../subscribers/ledger.js';
import type { UncertainChat } from './delivery.js';

/** Every chat of which it is not known whether it has its digest, in key order. */
export async function uncertainChats(ledger: Store<LedgerEntry>): Promise<readonly UncertainChat[]> {
  const found: UncertainChat[] = [];
  for await (const page of ledger.scan()) {
    for (const [key, { uncertain }] of page)
      if (uncertain !== undefined) found.push({ ...addressOf(key), ...uncertain });
  }
  return found;
}
