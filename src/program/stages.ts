import { openSearch } from '../archive/search/open-search.js';
import type { Clock } from '../calendar/instant.js';
import type { MovableClock } from '../calendar/movable-clock.js';
import type { Settings } from '../config.js';
import type { Delivery } from '../delivery/delivery.js';
import { answerLetters } from '../delivery/hand-over.js';
import { openRunLock } from '../delivery/run-lock.js';
import { monotonicTimer } from '../delivery/timer.js';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';
import { everyMinute } from '../schedule/every-minute.js';
import { onceADay } from '../schedule/once-a-day.js';
import { forgetLongBlocked } from '../subscribers/forget-blocked.js';
import type { BotDependencies, BotSettings } from '../telegram/dependencies.js';
import { type RunningBot, startBot } from '../telegram/start-bot.js';
import { startWebhookServer, type WebhookReceiver } from '../web/webhook-server.js';

import type { House } from './house.js';
import { importMark } from './import-mark.js';
import { newsArrived } from './news-arrived.js';
import { type Newsroom, startNewsroom } from './newsroom.js';
import { onceEach } from './once-each.js';
import { agentsThrough } from './proxy.js';
import { samplesSentence } from './samples.js';
import { type ScheduledRun, scheduledRun } from './scheduled-run.js';
import { openSending, type Sending } from './sending.js';

/** What was opened, to be closed in the opposite order. */
export type Closings = (() => Promise<unknown>)[];

/** Where the bot lives, and by which clock. */
export interface Way {
  readonly token: string;
  readonly apiRoot: string;
  readonly clock: Clock | MovableClock;
}

/** What the stages are started with. */
export interface Start {
  readonly house: House;
  readonly way: Way;
  readonly log: Log;
  /** Gives up waiting for a Telegram that is away, or for another process. */
  readonly signal: AbortSignal;
  readonly closings: Closings;
}

/** Starts every stage in order; each is added to `closings` as soon as it is open. */
export async function startStages(start: Start): Promise<RunningBot> {
  const { house, way, log, closings } = start;
  await holdRunLock(start);
  let bot: RunningBot | undefined;
  let botName = '';
  const sending = openSending(house, {
    ...way,
    log,
    botName: () => botName,
    onTrouble: (trouble) => void bot?.tellTrouble(trouble),
  });
  closings.push(sending.close);
  const search = await openSearch({ ...house, log });
  closings.push(() => search.close());
  await search.prepare();
  const newsroom = await openNewsroom(start, sending.delivery, () => bot);
  const hasAdmins = house.settings.ADMIN_CHAT_IDS.length > 0;
  const run = scheduledRun({
    delivery: sending.delivery,
    log,
    ...(hasAdmins && { askAdmins: async (findings, due) => bot?.askAboutRun(findings, due) }),
  });
  bot = await startBot(dependenciesOf(start, sending, search, run), {
    signal: start.signal,
    onIdentified: (name) => {
      botName = name;
    },
  });
  closings.push(bot.stop);
  if (bot.webhook !== undefined) await listen(bot.webhook, start);
  answerOtherProcesses(start, sending.delivery);
  startClockwork(start, newsroom, run, sending.delivery);
  return bot;
}

/** One pace and one run, whatever is started by mistake: a second program waits here until the first has ended. */
async function holdRunLock({ house, log, signal, closings }: Start): Promise<void> {
  const lock = openRunLock(house.storage, monotonicTimer);
  if ((await lock.tryAcquire('bot')) !== 'acquired') {
    log.warn({}, 'another process sends from this store; waiting until it has ended');
    await lock.acquire('bot', signal);
    signal.throwIfAborted();
  }
  closings.push(() => lock.release());
}

/** What is there at the start is no news: only what comes while the bot runs is told, corrected and published. */
async function openNewsroom(
  { house, way: { clock }, log, closings }: Start,
  delivery: Delivery,
  bot: () => RunningBot | undefined,
): Promise<Newsroom> {
  const newlyPending = onceEach();
  const publishesByItself = house.settings.ADMIN_CHAT_IDS.length === 0;
  const newsroom = await startNewsroom(house, {
    clock,
    log,
    onFindings: (findings) => bot()?.tellFindings(findings),
    onTakenIn(done) {
      const pending = newlyPending(done.pending);
      if (bot() === undefined) return;
      newsArrived({ delivery, log, publishesByItself }, done, clock.now());
      return bot()?.tellTakenIn({ ...done, pending });
    },
  });
  closings.push(() => newsroom.close());
  if (newsroom.beganWithSamples && !house.settings.isLocal) log.warn({}, samplesSentence(house.settings));
  return newsroom;
}

function dependenciesOf(
  { house, way, log }: Start,
  { pace, delivery }: Sending,
  search: BotDependencies['search'],
  { release }: ScheduledRun,
): BotDependencies {
  const { city, directory, archive, subscribers, storage, settings } = house;
  const { clock } = way;
  return {
    ...{ city, directory, archive, search, subscribers, delivery, pace, clock, log },
    ratedDays: storage.collection('rating'),
    releaseRun: release,
    settings: botSettings(settings, way),
  };
}

function botSettings(settings: Settings, { token, apiRoot }: Way): BotSettings {
  const { TIMEZONE, DIGEST_TIME, ADMIN_CHAT_IDS, HTTPS_PROXY, PUBLIC_URL, WEBHOOK_SECRET } = settings;
  return {
    token,
    apiRoot,
    timezone: TIMEZONE,
    defaultTime: DIGEST_TIME,
    adminChatIds: ADMIN_CHAT_IDS,
    agent: agentsThrough(HTTPS_PROXY)(apiRoot),
    ...(PUBLIC_URL !== undefined && { publicUrl: PUBLIC_URL }),
    ...(WEBHOOK_SECRET !== undefined && { webhookSecret: WEBHOOK_SECRET }),
  };
}

async function listen(webhook: WebhookReceiver, { house, log, closings }: Start): Promise<void> {
  const server = await startWebhookServer(webhook, house.settings.PORT ?? 0);
  log.info({ port: server.port }, 'listening for the webhook');
  closings.push(() => server.close());
}

/** `digest --at` of another process is handed to this one. */
function answerOtherProcesses({ house: { storage }, closings }: Start, delivery: Delivery): void {
  const ending = new AbortController();
  const ended = answerLetters({ storage, timer: monotonicTimer }, (at) => delivery.run(at), ending.signal);
  closings.push(() => {
    ending.abort();
    return ended;
  });
}

/** Each minute, each move of the clock, and once at the start, for what was missed while the program was off. */
function startClockwork(
  { house, way: { clock }, log, closings }: Start,
  newsroom: Newsroom,
  run: ScheduledRun,
  delivery: Pick<Delivery, 'distrust'>,
): void {
  const cleaning = onceADay(house.settings.TIMEZONE, (now) => forgetLongBlocked(house.subscribers, now));
  const mark = importMark(house.storage);
  let last: Promise<void> = Promise.resolve();
  const tick = () => {
    last = last
      .then(() => newsroom.takeInNow())
      .then(async () => (await mark.isNew()) && delivery.distrust())
      .then(() => (house.settings.SCHEDULE ? run.tick(clock.now()) : undefined))
      .then(() => cleaning(clock.now()))
      .catch((thrown: unknown) => log.error({ cause: messageOf(thrown) }, 'the next minute tries again'));
    return last;
  };
  const schedule = everyMinute(tick, log);
  closings.push(async () => {
    await schedule.stop();
    await last;
  });
  if ('onMoved' in clock) clock.onMoved(() => void tick());
  void tick();
}
