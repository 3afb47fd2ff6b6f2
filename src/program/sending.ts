import type { Clock } from '../calendar/instant.js';
import { isLoopback } from '../config.js';
import { createDelivery, type DeliveryParts, type RunTrouble } from '../delivery/create-delivery.js';
import { createPace } from '../delivery/create-pace.js';
import type { Delivery } from '../delivery/delivery.js';
import type { Messenger } from '../delivery/messenger.js';
import type { Pace } from '../delivery/pace.js';
import { monotonicTimer } from '../delivery/timer.js';
import type { Log } from '../log.js';
import { createBotClient } from '../telegram/bot-client.js';
import { createMessenger } from '../telegram/messenger.js';
import { renderDigest } from '../telegram/render/digest.js';
import type { House } from './house.js';
import { agentsThrough } from './proxy.js';

/** Everything that sends, behind one pace. */
export interface Sending {
  readonly pace: Pace;
  readonly delivery: Delivery;
  /** Finishes what is in flight and closes the connections. */
  close(): Promise<void>;
}

/** What sending needs beside the house. */
export interface SendingOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** The bot's username, for links that open it at a story; asked for with each message. */
  readonly botName: () => string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when a run ends itself. */
  readonly onTrouble?: (trouble: RunTrouble) => void;
}

/** Opens pace, messenger and delivery as the settings say. */
export function openSending(house: House, options: SendingOptions): Sending {
  const { token, apiRoot, clock, log, botName, onTrouble } = options;
  const { HTTPS_PROXY, SEND_TIMEOUT_S, PAID_BROADCAST } = house.settings;
  const client = createBotClient({
    token,
    apiRoot,
    agent: agentsThrough(HTTPS_PROXY)(apiRoot),
  });
  const messenger = createMessenger({
    client,
    render: (content) => ({ ...renderDigest(content, { botName: botName(), city: house.city }) }),
    timeoutMs: SEND_TIMEOUT_S * 1_000,
    isPaidBroadcast: PAID_BROADCAST,
  });
  const sending = deliveryOf(house, messenger, {
    clock,
    log,
    sendsSamples: isLoopback(apiRoot),
    ...(onTrouble !== undefined && { onTrouble }),
  });
  return {
    ...sending,
    async close() {
      await sending.delivery.stop();
      client.close();
    },
  };
}

/** Delivery that can only say what it would do: it has no way to Telegram. */
export function openRehearsal(house: House, clock: Clock, log: Log): Pick<Delivery, 'rehearse'> {
  const nowhere: Messenger = {
    prepare: () => ({ body: {} }),
    send: () => Promise.reject(new Error('a rehearsal sends nothing')),
  };
  return deliveryOf(house, nowhere, {
    clock,
    log,
    sendsSamples: isLoopback(house.settings.TELEGRAM_API_ROOT),
  }).delivery;
}

/** Pace and delivery over any messenger. */
function deliveryOf(
  { settings, subscribers, archive, storage }: House,
  messenger: Messenger,
  {
    sendsSamples,
    ...tools
  }: Pick<DeliveryParts, 'clock' | 'log' | 'onTrouble'> & { readonly sendsSamples: boolean },
): { readonly pace: Pace; readonly delivery: Delivery } {
  const pace = createPace({ ratePerSecond: settings.SEND_RATE, timer: monotonicTimer });
  const delivery = createDelivery({
    subscribers,
    archive,
    storage,
    messenger,
    pace,
    timer: monotonicTimer,
    ...tools,
    settings: {
      defaults: { time: settings.DIGEST_TIME, zone: settings.TIMEZONE },
      catchUpHours: settings.CATCH_UP_HOURS,
      ratePerSecond: settings.SEND_RATE,
      sendsSamples,
    },
  });
  return { pace, delivery };
}
