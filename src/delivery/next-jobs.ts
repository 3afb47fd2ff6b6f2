import type { Job } from './job.js';
import { jobOf, type Page } from './job-queue.js';
import { type ReadyJob, readAhead } from './read-ahead.js';
import { type RunnerParts, type Runs, settle } from './runs.js';
import { sift } from './sift.js';

/** Who waits looks again at least this often. */
const longestLookMs = 1_000;

/** The job whose time has come, else the next in the line. */
export function readyJob({ timer }: RunnerParts, runs: Runs): ReadyJob | undefined {
  const next = soonest(runs.later);
  if (next === undefined || next.notBeforeMs > timer.nowMs()) return runs.ready.shift();
  runs.later = runs.later.filter((job) => job !== next);
  return { job: next };
}

/** Makes the next jobs ready, or waits until something may have changed. @returns false when all is done. */
export async function nextJobs(parts: RunnerParts, runs: Runs): Promise<boolean> {
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
