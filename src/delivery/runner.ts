import { setMaxListeners } from 'node:events';
import { messageOf } from '../problem.js';
import { addressOf } from '../subscribers/address-key.js';
import type { FlightSize } from './flight-size.js';
import type { Job } from './job.js';
import { type JobQueue, jobQueue, type Source } from './job-queue.js';
import type { Outage } from './outage.js';
import type { Lane } from './pace.js';
import { sift } from './sift.js';
import { takeTurn } from './take-turn.js';
import { countEnd, type Tally } from './tally.js';
import type { TurnParts } from './turn.js';

/** A chat that would have to wait longer than this has failed for this run; it stays due. */
const longestWaitMs = 10 * 60_000;
/** A wait this short is spent in the flight. */
const shortWaitMs = 1_500;
/** What is on its way when the run is ended has this long to be answered. */
const longestGraceMs = 60_000;

/** Serves what is queued until nothing is left. */
export interface Runner {
  /** Joins the run that goes on, or begins one. Resolves when its own chats are done; rejects when the run cannot go on. */
  add(sources: readonly Source[], tally: Tally): Promise<void>;
  isRunning(): boolean;
  /** Holds back what is not yet begun. */
  pause(): void;
  resume(): void;
  isPaused(): boolean;
  /** Takes nothing more; resolves when what is in flight has ended, or was cut off after `graceMs`. */
  abort(reason: string, graceMs?: number): Promise<void>;
  /** Ends the run by itself; who was not served counts as failed. */
  giveUp(reason: string): void;
  /** Turns ended for good since the run began, of all that joined it. */
  tallies(): Iterable<Tally>;
}

/** What the runner needs besides what a turn needs. */
export interface RunnerParts extends TurnParts {
  readonly flight: FlightSize;
  readonly outage: Outage;
  readonly lane: Lane;
  readonly onTurnEnded: () => void;
}

interface Runs {
  readonly queue: JobQueue;
  readonly ready: Job[];
  /** Jobs for a later moment. */
  later: Job[];
  readonly active: Set<Promise<void>>;
  readonly tallies: Map<Tally, (failure?: unknown) => void>;
  stopping: AbortController;
  cut: AbortController;
  resumed: Promise<void>;
  /** What ended the run: a wrong token, a store that stays away. */
  failure: unknown;
  isGivenUp: boolean;
}

/** What every run begins with. */
const fresh = () => ({
  stopping: manyListeners(new AbortController()),
  cut: manyListeners(new AbortController()),
  failure: undefined,
  isGivenUp: false,
});

/** Every turn in flight listens. */
function manyListeners(controller: AbortController): AbortController {
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Opens a runner at rest. */
export function openRunner(parts: RunnerParts): Runner {
  const runs: Runs = {
    queue: jobQueue(),
    ready: [],
    later: [],
    active: new Set(),
    tallies: new Map(),
    resumed: Promise.resolve(),
    ...fresh(),
  };
  let running: Promise<void> | undefined;
  let release: (() => void) | undefined;

  const go = async () => {
    await feed(parts, runs).catch((thrown: unknown) => fail(runs, thrown));
    await Promise.all(runs.active);
    finish(runs);
    running = undefined;
  };
  return {
    add(sources, tally) {
      return new Promise((resolve, reject) => {
        if (running === undefined) Object.assign(runs, fresh());
        runs.tallies.set(tally, (failure) => (failure === undefined ? resolve() : reject(failure)));
        runs.queue.add(sources);
        running ??= go();
      });
    },
    isRunning: () => running !== undefined,
    isPaused: () => release !== undefined,
    pause() {
      runs.resumed = release === undefined ? new Promise((resolve) => (release = resolve)) : runs.resumed;
    },
    resume() {
      release?.();
      release = undefined;
    },
    async abort(reason, graceMs = longestGraceMs) {
      if (running === undefined) return;
      parts.log.warn({ reason }, 'the run is ended early; who was not served stays due');
      runs.stopping.abort();
      release?.();
      release = undefined;
      const ended = new AbortController();
      void parts.timer.sleep(graceMs, ended.signal).then(() => {
        if (!ended.signal.aborted) runs.cut.abort();
      });
      await running;
      ended.abort();
    },
    giveUp: (reason) => giveUp(parts, runs, reason),
    tallies: () => runs.tallies.keys(),
  };
}

/** Starts one job after another, never more at once than the flight allows, until none is left. */
async function feed(parts: RunnerParts, runs: Runs): Promise<void> {
  while (!runs.stopping.signal.aborted) {
    await runs.resumed;
    if (runs.stopping.signal.aborted) return;
    if (runs.active.size >= parts.flight.limit()) {
      await Promise.race(runs.active);
      continue;
    }
    if (parts.outage.isAway()) {
      await Promise.all(runs.active);
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

function giveUp({ log }: RunnerParts, runs: Runs, reason: string): void {
  log.error({ reason }, 'the run is given up; who was not served stays due');
  runs.isGivenUp = true;
  runs.stopping.abort();
}

function fail(runs: Runs, thrown: unknown): void {
  runs.failure ??= thrown;
  runs.stopping.abort();
}

/** `wait`: look again, something may have changed; undefined: all is done. */
async function nextJob(parts: RunnerParts, runs: Runs): Promise<Job | 'wait' | undefined> {
  const nowMs = parts.timer.nowMs();
  const next = soonest(runs.later);
  if (next !== undefined && next.notBeforeMs <= nowMs) {
    runs.later = runs.later.filter((job) => job !== next);
    return next;
  }
  const ready = runs.ready.shift();
  if (ready !== undefined) return ready;
  const page = runs.queue.next();
  if (page !== undefined) {
    runs.ready.push(...(await sift(parts, page)));
    settle(runs);
    return 'wait';
  }
  if (next === undefined && runs.active.size === 0) return undefined;
  const woken = new AbortController();
  const pause =
    next === undefined ? [] : [parts.timer.sleep(Math.min(next.notBeforeMs - nowMs, 1_000), woken.signal)];
  await Promise.race([...runs.active, ...pause]);
  woken.abort();
  return 'wait';
}

function soonest(jobs: readonly Job[]): Job | undefined {
  return jobs.reduce<Job | undefined>(
    (first, job) => (first === undefined || job.notBeforeMs < first.notBeforeMs ? job : first),
    undefined,
  );
}

function start(parts: RunnerParts, runs: Runs, job: Job): void {
  const turn = turnOf(parts, runs, job)
    .catch((thrown: unknown) => fail(runs, thrown))
    .finally(() => {
      runs.active.delete(turn);
      settle(runs);
    });
  runs.active.add(turn);
}

async function turnOf(parts: RunnerParts, runs: Runs, job: Job): Promise<void> {
  const waitMs = parts.pace.waitMs(addressOf(job.key).chat);
  if (waitMs > shortWaitMs)
    return postpone(parts, runs, { ...job, notBeforeMs: parts.timer.nowMs() + waitMs });
  if (job.notBeforeMs > 0) job.tally.retried++;
  const options = { lane: parts.lane, signal: runs.stopping.signal, cut: runs.cut.signal };
  const end = await takeTurn(parts, job, options);
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

/** Ends all runs: what they have not served stays due. */
function finish(runs: Runs): void {
  const { failure, isGivenUp } = runs;
  runs.queue.clear();
  runs.ready.length = 0;
  runs.later = [];
  for (const [tally, done] of runs.tallies) {
    runs.tallies.delete(tally);
    if (isGivenUp) tally.failed += tally.left;
    done(
      failure === undefined ? undefined : failure instanceof Error ? failure : new Error(messageOf(failure)),
    );
  }
}
