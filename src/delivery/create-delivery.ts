import type { Archive } from '../archive/archive.js';
import type { Clock } from '../calendar/instant.js';
import type { TopicId } from '../city/city.js';
import type { Log } from '../log.js';
import { serialByKey } from '../subscribers/serial-by-key.js';
import type { SlotDefaults } from '../subscribers/slot-plan.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { Language } from '../subscribers/wish.js';
import { type Composer, openComposer } from './composer.js';
import type { Delivery, RunReport } from './delivery.js';
import { flightSize } from './flight-size.js';
import { openLedgerBatch } from './ledger-batch.js';
import type { Messenger } from './messenger.js';
import { openOutage } from './outage.js';
import type { Pace } from './pace.js';
import { planRun } from './plan.js';
import { openRunner, type RunnerParts } from './runner.js';
import { serveOne } from './serve-one.js';
import { newTally, reportOf } from './tally.js';
import type { Timer } from './timer.js';

/** What delivery stands on. */
export interface DeliveryParts {
  readonly subscribers: Subscribers;
  readonly archive: Archive;
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly settings: DeliverySettings;
}

/** How delivery behaves. */
export interface DeliverySettings {
  /** Time and zone of those who have not chosen; the zone tells the day of a digest too. */
  readonly defaults: SlotDefaults;
  readonly catchUpHours: number;
  /** The pace's rate: tells how many sends must be on their way at once. */
  readonly ratePerSecond: number;
  /** What a topic is called, for "why these". */
  readonly topicName: (topic: TopicId, language: Language) => string;
  /** False: a run leaves out invented articles (real Telegram). Default true. */
  readonly sendsSamples?: boolean;
  /** Older articles are counted, not listed. Default: the digest's. */
  readonly maxAgeDays?: number;
  /** How long a Telegram or a store that is away is waited for. Default ten minutes. */
  readonly patienceMs?: number;
  /** Never more sends on their way at once. Default 512. */
  readonly mostInFlight?: number;
}

const defaultPatienceMs = 10 * 60_000;
const defaultMostInFlight = 512;

/** Opens delivery: nothing is sent before it is asked to run or to serve. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { subscribers, archive, timer, settings } = parts;
  const runnerParts = openParts(parts);
  const runner = openRunner(runnerParts);
  archive.onChanged(async () => runnerParts.composer.clear());
  let plannedUntil: Date | undefined;
  let planning: Promise<unknown> = Promise.resolve();
  const stopping = new AbortController();

  const planNext = (at: Date) => {
    const planned = planning.then(async () => {
      if (!runner.isRunning()) plannedUntil = undefined;
      const head = await archive.headAt(at);
      const plan = await planRun(subscribers, {
        at,
        head,
        catchUpMs: settings.catchUpHours * 3_600_000,
        defaults: settings.defaults,
        ...(plannedUntil !== undefined && { plannedUntil }),
      });
      plannedUntil = plannedUntil === undefined || plannedUntil < at ? at : plannedUntil;
      return plan;
    });
    planning = planned.catch(() => {});
    return planned;
  };

  return {
    async run(at, { signal } = {}): Promise<RunReport> {
      const startMs = timer.nowMs();
      const tally = newTally();
      const plan = await planNext(at);
      Object.assign(tally, { due: plan.due, uncertain: plan.uncertain, left: plan.turns });
      if (stopping.signal.aborted || signal?.aborted) return reportOf(tally, at, timer.nowMs() - startMs);
      const abort = () => void runner.abort('stopped');
      signal?.addEventListener('abort', abort, { once: true });
      try {
        if (plan.turns > 0) await runner.add(plan, tally);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
      return reportOf(tally, at, timer.nowMs() - startMs);
    },
    serve: (address, now, { isFirst = false } = {}) =>
      serveOne({ ...runnerParts, archive, stopping: stopping.signal }, address, now, isFirst),
    async stop() {
      stopping.abort();
      await runner.abort('the program stops');
      await runnerParts.batch.drained();
    },
  };
}

function openParts({ settings, ...parts }: DeliveryParts): RunnerParts {
  const { messenger, timer, log, subscribers } = parts;
  const patienceMs = settings.patienceMs ?? defaultPatienceMs;
  const flight = flightSize(settings.ratePerSecond, settings.mostInFlight ?? defaultMostInFlight);
  const outage = openOutage({ timer, log, patienceMs, probe: messenger.isThere?.bind(messenger) });
  return {
    ...parts,
    composer: composerOf({ settings, ...parts }),
    batch: openLedgerBatch(subscribers, timer, patienceMs),
    inTurn: serialByKey(),
    flight,
    outage,
    onOutcome(outcome, _job, tookMs) {
      outage.heard(outcome);
      flight.took(tookMs);
    },
  };
}

function composerOf({ archive, messenger, settings }: DeliveryParts): Composer {
  const { defaults, topicName, maxAgeDays, sendsSamples = true } = settings;
  return openComposer({
    archive,
    messenger,
    zone: defaults.zone,
    topicName,
    sendsSamples,
    ...(maxAgeDays !== undefined && { maxAgeDays }),
  });
}
