import type { Clock } from '../calendar/instant.js';
import type { Log } from '../log.js';
import { keyOf } from '../subscribers/address-key.js';
import type { SerialByKey } from '../subscribers/serial-by-key.js';
import { isPaused } from '../subscribers/slot-plan.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import { type Beginning, beginTurn, isOwnWish, type Sending } from './begin-turn.js';
import type { Composer } from './composer.js';
import type { Job, JobEnd } from './job.js';
import type { LedgerBatch } from './ledger-batch.js';
import { delivered, notDelivered, slotEnded, uncertain, unreachable } from './ledger-changes.js';
import type { Messenger, SendOutcome } from './messenger.js';
import type { Lane, Pace } from './pace.js';
import type { Timer } from './timer.js';

/** A wish that was read longer ago than this is read again right before the send. */
const freshMs = 1_000;
/** Pause before an unknown outcome is tried once more. */
const unknownPauseMs = 2_000;
/** Pauses between certain failures; after them the chat has failed for this run. */
const failurePausesMs = [1_000, 3_000, 9_000, 27_000];

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
  readonly inTurn: SerialByKey;
  /** Hears what became of every request, before the ledger does. */
  readonly onOutcome: (outcome: SendOutcome, job: Job, tookMs: number) => void;
}

/** How a turn may be ended from outside. */
export interface TurnOptions {
  readonly lane: Lane;
  /** No further request: what waits for its turn gives it back. */
  readonly signal: AbortSignal;
  /** Cuts requests that are on their way; their outcome stays unknown. */
  readonly cut?: AbortSignal;
}

/**
 * One chat's turn: begins (the attempt is durable), waits for the pace, sends, records the outcome. One turn at a time for a chat.
 * Throws what the messenger throws (a wrong token), after the attempt is taken back, and the store's lasting failures.
 */
export function takeTurn(parts: TurnParts, job: Job, options: TurnOptions): Promise<JobEnd> {
  return parts.inTurn(job.key, async () => {
    const beginning = await begin(parts, job);
    if (beginning.kind === 'send') return send(parts, job, beginning.send, options);
    return beginning.kind === 'compose' ? { kind: 'skipped' } : { kind: beginning.kind };
  });
}

async function begin({ batch, composer, clock }: TurnParts, job: Job): Promise<Beginning> {
  for (;;) {
    let beginning: Beginning = { kind: 'skipped' };
    await batch.change(job.key, (entry, wish) => {
      beginning = beginTurn(job, entry, wish, composer, clock.now());
      return 'entry' in beginning ? beginning.entry : undefined;
    });
    // TypeScript does not see that the change has run.
    const begun = beginning as Beginning;
    if (begun.kind !== 'compose') return begun;
    await composer.compose(begun.name, begun.request);
  }
}

async function send(parts: TurnParts, job: Job, sending: Sending, options: TurnOptions): Promise<JobEnd> {
  const { batch, pace, timer } = parts;
  const begunMs = timer.nowMs();
  const takeBack = () => batch.change(job.key, notDelivered);
  try {
    await pace.admit(sending.to.chat, options.lane, options.signal);
  } catch {
    await takeBack();
    return { kind: 'again', job, cause: 'stopped' };
  }
  if (timer.nowMs() - begunMs > freshMs && !(await isStillWanted(parts, job, sending))) {
    await takeBack();
    return { kind: 'again', job, cause: 'changed' };
  }
  try {
    const outcome = await request(parts, job, sending, options, false);
    return await record(parts, job, sending, outcome, options);
  } catch (thrown) {
    await takeBack();
    throw thrown;
  }
}

/** Whether the chat would get the same message if the turn began now. */
async function isStillWanted(
  { batch, composer }: TurnParts,
  job: Job,
  { name, range }: Sending,
): Promise<boolean> {
  let isWanted = false;
  await batch.change(job.key, (entry, wish) => {
    const request = wish && {
      ...range,
      wish,
      ahead: entry.ahead,
      at: job.at,
      isFirst: job.firstAfter !== undefined,
    };
    isWanted =
      wish !== undefined &&
      request !== undefined &&
      entry.state === 'active' &&
      (isOwnWish(job) || !isPaused(wish, job.at)) &&
      composer.nameOf(request) === name;
    return undefined;
  });
  return isWanted;
}

async function request(
  { messenger, pace, timer, onOutcome }: TurnParts,
  job: Job,
  { to, message }: Sending,
  { cut }: TurnOptions,
  isPlain: boolean,
): Promise<SendOutcome> {
  const sentMs = timer.nowMs();
  job.tally.calls++;
  const outcome = await messenger.send(to, message, { isPlain, ...(cut && { signal: cut }) });
  if (outcome.kind === 'limited') pace.limited(to.chat, outcome.retryAfterS);
  else if (outcome.kind !== 'failed' && outcome.kind !== 'unknown') pace.accepted(to.chat);
  onOutcome(outcome, job, timer.nowMs() - sentMs);
  return outcome;
}

async function record(
  parts: TurnParts,
  job: Job,
  sending: Sending,
  outcome: SendOutcome,
  options: TurnOptions,
): Promise<JobEnd> {
  const { batch, clock, subscribers, timer } = parts;
  const { to, range, composed } = sending;
  const now = clock.now().toISOString();
  const again = (cause: string, pauseMs: number, changed: Partial<Job> = {}): JobEnd => ({
    kind: 'again',
    cause,
    job: { ...job, ...changed, notBeforeMs: timer.nowMs() + pauseMs },
  });
  switch (outcome.kind) {
    case 'delivered': {
      const message = composed === undefined ? 0 : outcome.messageId;
      await batch.change(job.key, (entry) => delivered(entry, range, message, now));
      return { kind: 'sent', digest: composed?.digest };
    }
    case 'unreachable':
      await batch.change(job.key, (entry) => unreachable(entry, outcome.reason, now));
      return { kind: 'unreachable', reason: outcome.reason };
    case 'moved':
      await batch.change(job.key, notDelivered);
      await subscribers.move(to.chat, outcome.chat);
      return again('moved', 0, { key: keyOf({ chat: outcome.chat, thread: to.thread }) });
    case 'limited':
      await batch.change(job.key, notDelivered);
      return again('limited', outcome.retryAfterS * 1_000);
    case 'malformed':
      return recordPlain(parts, job, sending, outcome.description, options);
    case 'failed': {
      await batch.change(job.key, notDelivered);
      const pauseMs = failurePausesMs[job.failures];
      if (pauseMs === undefined) return { kind: 'failed', cause: outcome.cause };
      return again('failed', pauseMs, { failures: job.failures + 1 });
    }
    case 'unknown': {
      // The attempt stays in the ledger as it is; the second one that stays unknown is the last.
      const entry = await batch.change(job.key, (entry) =>
        (entry.attempt?.count ?? 1) >= 2 ? uncertain(entry, range, now) : undefined,
      );
      return entry?.attempt === undefined ? { kind: 'uncertain' } : again('unknown', unknownPauseMs);
    }
  }
}

/** Our mistake: that chat gets the text without entities and buttons. */
async function recordPlain(
  parts: TurnParts,
  job: Job,
  sending: Sending,
  description: string,
  options: TurnOptions,
): Promise<JobEnd> {
  const { batch, log, pace } = parts;
  log.error({ chat: sending.to.chat, description }, 'a message was refused as malformed: sent as plain text');
  await pace.admit(sending.to.chat, options.lane);
  const outcome = await request(parts, job, sending, options, true);
  if (outcome.kind !== 'malformed') return record(parts, job, sending, outcome, options);
  await batch.change(job.key, (entry) => slotEnded(notDelivered(entry), job.slot));
  return { kind: 'failed', cause: `malformed even as plain text: ${outcome.description}` };
}
