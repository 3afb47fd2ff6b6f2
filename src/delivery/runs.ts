import { setMaxListeners } from 'node:events';
import type { FlightSize } from './flight-size.js';
import type { InFlight } from './in-flight.js';
import type { Job } from './job.js';
import type { JobQueue } from './job-queue.js';
import type { Outage } from './outage.js';
import type { Lane } from './pace.js';
import type { ReadyJob } from './read-ahead.js';
import type { Tally } from './tally.js';
import type { TurnParts } from './turn.js';

/** What the runner needs besides what a turn needs. */
export interface RunnerParts extends TurnParts {
  readonly flight: FlightSize;
  readonly outage: Outage;
  readonly lane: Lane;
  readonly onTurnEnded: () => void;
}

/** All that goes on in a runner. */
export interface Runs {
  readonly queue: JobQueue;
  /** Jobs of the page that was taken last. */
  readonly taken: Job[];
  /** Those of them whose records have been read. */
  readonly ready: ReadyJob[];
  /** Jobs for a later moment. */
  later: Job[];
  readonly inFlight: InFlight;
  readonly tallies: Map<Tally, (failure?: unknown) => void>;
  stopping: AbortController;
  cut: AbortController;
  /** While the run is held: resolves when it goes on. */
  resumed: Promise<void> | undefined;
  /** What ended the run: a wrong token, a store that stays away. */
  failure: unknown;
  isGivenUp: boolean;
  /** Whether the last chats had nothing that matched: then whole pages are dealt with at once. */
  expectsEmpty: boolean;
}

/** What every run begins with. */
export const freshRun = () => ({
  stopping: manyListeners(new AbortController()),
  cut: manyListeners(new AbortController()),
  failure: undefined,
  isGivenUp: false,
  expectsEmpty: true,
});

/** Every turn in flight listens. */
function manyListeners(controller: AbortController): AbortController {
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Tells those whose chats are done. */
export function settle({ tallies }: Runs): void {
  for (const [tally, done] of tallies) {
    if (tally.left > 0) continue;
    tallies.delete(tally);
    done();
  }
}
