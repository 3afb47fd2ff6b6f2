import { type Beginning, beginTurn, isStillWanted, type Sending } from './begin-turn.js';
import type { Job, JobEnd } from './job.js';
import type { LedgerChange } from './ledger-batch.js';
import { notDelivered } from './ledger-changes.js';
import { makeRequest } from './make-request.js';
import { recordOutcome } from './record-outcome.js';
import { beginContext, type Seen, type Turn, type TurnOptions, type TurnParts } from './turn.js';

/**
 * One chat's turn: begins (the attempt is durable), waits for the pace, sends, records the outcome. One turn at a time for a chat.
 * Throws what the messenger throws (a wrong token), after the attempt is taken back, and the store's lasting failures.
 * @param seen the chat's records, where they were read already: the ledger is compared with them as it is written.
 */
export function takeTurn(parts: TurnParts, job: Job, options: TurnOptions, seen?: Seen): Promise<JobEnd> {
  return parts.inTurn(job.key, async () => {
    const nowMs = parts.timer.nowMs();
    const isOutdated = seen === undefined || parts.wishWatch.mayHaveChanged(job.key, seen.readMs);
    const known = isOutdated ? undefined : seen;
    const beginning = await begin(parts, job, known);
    if (beginning.kind === 'send') {
      const { send: sending, entry } = beginning;
      return send(parts, { job, sending, entry, options, readMs: known?.readMs ?? nowMs });
    }
    return beginning.kind === 'compose' ? { kind: 'skipped' } : { kind: beginning.kind };
  });
}

async function begin(parts: TurnParts, job: Job, known: Seen | undefined): Promise<Beginning> {
  for (;;) {
    const made: Beginning[] = [];
    const change: LedgerChange = (entry, wish) => {
      const beginning = beginTurn(job, entry, wish, beginContext(parts));
      // Made again where the entry was no longer as it was known: the last time counts.
      made.push(beginning);
      return 'entry' in beginning ? beginning.entry : undefined;
    };
    await parts.batch.change(job.key, change, known);
    const beginning = made.at(-1) ?? { kind: 'skipped' };
    if (beginning.kind !== 'compose') return beginning;
    await parts.composer.compose(beginning.name, beginning.request);
  }
}

async function send(parts: TurnParts, turn: Turn): Promise<JobEnd> {
  const { batch, pace, wishWatch } = parts;
  const { job, sending, entry, options, readMs } = turn;
  const giveBack = async (cause: string): Promise<JobEnd> => {
    await batch.changeEntry(job.key, notDelivered, entry);
    return { kind: 'again', job, cause };
  };
  try {
    await pace.admit(sending.to.chat, options.lane, options.signal);
  } catch {
    return giveBack('stopped');
  }
  if (wishWatch.mayHaveChanged(job.key, readMs) && !(await isStillSo(parts, job, sending)))
    return giveBack('changed');
  try {
    const outcome = await makeRequest(parts, turn, false);
    return await recordOutcome(parts, turn, outcome);
  } catch (thrown) {
    await batch.changeEntry(job.key, notDelivered, entry);
    throw thrown;
  }
}

async function isStillSo(parts: TurnParts, job: Job, sending: Sending): Promise<boolean> {
  let isWanted = false;
  await parts.batch.change(job.key, (entry, wish) => {
    isWanted = isStillWanted(job, sending, entry, wish, beginContext(parts));
    return undefined;
  });
  return isWanted;
}
