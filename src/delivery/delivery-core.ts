import { setMaxListeners } from 'node:events';
import type { RunReport } from './delivery.js';
import { type DeliveryParts, openRunnerParts } from './delivery-parts.js';
import type { Purpose } from './job.js';
import type { Source } from './job-queue.js';
import { type ProgressMeter, progressMeter } from './progress.js';
import { type RunPlanner, runPlanner } from './run-planner.js';
import { openRunner, type Runner, type RunnerParts } from './runner.js';
import { newTally, reportOf, type Tally } from './tally.js';
import { openTimetable, type Timetable } from './timetable.js';

/** What is on its way when the program stops has this long to be answered. */
export const stopGraceMs = 7_000;

/** What all that delivery does stands on. */
export interface DeliveryCore extends DeliveryParts {
  readonly zone: string;
  readonly turnParts: Omit<RunnerParts, 'lane'>;
  readonly runner: Runner;
  /** For urgent news: beside the run, before it at the pace. */
  readonly urgentRunner: Runner;
  readonly planner: RunPlanner;
  readonly timetable: Timetable;
  readonly meter: ProgressMeter;
  /** Keys whose turns failed in the runs of this process. */
  readonly failedKeys: Set<string>;
  /** Aborted when the program stops. */
  readonly stopping: AbortController;
  /** Takes the turns of `sources`; resolves when they have ended. */
  go(runner: Runner, sources: readonly Source[], tally: Tally, signal?: AbortSignal): Promise<void>;
  /** Turns of chosen chats, for another reason than their slot. */
  goFor(runner: Runner, keys: Iterable<string>, purpose: Purpose, at: Date): Promise<RunReport>;
}

/** Puts it together; nothing runs yet. */
export function openCore(parts: DeliveryParts): DeliveryCore {
  const { archive, timer, clock, settings } = parts;
  const meter = progressMeter(timer, clock);
  const giveUp = (reason: string) => {
    for (const each of [runner, urgentRunner]) each.giveUp(reason);
  };
  const turnParts = { ...openRunnerParts(parts, giveUp), onTurnEnded: meter.ended };
  const runner: Runner = openRunner({ ...turnParts, lane: 'run' });
  const urgentRunner: Runner = openRunner({ ...turnParts, lane: 'urgent' });
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const failedKeys = new Set<string>();
  const timetable = openTimetable(settings.defaults);
  parts.subscribers.onWishChanged(timetable.wishChanged);
  archive.onChanged(async () => turnParts.composer.clear());

  const go: DeliveryCore['go'] = async (which, sources, tally, signal) => {
    if (stopping.signal.aborted || signal?.aborted || tally.turns === 0) return;
    const abort = () => void which.abort('stopped', stopGraceMs);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      await which.add(sources, tally);
    } finally {
      signal?.removeEventListener('abort', abort);
      for (const key of tally.failedKeys) failedKeys.add(key);
    }
  };
  return {
    ...parts,
    zone: settings.defaults.zone,
    turnParts,
    runner,
    urgentRunner,
    planner: runPlanner(parts, runner.isRunning, timetable),
    timetable,
    meter,
    failedKeys,
    stopping,
    go,
    async goFor(which, keys, work, at) {
      const startMs = timer.nowMs();
      const list = [...keys];
      const tally = newTally({ due: list.length, turns: list.length });
      const upTo = await archive.headAt(at);
      await go(which, [{ order: '', keys: list.values(), work, at, upTo, tally }], tally);
      return reportOf(tally, at, timer.nowMs() - startMs);
    },
  };
}
