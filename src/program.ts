import { openSearch } from './archive/search/open-search.js';
import { type Clock, systemClock } from './calendar/instant.js';
import type { MovableClock } from './calendar/movable-clock.js';
import type { Settings } from './config.js';
import { answerLetters } from './delivery/hand-over.js';
import { openRunLock } from './delivery/run-lock.js';
import { monotonicTimer } from './delivery/timer.js';
import { type House, openHouse } from './house.js';
import { localClock } from './local-start.js';
import type { Log } from './log.js';
import { startNewsroom } from './newsroom.js';
import { messageOf } from './problem.js';
import { agentsThrough } from './proxy.js';
import { sayIfOnlySamples } from './samples.js';
import { everyMinute } from './schedule/every-minute.js';
import { openSending } from './sending.js';
import { type RunningBot, startBot } from './telegram/start-bot.js';
import { startWebhookServer } from './web/webhook-server.js';

/** The program while it runs. */
export interface Program {
  /** Rejects when the bot cannot go on (the token was taken away); otherwise never ends by itself. */
  readonly ended: Promise<void>;
  /** Finishes what runs, in the order that loses nothing. */
  stop(): Promise<void>;
}

/** What was opened, to be closed in the opposite order. */
type Closings = (() => Promise<unknown>)[];

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
    const house = await openHouse(settings);
    closings.push(() => house.close());
    const way = settings.isLocal ? await openLocalChat(house, log, closings) : telegramOf(settings);
    await sayIfOnlySamples(house, log);
    const { ended } = await startStages(house, way, log, signal, closings);
    return { ended, stop };
  } catch (thrown) {
    // Asked to stop while it waited for Telegram or for another process: that is an ordinary end.
    if (signal.aborted) return { ended: Promise.resolve(), stop };
    await stop();
    throw thrown;
  }
}

interface Way {
  readonly token: string;
  readonly apiRoot: string;
  readonly clock: Clock | MovableClock;
}

function telegramOf({ BOT_TOKEN, TELEGRAM_API_ROOT }: Settings): Way {
  return { clock: systemClock, token: BOT_TOKEN ?? '', apiRoot: TELEGRAM_API_ROOT };
}

/** Loaded only when it is used: with a token nothing of it is in memory. */
async function openLocalChat(house: House, log: Log, closings: Closings): Promise<Way> {
  const { startLocalChat } = await import('./local-chat/start-local-chat.js');
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

async function startStages(
  house: House,
  way: Way,
  log: Log,
  signal: AbortSignal,
  closings: Closings,
): Promise<RunningBot> {
  const { settings, city, directory, archive, subscribers, storage } = house;
  const { clock, token, apiRoot } = way;
  await holdRunLock(house, log, signal, closings);
  let botName = '';
  const search = await openSearch({ storage, archive, city, directory, log });
  const { pace, delivery, close } = openSending(house, {
    token,
    apiRoot,
    clock,
    log,
    botName: () => botName,
  });
  closings.push(close);
  const newsroom = await startNewsroom(house, { clock, log, onFindings: () => {}, onTakenIn: () => {} });
  closings.push(() => newsroom.close());
  const bot = await startBot(
    {
      ...{ city, directory, archive, search, subscribers, delivery, pace, clock, log },
      settings: {
        token,
        apiRoot,
        timezone: settings.TIMEZONE,
        defaultTime: settings.DIGEST_TIME,
        adminChatIds: settings.ADMIN_CHAT_IDS,
        agent: agentsThrough(settings.HTTPS_PROXY)(apiRoot),
        ...(settings.PUBLIC_URL !== undefined && { publicUrl: settings.PUBLIC_URL }),
        ...(settings.WEBHOOK_SECRET !== undefined && { webhookSecret: settings.WEBHOOK_SECRET }),
      },
    },
    {
      signal,
      onIdentified: (name) => {
        botName = name;
      },
    },
  );
  closings.push(() => bot.stop());
  if (bot.webhook !== undefined) {
    const server = await startWebhookServer(bot.webhook, settings.PORT ?? 0);
    log.info({ port: server.port }, 'listening for the webhook');
    closings.push(() => server.close());
  }
  const letters = new AbortController();
  const answered = answerLetters(
    { storage, timer: monotonicTimer },
    (at) => delivery.run(at),
    letters.signal,
  );
  closings.push(() => {
    letters.abort();
    return answered;
  });
  const tick = async () => {
    await newsroom.takeInNow();
    if (!settings.SCHEDULE) return;
    // Not awaited: a run may last hours, and the next minute's due join it.
    void delivery
      .run(clock.now())
      .catch((thrown) => log.error({ cause: messageOf(thrown) }, 'the run failed'));
  };
  const schedule = everyMinute(tick, log);
  closings.push(() => schedule.stop());
  if ('onMoved' in clock) clock.onMoved(() => void tick());
  return bot;
}

/** One pace and one run, whatever is started by mistake: a second program waits here until the first has ended. */
async function holdRunLock(house: House, log: Log, signal: AbortSignal, closings: Closings): Promise<void> {
  const lock = openRunLock(house.storage, monotonicTimer);
  if ((await lock.tryAcquire('bot')) !== 'acquired') {
    log.warn({}, 'another process sends from this store; waiting until it has ended');
    await lock.acquire('bot', signal);
  }
  closings.push(() => lock.release());
}
