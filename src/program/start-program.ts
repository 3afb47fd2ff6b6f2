import { systemClock } from '../calendar/instant.js';
import type { Settings } from '../config.js';
import type { Log } from '../log.js';
import { type House, openHouse } from './house.js';
import { localClock } from './local-start.js';
import { type Closings, startStages, type Way } from './stages.js';

/** The program while it runs. */
export interface Program {
  /** Rejects when the bot cannot go on (the token was taken away); otherwise never ends by itself. */
  readonly ended: Promise<void>;
  /** Finishes what runs, in the order that loses nothing. */
  stop(): Promise<void>;
}

/**
 * Wires the stages and starts them. Without a token the local chat stands in for Telegram; the same bot speaks to it over HTTP.
 * @param signal gives up waiting for a Telegram that is away.
 * @throws {Problem} and {StoreFailure}, in sentences for the operator.
 */
export async function startProgram(settings: Settings, log: Log, signal: AbortSignal): Promise<Program> {
  const closings: Closings = [];
  const stop = async () => {
    for (const close of closings.splice(0).reverse()) await close();
  };
  try {
    for (const warning of settings.warnings) log.warn({}, warning);
    const house = await openHouse(storedFor(settings));
    closings.push(() => house.close());
    // The directory learns its names at the first question; now nobody waits for that.
    house.directory.find(house.city.name);
    const way = settings.isLocal ? await openLocalChat(house, log, closings) : telegramOf(settings);
    const { ended } = await startStages({ house, way, log, signal, closings });
    return { ended, stop };
  } catch (thrown) {
    // Asked to stop while it waited for Telegram or for another process: that is an ordinary end.
    if (signal.aborted) return { ended: Promise.resolve(), stop };
    await stop();
    throw thrown;
  }
}

/** Trying leaves nothing behind, unless the visitor says where. */
function storedFor(settings: Settings): Settings {
  return settings.isLocal && settings.STORE_URL === undefined
    ? { ...settings, storeUrl: 'memory://' }
    : settings;
}

function telegramOf({ BOT_TOKEN, TELEGRAM_API_ROOT }: Settings): Way {
  return { clock: systemClock, token: BOT_TOKEN ?? '', apiRoot: TELEGRAM_API_ROOT };
}

/** Loaded only when it is used: with a token nothing of it is in memory. */
async function openLocalChat(house: House, log: Log, closings: Closings): Promise<Way> {
  const { startLocalChat } = await import('../local-chat/start-local-chat.js');
  const { PORT, TIMEZONE, DIGEST_TIME } = house.settings;
  const clock = await localClock(house.content, house.settings);
  const chat = await startLocalChat({
    clock,
    zone: TIMEZONE,
    morning: DIGEST_TIME,
    log,
    ...(PORT !== undefined && { port: PORT }),
  });
  closings.push(() => chat.close());
  process.stdout.write(`Local chat: ${chat.address}\n`);
  return { clock, token: chat.token, apiRoot: chat.apiRoot };
}
