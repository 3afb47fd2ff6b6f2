import type { Telegraf } from 'telegraf';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';
import { wrongToken } from './connect.js';
import { isConflict, isWrongToken, wait } from './patience.js';
import { allowedUpdates } from './update-schema.js';

const firstRetryMs = 1_000;
const longestRetryMs = 8_000;
/** telegraf asks Telegram to answer within 50 s; a connection that is silent for longer is dead. */
const silentAfterMs = 65_000;
/** What is in flight at the end has this long. */
const stopLimitMs = 3_000;

/** Long polling that goes on whatever happens to the connection. */
export interface Polling {
  /** Rejects with a Problem when the token is refused, resolves after `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Polls through telegraf and starts it anew whenever it ends: telegraf gives up on a 409 and on much else. */
export function longPolling(telegraf: Telegraf, take: (update: unknown) => Promise<void>, log: Log): Polling {
  const stopped = new AbortController();
  const troubles = { told: '', retryMs: firstRetryMs };
  telegraf.use((context) => {
    Object.assign(troubles, { told: '', retryMs: firstRetryMs });
    return take(context.update);
  });
  telegraf.catch((thrown) => log.error({ reason: messageOf(thrown) }, 'update could not be handled'));
  giveUpOnSilence(telegraf);
  const ended = pollUntil(stopped.signal, telegraf, troubles, log);
  // Whoever waits for the end hears of a failure; nobody waiting is no reason to crash.
  ended.catch(() => {});
  return {
    ended,
    async stop() {
      stopped.abort();
      try {
        telegraf.stop();
      } catch {
        // telegraf throws where polling has not begun or has ended: nothing to stop.
      }
      const done = new AbortController();
      await Promise.race([ended.catch(() => {}), wait(stopLimitMs, done.signal)]);
      done.abort();
    },
  };
}

/** What was said of the connection since updates last came. */
interface Troubles {
  told: string;
  retryMs: number;
}

async function pollUntil(
  signal: AbortSignal,
  telegraf: Telegraf,
  troubles: Troubles,
  log: Log,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await telegraf.launch({ allowedUpdates: [...allowedUpdates] }, () => {
        // Stopped while it was still on its way.
        if (signal.aborted) setImmediate(() => telegraf.stop());
      });
    } catch (thrown) {
      if (isWrongToken(thrown)) throw wrongToken();
      const trouble = isConflict(thrown)
        ? 'another process polls with the same token; waiting until it ends'
        : 'polling was interrupted; trying again';
      if (trouble !== troubles.told && !signal.aborted) log.warn({ reason: messageOf(thrown) }, trouble);
      troubles.told = trouble;
      await wait(troubles.retryMs, signal);
      troubles.retryMs = Math.min(troubles.retryMs * 2, longestRetryMs);
    }
  }
}

type CallApi = (
  method: string,
  payload: object,
  options?: { readonly signal?: PollSignal },
) => Promise<unknown>;
interface PollSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** Adds a limit to `getUpdates`: telegraf's own is 500 s, in which a bot behind a dead connection hears nothing. */
function giveUpOnSilence({ telegram }: Telegraf): void {
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;
  const limited: CallApi = async (method, payload, options) => {
    if (method !== 'getUpdates') return callApi(method, payload, options);
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), silentAfterMs);
    if (options?.signal?.aborted) controller.abort();
    options?.signal?.addEventListener('abort', () => controller.abort());
    try {
      return await callApi(method, payload, { signal: controller.signal });
    } finally {
      clearTimeout(timer);
    }
  };
  telegram.callApi = limited as unknown as typeof telegram.callApi;
}
