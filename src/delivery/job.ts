import type { IsoInstant } from '../calendar/instant.js';
import type { Digest } from '../digest/digest.js';
import type { Tally } from './tally.js';

/** One chat's turn. */
export interface Job {
  readonly key: string;
  /** Null: at the chat's own wish, or the repetition of an attempt. */
  readonly slot: IsoInstant | null;
  /** Only for an attempt whose outcome was never recorded. */
  readonly isRepetition: boolean;
  /** The moment that decides pauses and the day of the digest. */
  readonly at: Date;
  /** The archive's head that is served. */
  readonly upTo: number;
  /** A newcomer's first digest: from here, however old. */
  readonly firstAfter?: number;
  readonly tally: Tally;
  /** How often it certainly failed so far. */
  readonly failures: number;
  /** On the pace's timer; not before then. */
  readonly notBeforeMs: number;
}

/** How a turn ended. */
export type JobEnd =
  | { readonly kind: 'sent'; readonly digest: Digest | undefined }
  | { readonly kind: 'empty' }
  /** Forgotten, paused, blocked or served since it was planned. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'failed'; readonly cause: string }
  /** Another turn, later. */
  | { readonly kind: 'again'; readonly job: Job; readonly cause: string };
