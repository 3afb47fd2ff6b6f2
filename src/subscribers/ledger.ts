import type { IsoInstant } from '../calendar/instant.js';

/** A send that was begun. Durable before its request; removed with the outcome. */
export interface Attempt {
  /** 1, or 2 for the one repetition of an unknown outcome. */
  readonly count: 1 | 2;
  /** The digest's range: articles after `after`, up to `upTo`. */
  readonly after: number;
  readonly upTo: number;
  readonly slot: IsoInstant | null;
  readonly at: IsoInstant;
  /** A single article pushed before its turn: the cursor stays, its number goes `ahead`. */
  readonly isPush?: true;
}

/** A send whose outcome stayed unknown twice: not sent again but by the operator's word. */
export interface Uncertain {
  readonly after: number;
  readonly upTo: number;
  readonly at: IsoInstant;
}

/** How far a chat has been served: written only by delivery. */
export interface LedgerEntry {
  /** Number up to which the chat has been served. */
  readonly cursor: number;
  /** The last of the chat's slots that a run has finished for it, empty ones included. */
  readonly servedSlot: IsoInstant | null;
  /** Numbers above the cursor that were pushed already (urgent news, follow-ups). */
  readonly ahead: readonly number[];
  readonly state: 'active' | 'blocked';
  /** Why and since when the chat is unreachable. */
  readonly blocked?: { readonly reason: string; readonly at: IsoInstant };
  readonly attempt?: Attempt;
  readonly uncertain?: Uncertain;
  /** Ids of the digests of the last days, for corrections, newest last. */
  readonly sent?: readonly SentDigest[];
}

/** A digest that a chat holds: what a correction edits. */
export interface SentDigest {
  readonly message: number;
  readonly after: number;
  readonly upTo: number;
  readonly at: IsoInstant;
  /** Numbers of the stories it tells. */
  readonly stories?: readonly number[];
  /** How many more it said there are behind 更多, and how many too old. */
  readonly more?: number;
  readonly older?: number;
}
