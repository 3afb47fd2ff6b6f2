import type { Archive } from '../archive/archive.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { DeliverySettings } from './delivery-parts.js';
import { type Plan, planRun } from './plan.js';
import type { Timetable, TimetableScan } from './timetable.js';

const hourMs = 3_600_000;

/** Plans runs. */
export interface RunPlanner {
  /** Who would be served at `at`, whatever goes on. */
  planAt(at: Date): Promise<Plan>;
  /** Who is to be served at `at` and is not in the queue yet. One plan after another, so that nobody is queued twice for a slot. */
  planNext(at: Date): Promise<Plan>;
}

/** @param isRunning whether a run goes on: then its chats are in the queue. */
export function runPlanner(
  parts: {
    readonly subscribers: Subscribers;
    readonly archive: Archive;
    readonly settings: DeliverySettings;
  },
  isRunning: () => boolean,
  timetable: Timetable,
): RunPlanner {
  const { subscribers, archive, settings } = parts;
  let plannedUntil: Date | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const plan = async (at: Date, until?: Date, scan?: TimetableScan) =>
    planRun(subscribers, {
      at,
      head: await archive.headAt(at),
      catchUpMs: settings.catchUpHours * hourMs,
      defaults: settings.defaults,
      ...(until !== undefined && { plannedUntil: until }),
      ...(scan !== undefined && { scan }),
    });
  return {
    planAt: (at) => plan(at),
    planNext(at) {
      const planned = last.then(async () => {
        if (!isRunning()) plannedUntil = undefined;
        const scan = timetable.begin(at);
        const next = await plan(at, plannedUntil, scan);
        scan.end();
        plannedUntil = plannedUntil === undefined || plannedUntil < at ? at : plannedUntil;
        return next;
      });
      last = planned.catch(() => {});
      return planned;
    },
  };
}
