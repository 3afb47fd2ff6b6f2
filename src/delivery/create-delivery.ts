import { articleOperations } from './article-operations.js';
import type { Delivery } from './delivery.js';
import { openCore, stopGraceMs } from './delivery-core.js';
import type { DeliveryParts } from './delivery-parts.js';
import { previewOf } from './preview.js';
import { runOperations } from './run-operations.js';
import { serveOne } from './serve-one.js';

export type { DeliveryParts, DeliverySettings, RunTrouble } from './delivery-parts.js';

/** Opens delivery: nothing is sent before it is asked to run or to serve. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const core = openCore(parts);
  const { archive, runner, urgentRunner, stopping, meter, turnParts } = core;
  const { goOn, settled, ...articles } = articleOperations(core);
  const runs = runOperations(core);
  return {
    ...runs,
    ...articles,
    async run(at, options) {
      const report = await runs.run(at, options);
      await goOn(at);
      return report;
    },
    mayBeDue: (at) => core.timetable.mayBeDue(at),
    distrust: () => core.timetable.distrust(),
    goOn,
    async serve(address, now, { isFirst = false } = {}) {
      const served = await serveOne(
        { ...turnParts, archive, stopping: stopping.signal },
        address,
        now,
        isFirst,
      );
      // An attempt of which nothing is known may be left.
      if (served.kind === 'not-served') core.timetable.distrust();
      return served;
    },
    preview: (of, to, now) => previewOf({ ...turnParts, archive, signal: stopping.signal }, of, to, now),
    progress: () => (runner.isRunning() ? meter.progress(runner.tallies(), runner.isPaused()) : undefined),
    pause: () => runner.pause(),
    resume: () => runner.resume(),
    abort: () => runner.abort('by the operator'),
    async stop() {
      stopping.abort();
      await Promise.all([runner, urgentRunner].map((each) => each.abort('the program stops', stopGraceMs)));
      await settled();
      await turnParts.batch.drained();
    },
  };
}
