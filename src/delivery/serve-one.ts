import type { Archive } from '../archive/archive.js';
import type { Digest } from '../digest/digest.js';
import { newcomerCursor } from '../digest/newcomer.js';
import { keyOf } from '../subscribers/address-key.js';
import type { Address } from '../subscribers/wish.js';
import type { Served } from './delivery.js';
import type { Job, JobEnd } from './job.js';
import { takeTurn } from './take-turn.js';
import { newTally } from './tally.js';
import type { TurnParts } from './turn.js';

/** A reader who waits is told after this long that it did not work; what was due stays due. */
const longestWaitMs = 20_000;
const mostTurns = 4;

/** What serving one chat at its own wish needs. */
interface ServeParts extends TurnParts {
  readonly archive: Archive;
  readonly stopping: AbortSignal;
}

/** Serves one chat now, in the reader lane. An outcome that stays unknown is tried once more by the next run. */
export async function serveOne(
  parts: ServeParts,
  address: Address,
  now: Date,
  isFirst: boolean,
): Promise<Served> {
  const { archive, subscribers, timer, stopping } = parts;
  const subscriber = await subscribers.get(address);
  if (subscriber === undefined) return { kind: 'not-served', reason: 'not subscribed' };
  if (subscriber.ledger.state === 'blocked') return { kind: 'not-served', reason: 'blocked' };
  const isNew = isFirst && (subscriber.ledger.sent ?? []).length === 0;
  let job: Job = {
    key: keyOf(address),
    purpose: { kind: 'own', ...(isNew && { firstAfter: await newcomerCursor(archive, now) }) },
    at: now,
    upTo: await archive.headAt(now),
    tally: newTally(),
    failures: 0,
    notBeforeMs: 0,
  };
  let repeated: Digest | undefined;
  for (let turn = 1; ; turn++) {
    const end = await takeTurn(parts, job, { lane: 'reader', signal: stopping, cut: stopping });
    if (end.kind === 'empty' && repeated !== undefined) return { kind: 'sent', digest: repeated };
    if (end.kind !== 'again') return servedOf(end);
    repeated = end.digest ?? repeated;
    const waitMs = end.job.notBeforeMs - timer.nowMs();
    const isHopeless = end.cause === 'unknown' || end.cause === 'stopped' || waitMs > longestWaitMs;
    if (isHopeless || turn >= mostTurns) return { kind: 'not-served', reason: end.cause };
    await timer.sleep(waitMs, stopping);
    job = end.job;
  }
}

function servedOf(end: Exclude<JobEnd, { kind: 'again' }>): Served {
  switch (end.kind) {
    case 'sent':
      return end.digest === undefined ? { kind: 'empty' } : { kind: 'sent', digest: end.digest };
    case 'empty':
      return { kind: 'empty' };
    case 'skipped':
    case 'uncertain':
      return { kind: 'not-served', reason: end.kind };
    case 'unreachable':
      return { kind: 'not-served', reason: end.reason };
    case 'failed':
      return { kind: 'not-served', reason: end.cause };
  }
}
