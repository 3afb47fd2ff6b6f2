import type { Archive } from '../archive/archive.js';
import type { Clock } from '../calendar/instant.js';
import type { Log } from '../log.js';
import type { Storage } from '../storage/store.js';
import { serialByKey } from '../subscribers/serial-by-key.js';
import type { SlotDefaults } from '../subscribers/slot-plan.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import { openComposer } from './composer.js';
import { flightSize } from './flight-size.js';
import { openLedgerBatch } from './ledger-batch.js';
import { malformedStreak } from './malformed-streak.js';
import type { Messenger } from './messenger.js';
import { openOutage } from './outage.js';
import type { Pace } from './pace.js';
import type { RunnerParts } from './runner.js';
import type { Timer } from './timer.js';
import { watchWishes } from './wish-watch.js';

/** What delivery stands on. */
export interface DeliveryParts {
  readonly subscribers: Subscribers;
  readonly archive: Archive;
  /** For the errands and the gate's memory of the last run. */
  readonly storage: Pick<Storage, 'collection'>;
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly settings: DeliverySettings;
  /** Told when a run ends itself: the admins should know. */
  readonly onTrouble?: (trouble: RunTrouble) => void;
}

/** Why a run ended itself. */
export type RunTrouble =
  /** Telegram refused messages to several chats in a row as malformed: our mistake. */
  { readonly kind: 'malformed'; readonly description: string };

/** How delivery behaves. */
export interface DeliverySettings {
  /** Time and zone of those who have not chosen; the zone tells the day of a digest too. */
  readonly defaults: SlotDefaults;
  readonly catchUpHours: number;
  /** The pace's rate: tells how many sends must be on their way at once. */
  readonly ratePerSecond: number;
  /** False: invented articles are left out (real Telegram). Default true. */
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

/** Puts together what turns need. `giveUp` ends the run. */
export function openRunnerParts(
  { settings, onTrouble, ...parts }: DeliveryParts,
  giveUp: (reason: string) => void,
): Omit<RunnerParts, 'lane' | 'onTurnEnded'> {
  const { messenger, timer, log, subscribers, archive } = parts;
  const { defaults, maxAgeDays, sendsSamples = true, patienceMs = defaultPatienceMs } = settings;
  const flight = flightSize(settings.ratePerSecond, settings.mostInFlight ?? defaultMostInFlight);
  const outage = openOutage({ timer, log, patienceMs, probe: messenger.isThere?.bind(messenger) });
  const isStreak = malformedStreak();
  return {
    ...parts,
    zone: defaults.zone,
    composer: openComposer({
      archive,
      messenger,
      zone: defaults.zone,
      sendsSamples,
      ...(maxAgeDays !== undefined && { maxAgeDays }),
    }),
    batch: openLedgerBatch(subscribers, timer, patienceMs),
    inTurn: serialByKey(),
    wishWatch: watchWishes(subscribers, timer),
    flight,
    outage,
    onOutcome(outcome, request) {
      outage.heard(outcome);
      flight.took(request.tookMs);
      if (!isStreak(outcome, request) || outcome.kind !== 'malformed') return;
      giveUp('messages to several chats in a row were refused as malformed');
      onTrouble?.({ kind: 'malformed', description: outcome.description });
    },
  };
}
