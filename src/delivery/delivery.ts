import type { IsoDate, IsoInstant } from '../calendar/instant.js';
import type { Digest } from '../digest/digest.js';
import type { Uncertain } from '../subscribers/ledger.js';
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
  /** Requests that repeat an earlier one: after a failure, a 429, or an unknown outcome, also of a run before. */
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

/** How far the run is that goes on. */
export interface RunProgress {
  readonly done: number;
  readonly left: number;
  readonly sent: number;
  readonly failed: number;
  /** Turns ended a second over the last half minute. */
  readonly perSecond: number;
  /** When it will end at this rate; null while the rate is not known. */
  readonly endsAt: IsoInstant | null;
  readonly isPaused: boolean;
}

/** Something about the articles of a run that a person should look at before they go out. */
export type GateFinding =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'large-batch'; readonly articles: number; readonly usual: number }
  | { readonly kind: 'same-edition'; readonly paper: string; readonly date: IsoDate; readonly page: string }
  | { readonly kind: 'future-date'; readonly date: IsoDate; readonly articles: number }
  | { readonly kind: 'old-date'; readonly date: IsoDate; readonly articles: number };

/** Whom an urgent article concerns: what `/publish` asks to be confirmed. */
export interface Audience {
  readonly headline: string;
  /** Chats that get it now. */
  readonly now: number;
  /** Chats for which quiet hours hold it until the morning. */
  readonly later: number;
}

/** What sending a correction did. */
export interface CorrectionReport {
  /** Digests that carried the article and were changed. */
  readonly edited: number;
  /** Deleted by the reader, or too old to be changed. */
  readonly gone: number;
  readonly failed: number;
}

/** A chat of which it is not known whether it has its digest. */
export interface UncertainChat extends Uncertain {
  readonly chat: number;
  readonly thread: number | null;
}

/** Digest -> each reader, once. */
export interface Delivery {
  /** Sends every digest due at `at`. Calls while a run goes on join it; each resolves when its own chats are done. */
  run(at: Date, options?: { readonly signal?: AbortSignal }): Promise<RunReport>;
  /** False when no slot of anybody can have come since the last run; then a run would only read all subscribers. */
  mayBeDue(at: Date): boolean;
  /** Another process has changed subscribers: the next minute reads all of them. */
  distrust(): void;
  /** Goes on with urgent news and corrections that were begun and could not be ended; part of every run. */
  goOn(at: Date): Promise<void>;
  /** What a run at `at` would do: no request, nothing written; `sent` is who would get a digest. */
  rehearse(at: Date): Promise<RunReport>;
  /**
   * One chat's digest now, in the reader lane, through the same ledger as the run; the cursor moves with it.
   * @param options.isFirst a newcomer's first digest: the newest edition, however old it is.
   */
  serve(address: Address, now: Date, options?: { readonly isFirst?: boolean }): Promise<Served>;
  /** What `of`'s next digest looks like, sent to `to`; no ledger is read or written for it. */
  preview(of: Address, to: Address, now: Date): Promise<Served>;

  /** How far the run is; undefined while none goes on. */
  progress(): RunProgress | undefined;
  /** Holds the run; readers' own commands go on. */
  pause(): void;
  resume(): void;
  /** Ends the run: what is in flight ends by itself, who was not served stays due. */
  abort(): Promise<void>;
  /** Serves those whose sends failed in the runs since the program started, whatever their slot's age. */
  retryFailed(now: Date): Promise<RunReport>;
  /** Chats whose last digest may or may not have arrived. */
  uncertain(): Promise<readonly UncertainChat[]>;
  /** The operator's word: sends those digests again. */
  resendUncertain(now: Date): Promise<RunReport>;
  /** What should be looked at before a run at `at`; empty: nothing. */
  gate(at: Date): Promise<readonly GateFinding[]>;

  /** Whom an article concerns that has not had it; undefined for an article that is not known or withdrawn. */
  audience(articleId: string, now: Date): Promise<Audience | undefined>;
  /** Sends an article to its audience at once; quiet hours hold it, and a later run sends it to whom they held. */
  publish(articleId: string, now: Date): Promise<RunReport>;
  /** Changes the digests that carry the article to what it says now; withdrawn, it is struck out. */
  correct(articleId: string, now: Date): Promise<CorrectionReport>;

  /** Ends by itself what is in flight, takes nothing more; resolves when the ledger is written. */
  stop(): Promise<void>;
}
