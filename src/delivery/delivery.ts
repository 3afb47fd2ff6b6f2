import type { IsoInstant } from '../calendar/instant.js';
import type { Digest } from '../digest/digest.js';
import type { Address } from '../subscribers/wish.js';

/** What a run did: the fields are the contract of `digest --json`. */
export interface RunReport {
  readonly at: IsoInstant;
  /** Chats whose slot it was and for whom the archive had grown past the cursor, whether or not something matched. */
  readonly due: number;
  readonly sent: number;
  /** Those of the due with no match. */
  readonly empty: number;
  readonly unreachable: number;
  /** Chats in that state now, those of killed runs included. */
  readonly uncertain: number;
  readonly failed: number;
  readonly retried: number;
  /** Requests made. */
  readonly calls: number;
  readonly seconds: number;
}

/** What came of serving one chat at its own wish. */
export type Served =
  | { readonly kind: 'sent'; readonly digest: Digest }
  /** Nothing new since the cursor. */
  | { readonly kind: 'empty' }
  /** Not subscribed, blocked, or the send failed; the cursor stays. */
  | { readonly kind: 'not-served'; readonly reason: string };

/** Digest -> each reader, once. */
export interface Delivery {
  /** Sends every digest due at `at`. Calls while a run goes on join it; each resolves when its own chats are done. */
  run(at: Date, options?: { readonly signal?: AbortSignal }): Promise<RunReport>;
  /**
   * One chat's digest now, in the reader lane, through the same ledger as the run; the cursor moves with it.
   * @param options.isFirst a newcomer's first digest: no limit of age (the cursor began at `newcomerCursor` of digest/newcomer.ts).
   */
  serve(address: Address, now: Date, options?: { readonly isFirst?: boolean }): Promise<Served>;
  /** Ends by itself what is in flight, takes nothing more; resolves when the ledger is written. */
  stop(): Promise<void>;
}
