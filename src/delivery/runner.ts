import { messageOf } from '../problem.js';
import { fail, feed, giveUp } from './feed.js';
import { openInFlight } from './in-flight.js';
import { jobQueue, type Source } from './job-queue.js';
import { freshRun, type RunnerParts, type Runs } from './runs.js';
import type { Tally } from './tally.js';

export type { RunnerParts } from './runs.js';

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

/** Opens a runner at rest. */
export function openRunner(parts: RunnerParts): Runner {
  const runs: Runs = {
    queue: jobQueue(),
    taken: [],
    ready: [],
    later: [],
    inFlight: openInFlight(),
    tallies: new Map(),
    resumed: undefined,
    ...freshRun(),
  };
  let running: Promise<void> | undefined;
  let release: (() => void) | undefined;

  const go = async () => {
    await feed(parts, runs).catch((thrown: unknown) => fail(runs, thrown));
    await runs.inFlight.allEnded();
    finish(runs);
    running = undefined;
  };
  const resume = () => {
    runs.resumed = undefined;
    release?.();
  };
  return {
    add(sources, tally) {
      return new Promise((resolve, reject) => {
        if (running === undefined) Object.assign(runs, freshRun());
        runs.tallies.set(tally, (failure) => (failure === undefined ? resolve() : reject(failure)));
        runs.queue.add(sources);
        running ??= go();
      });
    },
    isRunning: () => running !== undefined,
    isPaused: () => runs.resumed !== undefined,
    pause() {
      runs.resumed ??= new Promise((resolve) => (release = resolve));
    },
    resume,
    async abort(reason, graceMs = longestGraceMs) {
      if (running === undefined) return;
      parts.log.warn({ reason }, 'the run is ended early; who was not served stays due');
      runs.stopping.abort();
      resume();
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

/** Ends all runs: what they have not served stays due. */
function finish(runs: Runs): void {
  const { failure, isGivenUp } = runs;
  runs.queue.clear();
  runs.taken.length = 0;
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
