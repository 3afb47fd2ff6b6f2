import type { Archive } from '../../../src/archive/archive.js';
import { openArchive } from '../../../src/archive/open-archive.js';
import { openSearch } from '../../../src/archive/search/open-search.js';
import type { Article } from '../../../src/articles/article.js';
import { type MovableClock, movableClock } from '../../../src/calendar/movable-clock.js';
import { createDirectory } from '../../../src/city/create-directory.js';
import { createDelivery } from '../../../src/delivery/create-delivery.js';
import { createPace } from '../../../src/delivery/create-pace.js';
import type { Delivery } from '../../../src/delivery/delivery.js';
import { monotonicTimer } from '../../../src/delivery/timer.js';
import type { BotApiOptions, BotApiServer } from '../../../src/local-chat/bot-api/bot-api-server.js';
import type { CallbackAnswer } from '../../../src/local-chat/bot-api/chat-events.js';
import { startBotApi } from '../../../src/local-chat/bot-api/start-bot-api.js';
import type { ApiInlineKeyboard, ApiMessage } from '../../../src/local-chat/bot-api/types.js';
import type { Log } from '../../../src/log.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { openSubscribers } from '../../../src/subscribers/open-subscribers.js';
import type { Subscribers } from '../../../src/subscribers/subscribers.js';
import { createBotClient } from '../../../src/telegram/bot-client.js';
import type { BotSettings } from '../../../src/telegram/dependencies.js';
import { createMessenger } from '../../../src/telegram/messenger.js';
import { renderDigest } from '../../../src/telegram/render/digest.js';
import { type RunningBot, startBot } from '../../../src/telegram/start-bot.js';
import { theCity } from '../../city/the-city.js';
import { edition } from './edition.js';

const zone = 'Asia/Shanghai';
/** A Wednesday, after the usual hour of digests. */
export const morning = new Date('2024-08-28T08:00:00+08:00');

/** A resident of the tests. */
export const chen = 101;
export const wang = 102;

/** The bot over a real store, a real Bot API server and real HTTP. */
export interface Chat {
  readonly server: BotApiServer;
  readonly bot: RunningBot;
  readonly subscribers: Subscribers;
  readonly archive: Archive;
  readonly delivery: Delivery;
  readonly clock: MovableClock;
  /** What the bot logged as warning or error. */
  readonly complaints: readonly string[];
  /** Says something and gives the bot's next messages to that chat. */
  ask(user: number, words: string, options?: AskOptions): Promise<ApiMessage[]>;
  /** The same where one message comes. */
  askOne(user: number, words: string, options?: AskOptions): Promise<ApiMessage>;
  /** Presses a button (its text or data; `=data` is forged) and gives what came up, and the message as it is then. */
  press(user: number, message: ApiMessage, button: string): Promise<CallbackAnswer | undefined>;
  /** Presses a button and gives the bot's next new messages. */
  pressFor(user: number, message: ApiMessage, button: string, count?: number): Promise<ApiMessage[]>;
  /** Presses a button and gives the message as it was changed. */
  pressEdit(user: number, message: ApiMessage, button: string): Promise<ApiMessage>;
  close(): Promise<void>;
}

export interface AskOptions {
  readonly chat?: number;
  readonly count?: number;
  readonly thread?: number;
  readonly replyTo?: number;
}

export interface ChatOptions {
  readonly api?: BotApiOptions;
  readonly settings?: Partial<BotSettings>;
  readonly articles?: readonly Article[];
}

/** Opens everything; the archive holds the edition of this morning. */
export async function openChat({ api, settings, articles = edition() }: ChatOptions = {}): Promise<Chat> {
  const server = await startBotApi(api);
  server.addUser({ id: chen, firstName: '小陈', isStarted: true });
  server.addUser({ id: wang, firstName: 'Wang', languageCode: 'en', isStarted: true });
  const city = theCity();
  const directory = createDirectory(city);
  const clock = movableClock(morning);
  const storage = await openStorage('memory://');
  const archive = openArchive(storage, zone);
  const subscribers = openSubscribers(storage);
  await archive.takeIn(articles, morning);
  const pace = createPace({ ratePerSecond: Number.POSITIVE_INFINITY, timer: monotonicTimer });
  const complaints: string[] = [];
  const log = complainingLog(complaints);
  const client = createBotClient({ token: server.token, apiRoot: server.url });
  const style = { botName: server.bot.username ?? '' };
  const messenger = createMessenger({
    client,
    render: (content) => renderDigest(content, style),
    timeoutMs: 15_000,
    isPaidBroadcast: false,
  });
  const delivery = createDelivery({
    subscribers,
    archive,
    storage,
    messenger,
    pace,
    clock,
    timer: monotonicTimer,
    log,
    settings: {
      defaults: { time: '07:30', zone },
      catchUpHours: 3,
      ratePerSecond: 1_000,
    },
  });
  const search = await openSearch({ storage, archive, city, directory, log });
  await search.indexing;
  const bot = await startBot({
    city,
    directory,
    archive,
    search,
    subscribers,
    delivery,
    ratedDays: storage.collection('rating'),
    releaseRun: (now) => delivery.run(now),
    pace,
    clock,
    log,
    settings: {
      token: server.token,
      apiRoot: server.url,
      timezone: zone,
      defaultTime: '07:30',
      adminChatIds: [],
      ...settings,
    },
  });
  return {
    server,
    bot,
    subscribers,
    archive,
    delivery,
    clock,
    complaints,
    ...conversation(server),
    async close() {
      await bot.stop();
      await delivery.stop();
      client.close();
      await server.close();
      await search.close();
      await storage.close();
    },
  };
}

function conversation(
  server: BotApiServer,
): Pick<Chat, 'ask' | 'askOne' | 'press' | 'pressFor' | 'pressEdit'> {
  /** The next `count` messages of the bot to a chat. */
  const nextMessages = (chat: number, count: number) =>
    new Promise<ApiMessage[]>((resolve) => {
      const messages: ApiMessage[] = [];
      const stop = server.events.listen((event) => {
        if (event.kind !== 'message' || event.message.from?.id !== server.bot.id) return;
        if (event.message.chat.id !== chat) return;
        messages.push(event.message);
        if (messages.length < count) return;
        stop();
        resolve(messages);
      });
    });
  const nextEdit = (messageId: number, chat: number) =>
    new Promise<ApiMessage>((resolve) => {
      const stop = server.events.listen((event) => {
        if (event.kind !== 'edit' || event.message.message_id !== messageId) return;
        if (event.message.chat.id !== chat) return;
        stop();
        resolve(event.message);
      });
    });
  const ask = (user: number, words: string, { chat = user, count = 1, thread, replyTo }: AskOptions = {}) => {
    const answered = nextMessages(chat, count);
    server.say(user, chat, words, {
      ...(thread !== undefined && { thread }),
      ...(replyTo !== undefined && { replyTo }),
    });
    return answered;
  };
  return {
    ask,
    askOne: async (user: number, words: string, options?: AskOptions) =>
      only(await ask(user, words, options)),
    press: (user: number, message: ApiMessage, button: string) =>
      server.press(user, message.chat.id, message.message_id, button),
    async pressFor(user: number, message: ApiMessage, button: string, count = 1) {
      const answered = nextMessages(message.chat.id, count);
      await server.press(user, message.chat.id, message.message_id, button);
      return answered;
    },
    async pressEdit(user: number, message: ApiMessage, button: string) {
      const edited = nextEdit(message.message_id, message.chat.id);
      await server.press(user, message.chat.id, message.message_id, button);
      return edited;
    },
  };
}

function only(messages: readonly ApiMessage[]): ApiMessage {
  const [message] = messages;
  if (message === undefined) throw new Error('expected a message, none came');
  return message;
}

/** Labels of all buttons under a message. */
export function labels(message: ApiMessage): string[] {
  const markup = message.reply_markup as ApiInlineKeyboard | undefined;
  return markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
}

/** Texts of the entities of a kind. */
export function marked({ text = '', entities = [] }: ApiMessage, type: string): string[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

function complainingLog(complaints: string[]): Log {
  const complain = (fields: object, message: string) =>
    void complaints.push(`${message} ${JSON.stringify(fields)}`);
  return { debug() {}, info() {}, warn: complain, error: complain };
}
