import type { IsoInstant } from '../calendar/instant.js';
import type { Digest } from '../digest/digest.js';
import type { Tally } from './tally.js';

/** Why a chat has its turn. */
export type Purpose =
  /** The digest of a slot. */
  | { readonly kind: 'slot'; readonly slot: IsoInstant }
  /** Only the one repetition of an attempt whose outcome was never recorded. */
  | { readonly kind: 'repetition' }
  /** The reader asked. `firstAfter`: a newcomer's first digest begins there, however old. */
  | { readonly kind: 'own'; readonly firstAfter?: number }
  /** Urgent news, by its number in the archive. */
  | { readonly kind: 'push'; readonly number: number }
  /** The operator's word about an uncertain digest. */
  | { readonly kind: 'resend' };

/** One chat's turn. */
export interface Job {
  readonly key: string;
  readonly purpose: Purpose;
  /** The moment that decides pauses, quiet hours, and the day of the digest. */
  readonly at: Date;
  /** The archive's head that is served. */
  readonly upTo: number;
  readonly tally: Tally;
  /** How often it certainly failed so far. */
  readonly failures: number;
  /** A request of this turn was made before. */
  readonly isRetry?: true;
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
  /** Another turn, later. `digest`: an older attempt was repeated first, and this is what was sent. */
  | { readonly kind: 'again'; readonly job: Job; readonly cause: string; readonly digest?: Digest };
