import type { Clock } from '../calendar/instant.js';
import type { Log } from '../log.js';
import type { LedgerEntry } from '../subscribers/ledger.js';
import type { SerialByKey } from '../subscribers/serial-by-key.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { Records } from './batch-write.js';
import type { BeginContext, Sending } from './begin-turn.js';
import type { Composer } from './composer.js';
import type { Job } from './job.js';
import type { LedgerBatch } from './ledger-batch.js';
import type { Messenger, SendOutcome } from './messenger.js';
import type { Lane, Pace } from './pace.js';
import type { Timer } from './timer.js';
import type { WishWatch } from './wish-watch.js';

/** What serving one chat needs. */
export interface TurnParts {
  readonly subscribers: Subscribers;
  readonly batch: LedgerBatch;
  readonly composer: Composer;
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly zone: string;
  readonly inTurn: SerialByKey;
  readonly wishWatch: WishWatch;
  /** Hears what became of every request, before the ledger does. */
  readonly onOutcome: (outcome: SendOutcome, request: RequestMade) => void;
}

/** A request that was made. */
export interface RequestMade {
  readonly chat: number;
  readonly isPlain: boolean;
  readonly tookMs: number;
}

/** Both records of a chat as they were read. */
export interface Seen extends Records {
  /** On the timer. */
  readonly readMs: number;
}

/** How a turn may be ended from outside. */
export interface TurnOptions {
  readonly lane: Lane;
  /** No further request: what waits for its turn gives it back. */
  readonly signal: AbortSignal;
  /** Cuts requests that are on their way; their outcome stays unknown. */
  readonly cut: AbortSignal;
}

/** A turn that has begun: its attempt is durable. */
export interface Turn {
  readonly job: Job;
  readonly sending: Sending;
  /** The ledger as the attempt was written. */
  readonly entry: LedgerEntry;
  /** When the wish was read at the earliest. */
  readonly readMs: number;
  readonly options: TurnOptions;
}

/** What deciding needs, now. */
export function beginContext({
  composer,
  zone,
  clock,
}: Pick<TurnParts, 'composer' | 'zone' | 'clock'>): BeginContext {
  return { composer, zone, now: clock.now() };
}
