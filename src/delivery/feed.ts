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
/** A wait this short is spent in the flight. */
const shortWaitMs = 1_500;

/** Starts one job after another, never more at once than the flight allows, until none is left. */
export async function feed(parts: RunnerParts, runs: Runs): Promise<void> {
  while (!runs.stopping.signal.aborted) {
    await runs.resumed;
    if (runs.stopping.signal.aborted) return;
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
    const job = await nextJob(parts, runs);
    if (job === 'wait') continue;
    if (job === undefined) return;
    start(parts, runs, job);
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

/** `wait`: look again, something may have changed; undefined: all is done. */
async function nextJob(parts: RunnerParts, runs: Runs): Promise<ReadyJob | 'wait' | undefined> {
  const nowMs = parts.timer.nowMs();
  const next = soonest(runs.later);
  if (next !== undefined && next.notBeforeMs <= nowMs) {
    runs.later = runs.later.filter((job) => job !== next);
    return { job: next };
  }
  const ready = runs.ready.shift();
  if (ready !== undefined) return ready;
  if (runs.taken.length > 0) {
    runs.ready.push(...(await readAhead(parts, runs.taken.splice(0, parts.flight.limit()))));
    return 'wait';
  }
  const page = runs.queue.next();
  if (page !== undefined) {
    runs.taken.push(...(await jobsOf(parts, runs, page)));
    settle(runs);
    return 'wait';
  }
  if (next === undefined && runs.inFlight.count() === 0) return undefined;
  const woken = new AbortController();
  const pause =
    next === undefined ? [] : [parts.timer.sleep(Math.min(next.notBeforeMs - nowMs, 1_000), woken.signal)];
  const ended = runs.inFlight.count() === 0 ? [] : [runs.inFlight.oneEnded()];
  await Promise.race([...ended, ...pause]);
  woken.abort('woken');
  return 'wait';
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
