import { type Beginning, beginTurn, isStillWanted, type Sending } from './begin-turn.js';
import type { Job, JobEnd } from './job.js';
import { notDelivered } from './ledger-changes.js';
import { makeRequest } from './make-request.js';
import { recordOutcome } from './record-outcome.js';
import { beginContext, type Turn, type TurnOptions, type TurnParts } from './turn.js';

/** A wish that was read longer ago than this is read again right before the send. */
const freshMs = 1_000;

/**
 * One chat's turn: begins (the attempt is durable), waits for the pace, sends, records the outcome. One turn at a time for a chat.
 * Throws what the messenger throws (a wrong token), after the attempt is taken back, and the store's lasting failures.
 */
export function takeTurn(parts: TurnParts, job: Job, options: TurnOptions): Promise<JobEnd> {
  return parts.inTurn(job.key, async () => {
    const beginning = await begin(parts, job);
    if (beginning.kind === 'send') {
      const { send: sending, entry } = beginning;
      return send(parts, { job, sending, entry, options });
    }
    return beginning.kind === 'compose' ? { kind: 'skipped' } : { kind: beginning.kind };
  });
}

async function begin(parts: TurnParts, job: Job): Promise<Beginning> {
  for (;;) {
    const seen: Beginning[] = [];
    await parts.batch.change(job.key, (entry, wish) => {
      const beginning = beginTurn(job, entry, wish, beginContext(parts));
      // A failing store may have the change made again: the last time counts.
      seen.push(beginning);
      return 'entry' in beginning ? beginning.entry : undefined;
    });
    const beginning = seen.at(-1) ?? { kind: 'skipped' };
    if (beginning.kind !== 'compose') return beginning;
    await parts.composer.compose(beginning.name, beginning.request);
  }
}

async function send(parts: TurnParts, turn: Turn): Promise<JobEnd> {
  const { batch, pace, timer } = parts;
  const { job, sending, entry, options } = turn;
  const begunMs = timer.nowMs();
  const giveBack = async (cause: string): Promise<JobEnd> => {
    await batch.changeEntry(job.key, notDelivered, entry);
    return { kind: 'again', job, cause };
  };
  try {
    await pace.admit(sending.to.chat, options.lane, options.signal);
  } catch {
    return giveBack('stopped');
  }
  const isOld = timer.nowMs() - begunMs > freshMs;
  if (isOld && !(await isFresh(parts, job, sending))) return giveBack('changed');
  try {
    const outcome = await makeRequest(parts, turn, false);
    return await recordOutcome(parts, turn, outcome);
  } catch (thrown) {
    await batch.changeEntry(job.key, notDelivered, entry);
    throw thrown;
  }
}

async function isFresh(parts: TurnParts, job: Job, sending: Sending): Promise<boolean> {
  let isWanted = false;
  await parts.batch.change(job.key, (entry, wish) => {
    isWanted = isStillWanted(job, sending, entry, wish, beginContext(parts));
    return undefined;
  });
  return isWanted;
}
