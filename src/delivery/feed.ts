import { addressOf } from '../subscribers/address-key.js';
import type { Job } from './job.js';
import { jobOf, type Page } from './job-queue.js';
import { type ReadyJob, readAhead } from './read-ahead.js';
import type { RunnerParts, Runs } from './runs.js';
import { sift } from './sift.js';
import { takeTurn } from './take-turn.js';
import { countEnd } from './tally.js';

/** A chat that would have to wait longer than this has failed for this run; it stays due. */
const longestWaitMs = 10 * 60_000;
/** Who waits looks again at least this often. */
const longestLookMs = 1_000;
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

/** The job whose time has come, else the next in the line. */
function readyJob({ timer }: RunnerParts, runs: Runs): ReadyJob | undefined {
  const next = soonest(runs.later);
  if (next === undefined || next.notBeforeMs > timer.nowMs()) return runs.ready.shift();
  runs.later = runs.later.filter((job) => job !== next);
  return { job: next };
}

/** Makes the next jobs ready, or waits until something may have changed. @returns false when all is done. */
async function nextJobs(parts: RunnerParts, runs: Runs): Promise<boolean> {
  if (runs.taken.length > 0) {
    runs.ready.push(...(await readAhead(parts, runs.taken.splice(0, parts.flight.limit()))));
    return true;
  }
  const page = runs.queue.next();
  if (page !== undefined) {
    runs.taken.push(...(await jobsOf(parts, runs, page)));
    settle(runs);
    return true;
  }
  const next = soonest(runs.later);
  const isAnyInFlight = runs.inFlight.count() > 0;
  if (next === undefined && !isAnyInFlight) return false;
  const woken = new AbortController();
  const waits = isAnyInFlight ? [runs.inFlight.oneEnded()] : [];
  if (next !== undefined) {
    const waitMs = Math.min(next.notBeforeMs - parts.timer.nowMs(), longestLookMs);
    waits.push(parts.timer.sleep(waitMs, woken.signal));
  }
  await Promise.race(waits);
  woken.abort('woken');
  return true;
}

/**
 * Chats with the same wish come together: as long as nobody was without a match there is nothing to sift, and each chat is read only once,
 * right before its send.
 */
async function jobsOf(parts: RunnerParts, runs: Runs, page: Page): Promise<readonly Job[]> {
  const { work } = page;
  if (!runs.expectsEmpty && work.kind === 'slot') return page.keys.map((key) => jobOf(page, key, work));
  const before = page.tally.empty;
  const jobs = await sift(parts, page);
  if (work.kind === 'slot') runs.expectsEmpty = page.tally.empty > before;
  return jobs;
}

function soonest(jobs: readonly Job[]): Job | undefined {
  return jobs.reduce<Job | undefined>(
    (first, job) => (first === undefined || job.notBeforeMs < first.notBeforeMs ? job : first),
    undefined,
  );
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

/** Tells those whose chats are done. */
function settle({ tallies }: Runs): void {
  for (const [tally, done] of tallies) {
    if (tally.left > 0) continue;
    tallies.delete(tally);
    done();
  }
}
