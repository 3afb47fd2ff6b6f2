import { Telegraf } from 'telegraf';
import type { TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import { messageOf } from '../problem.js';
import { answer } from './answer.js';
import { createApi } from './api.js';
import { connect } from './connect.js';
import type { BotDependencies } from './dependencies.js';
import { type Incoming, incomingOf } from './incoming.js';
import { lastMenus } from './last-menus.js';
import { longPolling } from './long-polling.js';
import { personQueues } from './person-queues.js';
import { publishMenu } from './publish-menu.js';
import { recentUpdates } from './recent-updates.js';
import type { Bot } from './request.js';
import { tellFindings, tellTakenIn } from './tell-admins.js';
import { setUpWebhook, type Webhook } from './webhook.js';

/** How long an update may hold up those after it; its handling goes on meanwhile. */
const holdUpMs = 2_000;
/** What is in hand at the end has this long. */
const stopLimitMs = 5_000;

/** A bot that listens. */
export interface RunningBot {
  /** Username without `@`. */
  readonly name: string;
  /** To be mounted by the web server where the bot uses a webhook. */
  readonly webhook: Webhook | undefined;
  /** Rejects when the bot cannot go on: the token was taken back. Resolves when it was stopped. */
  readonly ended: Promise<void>;
  /** Tells the admins what should be looked at in the pages. */
  tellFindings(findings: readonly Finding[]): Promise<void>;
  /** Tells the admins what was taken in, where something changed. */
  tellTakenIn(done: TakeIn): Promise<void>;
  /** Takes no more updates, finishes what is in hand, within seconds. */
  stop(): Promise<void>;
}

/** How a bot is started. */
export interface StartOptions {
  /** Gives up waiting for Telegram. */
  readonly signal?: AbortSignal;
  /** Called as soon as Telegram has said who the bot is, before any update is handled. */
  readonly onIdentified?: (name: string) => void;
}

/**
 * Starts the bot: waits until Telegram answers, sets the menu, then listens by long polling or webhook.
 * @throws {Problem} when the token is wrong (exit status 2).
 */
export async function startBot(
  dependencies: BotDependencies,
  { signal = new AbortController().signal, onIdentified }: StartOptions = {},
): Promise<RunningBot> {
  const { settings, log } = dependencies;
  const { token, apiRoot, agent, publicUrl } = settings;
  const telegraf = new Telegraf(token, { telegram: { apiRoot, ...(agent && { agent }) } });
  const self = await connect(telegraf.telegram, log, signal);
  const bot: Bot = { ...dependencies, ...self, api: createApi(telegraf.telegram), menus: lastMenus() };
  onIdentified?.(bot.name);
  const receiver = createReceiver(bot);
  await publishMenu(bot);
  const webhook = publicUrl === undefined ? undefined : await setUpWebhook(settings, bot.api, receiver.take);
  const polling = webhook === undefined ? longPolling(telegraf, receiver.take, log) : undefined;
  log.info({ bot: bot.name, by: polling === undefined ? 'webhook' : 'long polling' }, 'bot listens');
  return {
    name: bot.name,
    webhook,
    ended: polling?.ended ?? Promise.resolve(),
    tellFindings: (findings) => tellFindings(findings, bot),
    tellTakenIn: (done) => tellTakenIn(done, bot),
    async stop() {
      await polling?.stop();
      await Promise.race([receiver.idle(), delay(stopLimitMs)]);
    },
  };
}

/** Takes raw updates, each once, and hands them to the queue of who sent them. */
function createReceiver(bot: Bot) {
  const queues = personQueues();
  const recent = recentUpdates();
  return {
    async take(update: unknown): Promise<void> {
      try {
        if (!recent.isNew(update)) return;
        const incoming = incomingOf(update, bot);
        const person = personKey(incoming);
        const isAlone = queues.length(person) === 0;
        const handled = queues.add(person, {
          isChange: isChange(incoming),
          run: () => answer(incoming, bot),
        });
        // Usually an update is confirmed to Telegram only once it is handled; a flood holds up nobody else.
        if (isAlone) await Promise.race([handled, delay(holdUpMs)]);
      } catch (thrown) {
        bot.log.error({ reason: messageOf(thrown) }, 'update could not be taken');
      }
    },
    idle: () => queues.idle(),
  };
}

function personKey(incoming: Incoming): string {
  switch (incoming.kind) {
    case 'migrated':
      return String(incoming.from);
    case 'inline':
      return `inline:${incoming.person.id}`;
    case 'ignored':
      return '';
    default:
      return `${incoming.address.chat}:${incoming.person.id}`;
  }
}

function isChange(incoming: Incoming): boolean {
  return incoming.kind === 'command' || incoming.kind === 'standing' || incoming.kind === 'migrated';
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
