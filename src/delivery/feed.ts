import { addressOf } from '../subscribers/address-key.js';
import type { Job } from './job.js';
import { nextJobs, readyJob } from './next-jobs.js';
import type { ReadyJob } from './read-ahead.js';
import { type RunnerParts, type Runs, settle } from './runs.js';
import { takeTurn } from './take-turn.js';
import { countEnd } from './tally.js';

/** A chat that would have to wait longer than this has failed for this run; it stays due. */
const longestWaitMs = 10 * 60_000;
/** A wait this short is spent in the flight. */
const shortWaitMs = 1_500;

/** Starts one job after another, never more at once than the flight allows, until none is left. */
export async function feed(parts: RunnerParts, runs: Runs): Promise<void> {
  while (!runs.stopping.signal.aborted) {
    if (runs.resumed !== undefined) {
      await runs.resumed;
      continue;
    }
    if (runs.inFlight.count() >= parts.flight.limit()) {
      await runs.inFlight.oneEnded();
      continue;
    }
    if (parts.outage.isAway()) {
      await runs.inFlight.allEnded();
      if (parts.outage.isAway() && (await parts.outage.waitedOut(runs.stopping.signal)) === 'over')
        giveUp(parts, runs, 'Telegram did not answer');
      continue;
    }
    const ready = readyJob(parts, runs);
    if (ready !== undefined) start(parts, runs, ready);
    else if (!(await nextJobs(parts, runs))) return;
  }
}

/** Ends the runs by themselves: what was not served counts as failed, and stays due. */
export function giveUp({ log }: RunnerParts, runs: Runs, reason: string): void {
  log.error({ reason }, 'the run is given up; who was not served stays due');
  runs.isGivenUp = true;
  runs.stopping.abort();
}

/** Ends the runs by what was thrown. */
export function fail(runs: Runs, thrown: unknown): void {
  runs.failure ??= thrown;
  runs.stopping.abort();
}

function start(parts: RunnerParts, runs: Runs, ready: ReadyJob): void {
  runs.inFlight.begin();
  void turnOf(parts, runs, ready)
    .catch((thrown: unknown) => fail(runs, thrown))
    .finally(() => {
      settle(runs);
      runs.inFlight.end();
    });
}

async function turnOf(parts: RunnerParts, runs: Runs, { job, seen }: ReadyJob): Promise<void> {
  const waitMs = parts.pace.waitMs(addressOf(job.key).chat);
  if (waitMs > shortWaitMs)
    return postpone(parts, runs, { ...job, notBeforeMs: parts.timer.nowMs() + waitMs });
  const options = { lane: parts.lane, signal: runs.stopping.signal, cut: runs.cut.signal };
  const end = await takeTurn(parts, job, options, seen);
  if (end.kind === 'empty') runs.expectsEmpty = true;
  if (end.kind === 'again') postpone(parts, runs, end.job);
  else {
    countEnd(job.tally, job.key, end);
    parts.onTurnEnded();
  }
}

/** A chat that must wait does so outside the flight, and holds up nobody. */
function postpone({ timer }: RunnerParts, runs: Runs, job: Job): void {
  if (job.notBeforeMs - timer.nowMs() <= longestWaitMs) runs.later.push(job);
  else countEnd(job.tally, job.key, { kind: 'failed', cause: 'the chat must wait too long' });
}
