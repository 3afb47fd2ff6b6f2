import { dayIn } from '../calendar/zone.js';
import { newcomerCursor } from '../digest/newcomer.js';
import { keyOf } from '../subscribers/address-key.js';
import type { Delivery } from './delivery.js';
import type { DeliveryCore } from './delivery-core.js';
import { gateFindings } from './gate.js';
import { sourcesOf } from './job-queue.js';
import { rehearsePlan } from './rehearse.js';
import { newTally, reportOf } from './tally.js';
import { uncertainChats } from './uncertain-chats.js';

/** Steps before the last run, and after the head, that the gate looks at. */
const gateReach = 500;

/** What is remembered of the last run. */
interface LastRun {
  readonly head: number;
}

type RunOperations = Pick<
  Delivery,
  'run' | 'rehearse' | 'retryFailed' | 'uncertain' | 'resendUncertain' | 'gate'
>;

/** The run, and what the operator does about one. */
export function runOperations(core: DeliveryCore): RunOperations {
  const { subscribers, archive, timer, storage, planner, timetable, runner, failedKeys, zone, goFor } = core;
  const lastRuns = storage.collection<LastRun>('run');
  return {
    async run(at, { signal } = {}) {
      const startMs = timer.nowMs();
      const plan = await planner.planNext(at);
      const tally = newTally(plan);
      await core.go(runner, sourcesOf(plan, tally), tally, signal).finally(() => {
        if (tally.failed > 0 || tally.left > 0) timetable.distrust();
      });
      if (plan.due > 0) await lastRuns.set('last', { head: plan.head });
      return reportOf(tally, at, timer.nowMs() - startMs);
    },
    async rehearse(at) {
      const startMs = timer.nowMs();
      const tally = await rehearsePlan(core.turnParts, await planner.planAt(at));
      return reportOf(tally, at, timer.nowMs() - startMs);
    },
    retryFailed(now) {
      const keys = [...failedKeys];
      failedKeys.clear();
      return goFor(runner, keys, { kind: 'slot', slot: now.toISOString() }, now);
    },
    uncertain: () => uncertainChats(subscribers.ledger),
    async resendUncertain(now) {
      const chats = await uncertainChats(subscribers.ledger);
      return goFor(runner, chats.map(keyOf), { kind: 'resend' }, now);
    },
    async gate(at) {
      const head = await archive.headAt(at);
      // Before the first run only the newest edition is looked at: the archive's past goes to nobody.
      const last = (await lastRuns.get('last'))?.head ?? (await newcomerCursor(archive, at));
      const [before, batch, waiting] = await Promise.all([
        archive.releases(Math.max(0, last - gateReach), last),
        archive.releases(last, head),
        archive.releases(head, head + gateReach),
      ]);
      return gateFindings({ day: dayIn(zone, at), batch, before, waiting });
    },
  };
}
