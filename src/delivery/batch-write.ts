import type { LedgerEntry } from '../subscribers/ledger.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { Wish } from '../subscribers/wish.js';

/** What a change sees: both records as they are now. It returns the new entry, or undefined to leave it. */
export type LedgerChange = (entry: LedgerEntry, wish: Wish | undefined) => LedgerEntry | undefined;

/** One change of a batch. */
export interface BatchedChange {
  readonly key: string;
  readonly change: LedgerChange;
  readonly isWishSeen: boolean;
  /** The records as they probably still are: then they need not be read. */
  readonly known?: Records | undefined;
}

/** Both records of a chat; a change that does not look at the wish needs only the entry. */
export interface Records {
  readonly entry: LedgerEntry;
  readonly wish?: Wish | undefined;
}

type Stores = Pick<Subscribers, 'wishes' | 'ledger'>;

/** All changes of one key, each with its place in the batch. */
interface OfKey {
  readonly key: string;
  readonly changes: readonly BatchedChange[];
  readonly places: readonly number[];
}

/** A key's changes, decided. */
interface Decided extends OfKey {
  /** The entry after each change, in their order; undefined for a chat that was forgotten. */
  readonly after: readonly (LedgerEntry | undefined)[];
  /** Absent when all stays as it is. */
  readonly write?: readonly [key: string, before: LedgerEntry, last: LedgerEntry];
}

/**
 * Makes the write of a batch, to be called until it succeeds. Every entry is compared, in the statement that writes it, with what was
 * read or known; one that somebody else changed in between is read and changed anew.
 * A store that fails may have written all the same: an entry that is then found as it was to be is not changed a second time.
 * @returns a function that gives the entries as they are afterwards, in the order of the batch.
 */
export function batchWrite(
  stores: Stores,
  batch: readonly BatchedChange[],
): () => Promise<(LedgerEntry | undefined)[]> {
  const results: (LedgerEntry | undefined)[] = batch.map(() => undefined);
  const tried = new Map<string, LedgerEntry>();
  let open: readonly OfKey[] = changesByKey(batch);
  const settle = async (decided: readonly Decided[]) => {
    const writes: NonNullable<Decided['write']>[] = [];
    for (const { write } of decided) if (write !== undefined) writes.push(write);
    const areSet = await stores.ledger.compareAndSetMany(writes).catch((thrown: unknown) => {
      for (const [key, , last] of writes) tried.set(key, last);
      throw thrown;
    });
    let row = 0;
    open = decided.filter(({ key, places, after, write }) => {
      const isLost = write !== undefined && !areSet[row++];
      if (isLost) tried.delete(key);
      else for (const [index, place] of places.entries()) results[place] = after[index];
      return isLost;
    });
  };
  return async () => {
    // After a failure nothing is known.
    for (let mayKnow = tried.size === 0; open.length > 0; mayKnow = false) {
      const known: Decided[] = [];
      const unknown: OfKey[] = [];
      for (const ofKey of open) {
        const decided = mayKnow ? fromKnown(ofKey) : undefined;
        if (decided === undefined) unknown.push(ofKey);
        else known.push(decided);
      }
      await settle([...known, ...(await fromStore(stores, unknown, tried))]);
    }
    return results;
  };
}

function changesByKey(batch: readonly BatchedChange[]): readonly OfKey[] {
  const byKey = new Map<string, { key: string; changes: BatchedChange[]; places: number[] }>();
  for (const [place, change] of batch.entries()) {
    const ofKey = byKey.get(change.key);
    if (ofKey === undefined) byKey.set(change.key, { key: change.key, changes: [change], places: [place] });
    else {
      ofKey.changes.push(change);
      ofKey.places.push(place);
    }
  }
  return [...byKey.values()];
}

/** Undefined when it must be read: a change that leaves the entry as it is must see it, since nothing would be compared. */
function fromKnown(ofKey: OfKey): Decided | undefined {
  const [only, another] = ofKey.changes;
  if (only?.known === undefined || another !== undefined) return undefined;
  const decided = decide(ofKey, only.known.entry, only.known.wish);
  return decided.write === undefined ? undefined : decided;
}

async function fromStore(
  { wishes, ledger }: Stores,
  open: readonly OfKey[],
  tried: ReadonlyMap<string, LedgerEntry>,
): Promise<readonly Decided[]> {
  if (open.length === 0) return [];
  const wished = open.filter(({ changes }) => changes.some(({ isWishSeen }) => isWishSeen));
  const wishedKeys = wished.map(({ key }) => key);
  const [entries, wishesNow] = await Promise.all([
    ledger.getMany(open.map(({ key }) => key)),
    wishedKeys.length > 0 ? wishes.getMany(wishedKeys) : [],
  ]);
  const wishOf = new Map(wishedKeys.map((key, index) => [key, wishesNow[index]]));
  return open.map((ofKey, index) => {
    const entry = entries[index];
    if (isSame(entry, tried.get(ofKey.key))) return { ...ofKey, after: ofKey.changes.map(() => entry) };
    return decide(ofKey, entry, wishOf.get(ofKey.key));
  });
}

function isSame(entry: LedgerEntry | undefined, other: LedgerEntry | undefined): boolean {
  if (entry === undefined || other === undefined) return false;
  return JSON.stringify(entry) === JSON.stringify(other);
}

/** The entry after each of the changes. */
function decide(ofKey: OfKey, before: LedgerEntry | undefined, wish: Wish | undefined): Decided {
  const { key, changes, places } = ofKey;
  let last = before;
  const after = changes.map(({ change }) => {
    last = last && (change(last, wish) ?? last);
    return last;
  });
  if (before === undefined || last === undefined || last === before) return { key, changes, places, after };
  return { key, changes, places, after, write: [key, before, last] };
}
