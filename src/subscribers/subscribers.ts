import type { Store } from '../storage/store.js';
import type { LedgerEntry } from './ledger.js';
import type { Address, Wish } from './wish.js';

/** A chat with both of its records. */
export interface Subscriber {
  readonly key: string;
  readonly wish: Wish;
  readonly ledger: LedgerEntry;
}

/** The subscribers of the bot: wishes and ledger as two records that different parts write. */
export interface Subscribers {
  /** `chat` or `chat:thread`, the key of both records. */
  readonly wishes: Store<Wish>;
  readonly ledger: Store<LedgerEntry>;
  get(address: Address): Promise<Subscriber | undefined>;
  /**
   * Reads, changes and writes a wish; calls for one chat come one after another. `change` gets undefined for a
   * new chat and returns the new wish, or undefined to leave all as it is. A new chat's ledger begins at `cursor`.
   */
  change(
    address: Address,
    change: (wish: Wish | undefined) => Wish | undefined,
    begin: { readonly cursor: number; readonly servedSlot: string | null },
  ): Promise<Wish | undefined>;
  /** `listener` hears of every wish that `change` has written. */
  onWishChanged(listener: (before: Wish | undefined, after: Wish) => void): void;
  /** Like `change` for the ledger; a chat that is not there (forgotten) stays so, and gives undefined. */
  changeLedger(
    address: Address,
    change: (entry: LedgerEntry) => LedgerEntry,
  ): Promise<LedgerEntry | undefined>;
  /** Removes everything of a chat, all its threads included. True if there was something. */
  forget(chat: number): Promise<boolean>;
  /** A group became a supergroup: both records go to the new chat id, threads too. */
  move(from: number, to: number): Promise<void>;
  /** Pages of subscribers in key order. */
  scan(): AsyncIterable<readonly Subscriber[]>;
  count(): Promise<number>;
}
