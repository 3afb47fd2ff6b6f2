import { keyOf } from '../subscribers/address-key.js';
import type { LedgerEntry } from '../subscribers/ledger.js';
import type { Job, JobEnd } from './job.js';
import { delivered, notDelivered, slotEnded, uncertain, unreachable } from './ledger-changes.js';
import { makeRequest } from './make-request.js';
import type { SendOutcome } from './messenger.js';
import type { Turn, TurnParts } from './turn.js';

/** Pause before an unknown outcome is tried once more. */
const unknownPauseMs = 2_000;
/** Pauses between certain failures; after them the chat has failed for this run. */
const failurePausesMs = [1_000, 3_000, 9_000, 27_000];

/** Writes what became of a send; the turn ends, or another one is needed. */
export async function recordOutcome(parts: TurnParts, turn: Turn, outcome: SendOutcome): Promise<JobEnd> {
  const { batch, clock, subscribers, timer } = parts;
  const { job, sending, entry: begun } = turn;
  const { to, range, composed } = sending;
  const now = clock.now().toISOString();
  const again = (cause: string, pauseMs: number, changed: Partial<Job> = {}): JobEnd => ({
    kind: 'again',
    cause,
    job: { ...job, ...changed, isRetry: true, notBeforeMs: timer.nowMs() + pauseMs },
  });
  switch (outcome.kind) {
    case 'delivered': {
      const digest = composed?.digest;
      await batch.changeEntry(
        job.key,
        (entry) => delivered(entry, range, outcome.messageId, digest, now),
        begun,
      );
      if (!sending.isOlder) return { kind: 'sent', digest };
      return { kind: 'again', job, cause: 'an older attempt came first', ...(digest && { digest }) };
    }
    case 'unreachable':
      await batch.changeEntry(job.key, (entry) => unreachable(entry, outcome.reason, now), begun);
      return { kind: 'unreachable', reason: outcome.reason };
    case 'moved':
      await batch.changeEntry(job.key, notDelivered, begun);
      await subscribers.move(to.chat, outcome.chat);
      return again('moved', 0, { key: keyOf({ chat: outcome.chat, thread: to.thread }) });
    case 'limited':
      await batch.changeEntry(job.key, notDelivered, begun);
      return again('limited', outcome.retryAfterS * 1_000);
    case 'malformed':
      return sendPlain(parts, turn, outcome.description);
    case 'failed': {
      await batch.changeEntry(job.key, notDelivered, begun);
      const pauseMs = failurePausesMs[job.failures];
      if (pauseMs === undefined) return { kind: 'failed', cause: outcome.cause };
      return again('failed', pauseMs, { failures: job.failures + 1 });
    }
    case 'unknown': {
      // The attempt stays in the ledger as it is; the second one that stays unknown is the last.
      const repeated = (entry: LedgerEntry) =>
        (entry.attempt?.count ?? 1) >= 2 ? uncertain(entry, range, now) : undefined;
      const entry = await batch.changeEntry(job.key, repeated, begun);
      return entry?.attempt === undefined ? { kind: 'uncertain' } : again('unknown', unknownPauseMs);
    }
  }
}

/** Our mistake: that chat gets the text without entities and buttons. */
async function sendPlain(parts: TurnParts, turn: Turn, description: string): Promise<JobEnd> {
  const { batch, log, pace } = parts;
  const { job, sending, entry: begun, options } = turn;
  log.error({ chat: sending.to.chat, description }, 'a message was refused as malformed: sent as plain text');
  try {
    await pace.admit(sending.to.chat, options.lane, options.signal);
  } catch {
    await batch.changeEntry(job.key, notDelivered, begun);
    return { kind: 'again', job, cause: 'stopped' };
  }
  const outcome = await makeRequest(parts, turn, true);
  if (outcome.kind !== 'malformed') return recordOutcome(parts, turn, outcome);
  const { purpose } = job;
  const slot = purpose.kind === 'slot' ? purpose.slot : null;
  await batch.changeEntry(job.key, (entry) => slotEnded(notDelivered(entry), slot), begun);
  return { kind: 'failed', cause: `malformed even as plain text: ${outcome.description}` };
}
