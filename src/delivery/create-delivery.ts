import { setMaxListeners } from 'node:events';
import type { ArchivedArticle } from '../archive/archive.js';
import { dayIn } from '../calendar/zone.js';
import { keyOf } from '../subscribers/address-key.js';
import { correctDigests } from './corrections.js';
import type { Delivery, RunReport } from './delivery.js';
import { type DeliveryParts, openRunnerParts } from './delivery-parts.js';
import { type Errand, errandKey } from './errand.js';
import { gateFindings } from './gate.js';
import type { Purpose } from './job.js';
import { type Source, sourcesOf } from './job-queue.js';
import { type Plan, planRun } from './plan.js';
import { previewOf } from './preview.js';
import { progressMeter } from './progress.js';
import { isQuiet } from './quiet-hours.js';
import { rehearsePlan } from './rehearse.js';
import { openRunner, type Runner } from './runner.js';
import { serveOne } from './serve-one.js';
import { newTally, reportOf, type Tally } from './tally.js';
import { uncertainChats } from './uncertain-chats.js';
import { planUrgent } from './urgent.js';

export type { DeliveryParts, DeliverySettings, RunTrouble } from './delivery-parts.js';

/** What is on its way when the program stops has this long to be answered. */
const stopGraceMs = 7_000;
/** Steps before the last run that the gate compares with. */
const gateReach = 500;

/** What is remembered of the last run. */
interface LastRun {
  readonly head: number;
}

/** Opens delivery: nothing is sent before it is asked to run or to serve. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { subscribers, archive, clock, timer, settings, storage, log } = parts;
  const { zone } = settings.defaults;
  const errands = storage.collection<Errand>('errand');
  const lastRuns = storage.collection<LastRun>('run');
  const meter = progressMeter(timer, clock);
  const giveUp = (reason: string) => {
    for (const each of [runner, urgentRunner]) each.giveUp(reason);
  };
  const runnerParts = { ...openRunnerParts(parts, giveUp), onTurnEnded: meter.ended };
  const runner: Runner = openRunner({ ...runnerParts, lane: 'run' });
  const urgentRunner: Runner = openRunner({ ...runnerParts, lane: 'urgent' });
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const failedKeys = new Set<string>();
  archive.onChanged(async () => runnerParts.composer.clear());

  let plannedUntil: Date | undefined;
  let planning: Promise<unknown> = Promise.resolve();
  const planAt = (at: Date, until?: Date): Promise<Plan> =>
    archive.headAt(at).then((head) =>
      planRun(subscribers, {
        at,
        head,
        catchUpMs: settings.catchUpHours * 3_600_000,
        defaults: settings.defaults,
        ...(until !== undefined && { plannedUntil: until }),
      }),
    );
  /** One plan after another, so that nobody is in the queue twice for one slot. */
  const planNext = (at: Date) => {
    const planned = planning.then(async () => {
      if (!runner.isRunning()) plannedUntil = undefined;
      const plan = await planAt(at, plannedUntil);
      plannedUntil = plannedUntil === undefined || plannedUntil < at ? at : plannedUntil;
      return plan;
    });
    planning = planned.catch(() => {});
    return planned;
  };
  const go = async (which: Runner, sources: readonly Source[], tally: Tally, signal?: AbortSignal) => {
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
  /** Turns of chosen chats, for another reason than their slot. */
  const goFor = async (
    which: Runner,
    keys: readonly string[] | Iterable<string>,
    purpose: Purpose,
    at: Date,
  ) => {
    const startMs = timer.nowMs();
    const list = [...keys];
    const tally = { ...newTally(), due: list.length, turns: list.length, left: list.length };
    const upTo = await archive.headAt(at);
    await go(which, [{ order: '', keys: list.values(), work: purpose, at, upTo, tally }], tally);
    return reportOf(tally, at, timer.nowMs() - startMs);
  };
  const current = async (id: string): Promise<ArchivedArticle | undefined> => {
    const article = await archive.byId(id);
    const isSent = article !== undefined && article.number > 0;
    return isSent ? article : undefined;
  };

  const delivery: Delivery = {
    async run(at, { signal } = {}): Promise<RunReport> {
      const startMs = timer.nowMs();
      const plan = await planNext(at);
      const { due, uncertain, turns } = plan;
      const tally: Tally = { ...newTally(), due, uncertain, turns, left: turns };
      await go(runner, sourcesOf(plan, tally), tally, signal);
      if (due > 0) await lastRuns.set('last', { head: plan.head });
      await runErrands(at);
      return reportOf(tally, at, timer.nowMs() - startMs);
    },
    async rehearse(at) {
      const startMs = timer.nowMs();
      const tally = await rehearsePlan(runnerParts, await planAt(at));
      return reportOf(tally, at, timer.nowMs() - startMs);
    },
    serve: (address, now, { isFirst = false } = {}) =>
      serveOne({ ...runnerParts, archive, stopping: stopping.signal }, address, now, isFirst),
    preview: (of, to, now) => previewOf({ ...runnerParts, archive, signal: stopping.signal }, of, to, now),
    progress: () => (runner.isRunning() ? meter.progress(runner.tallies(), runner.isPaused()) : undefined),
    pause: () => runner.pause(),
    resume: () => runner.resume(),
    abort: () => runner.abort('by the operator'),
    async retryFailed(now) {
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
      const last = (await lastRuns.get('last'))?.head ?? Math.max(0, head - gateReach);
      const [before, batch, waiting] = await Promise.all([
        archive.releases(Math.max(0, last - gateReach), last),
        archive.releases(last, head),
        archive.releases(head, head + gateReach),
      ]);
      return gateFindings({ day: dayIn(zone, at), batch, before, waiting });
    },
    async audience(articleId, now) {
      const article = await current(articleId);
      if (article === undefined || article.isWithdrawn) return undefined;
      const plan = await planUrgent(subscribers, article, now, zone);
      return { headline: article.headline, now: plan.now.size, later: plan.later };
    },
    async publish(articleId, now) {
      const article = await current(articleId);
      if (article === undefined || article.isWithdrawn || isWithheld(article))
        return goFor(urgentRunner, [], noPush, now);
      const errand: Errand = { kind: 'urgent', article: articleId, at: now.toISOString() };
      await errands.set(errandKey(errand), errand);
      const plan = await planUrgent(subscribers, article, now, zone);
      const report = await goFor(urgentRunner, plan.now, { kind: 'push', number: article.number }, now);
      if (plan.later === 0 && !stopping.signal.aborted) await errands.delete(errandKey(errand));
      return report;
    },
    async correct(articleId, now) {
      const article = await current(articleId);
      if (article === undefined) return { edited: 0, gone: 0, failed: 0 };
      const errand: Errand = { kind: 'correction', article: articleId, at: now.toISOString() };
      await errands.set(errandKey(errand), errand);
      const { topicName } = settings;
      const report = await correctDigests({ ...parts, zone, topicName }, article, stopping.signal);
      if (!stopping.signal.aborted) await errands.delete(errandKey(errand));
      return report;
    },
    async stop() {
      stopping.abort();
      await Promise.all([
        runner.abort('the program stops', stopGraceMs),
        urgentRunner.abort('the program stops', stopGraceMs),
      ]);
      await runnerParts.batch.drained();
    },
  };
  const isWithheld = (article: ArchivedArticle) => article.sample && settings.sendsSamples === false;
  /** What a killed process left, and what quiet hours held. Edits go on beside the run; it does not wait for them. */
  const runErrands = async (at: Date) => {
    for await (const page of errands.scan()) {
      for (const [, errand] of page) {
        if (stopping.signal.aborted || inHand.has(errandKey(errand))) continue;
        if (errand.kind === 'urgent' && isQuiet(at, zone)) continue;
        inHand.add(errandKey(errand));
        const work =
          errand.kind === 'urgent'
            ? delivery.publish(errand.article, at)
            : delivery.correct(errand.article, at);
        await work.finally(() => inHand.delete(errandKey(errand)));
        log.info({ errand: errand.kind, article: errand.article }, 'an errand was finished');
      }
    }
  };
  const inHand = new Set<string>();
  return delivery;
}

const noPush: Purpose = { kind: 'push', number: 0 };
