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
/** All changes of one key. */
type OfKey = readonly [key: string, changes: readonly BatchedChange[]];

/** A key's changes, decided. */
interface Decided {
  readonly key: string;
  /** The entry after each change, in their order; undefined for a chat that was forgotten. */
  readonly after: readonly (LedgerEntry | undefined)[];
  /** Absent when all stays as it is. */
  readonly write?: { readonly before: LedgerEntry; readonly last: LedgerEntry };
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
  const changesOf = changesByKey(batch);
  const tried = new Map<string, LedgerEntry>();
  const done = new Map<string, Decided>();
  const settle = async (decided: readonly Decided[]) => {
    const rows = decided.flatMap(({ key, write }) =>
      write === undefined ? [] : [[key, write.before, write.last] as const],
    );
    for (const [key, , last] of rows) tried.set(key, last);
    const areSet = await stores.ledger.compareAndSetMany(rows);
    const lost = new Set(rows.flatMap(([key], index) => (areSet[index] ? [] : [key])));
    for (const each of decided) {
      if (lost.has(each.key)) tried.delete(each.key);
      else done.set(each.key, each);
    }
  };
  return async () => {
    // After a failure nothing is known.
    for (let mayKnow = tried.size === 0; done.size < changesOf.size; mayKnow = false) {
      const open = [...changesOf].filter(([key]) => !done.has(key));
      const known = mayKnow ? open.flatMap(fromKnown) : [];
      const isKnown = new Set(known.map(({ key }) => key));
      const read = await fromStore(
        stores,
        open.filter(([key]) => !isKnown.has(key)),
        tried,
      );
      await settle([...known, ...read]);
    }
    const nextOf = new Map([...done].map(([key, { after }]) => [key, after.values()]));
    return batch.map(({ key }) => nextOf.get(key)?.next().value);
  };
}

function changesByKey(batch: readonly BatchedChange[]): ReadonlyMap<string, readonly BatchedChange[]> {
  const changes = new Map<string, BatchedChange[]>();
  for (const change of batch) {
    const ofKey = changes.get(change.key);
    if (ofKey === undefined) changes.set(change.key, [change]);
    else ofKey.push(change);
  }
  return changes;
}

/** A change that leaves the entry as it is must see it: nothing would be compared. */
function fromKnown([key, changes]: OfKey): readonly Decided[] {
  const [only, another] = changes;
  if (only?.known === undefined || another !== undefined) return [];
  const decided = decide(key, only.known.entry, only.known.wish, changes);
  return decided.write === undefined ? [] : [decided];
}

async function fromStore(
  { wishes, ledger }: Stores,
  open: readonly OfKey[],
  tried: ReadonlyMap<string, LedgerEntry>,
): Promise<readonly Decided[]> {
  if (open.length === 0) return [];
  const wished = open.filter(([, changes]) => changes.some(({ isWishSeen }) => isWishSeen));
  const wishedKeys = wished.map(([key]) => key);
  const [entries, wishesNow] = await Promise.all([
    ledger.getMany(open.map(([key]) => key)),
    wishedKeys.length > 0 ? wishes.getMany(wishedKeys) : [],
  ]);
  const wishOf = new Map(wishedKeys.map((key, index) => [key, wishesNow[index]]));
  return open.map(([key, changes], index) => {
    const entry = entries[index];
    if (isSame(entry, tried.get(key))) return { key, after: changes.map(() => entry) };
    return decide(key, entry, wishOf.get(key), changes);
  });
}

function isSame(entry: LedgerEntry | undefined, other: LedgerEntry | undefined): boolean {
  if (entry === undefined || other === undefined) return false;
  return JSON.stringify(entry) === JSON.stringify(other);
}

/** The entry after each of the changes. */
function decide(
  key: string,
  before: LedgerEntry | undefined,
  wish: Wish | undefined,
  changes: readonly BatchedChange[],
): Decided {
  let last = before;
  const after = changes.map(({ change }) => {
    last = last && (change(last, wish) ?? last);
    return last;
  });
  if (before === undefined || last === undefined || last === before) return { key, after };
  return { key, after, write: { before, last } };
}
