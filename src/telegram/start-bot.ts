import { Telegraf } from 'telegraf';
import type { TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { RunTrouble } from '../delivery/create-delivery.js';
import type { GateFinding } from '../delivery/delivery.js';
import { createApi } from './api.js';
import { connect } from './connect.js';
import type { BotDependencies } from './dependencies.js';
import { lastMenus } from './last-menus.js';
import { longPolling } from './long-polling.js';
import { openNotices } from './notices.js';
import { pendingEdits } from './pending-edits.js';
import { publishMenu } from './publish-menu.js';
import { openRatings } from './ratings.js';
import { openReceiver } from './receiver.js';
import type { Bot } from './request.js';
import { askAboutRun, tellFindings, tellTakenIn, tellTrouble } from './tell-admins.js';
import { setUpWebhook, type Webhook } from './webhook.js';

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
  /** Asks the admins about a scheduled run that the gate holds; they may send it by button. */
  askAboutRun(findings: readonly GateFinding[], due: number): Promise<void>;
  /** Tells the admins that a run ended itself. */
  tellTrouble(trouble: RunTrouble): Promise<void>;
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
  const bot: Bot = {
    ...dependencies,
    ...self,
    api: createApi(telegraf.telegram),
    menus: lastMenus(),
    edits: pendingEdits(),
    notices: openNotices(),
    ratings: openRatings(dependencies.ratedDays),
  };
  onIdentified?.(bot.name);
  const receiver = openReceiver(bot);
  // Not waited for: a Telegram that is slow to take the menu must not keep readers waiting.
  const menu = publishMenu(bot);
  const webhook = publicUrl === undefined ? undefined : await setUpWebhook(settings, bot.api, receiver.take);
  const polling = webhook === undefined ? longPolling(telegraf, receiver.take, log) : undefined;
  log.info({ bot: bot.name, by: polling === undefined ? 'webhook' : 'long polling' }, 'bot listens');
  return {
    name: bot.name,
    webhook,
    ended: polling?.ended ?? Promise.resolve(),
    tellFindings: (findings) => tellFindings(findings, bot),
    tellTakenIn: (done) => tellTakenIn(done, bot),
    askAboutRun: (findings, due) => askAboutRun(findings, due, bot),
    tellTrouble: (trouble) => tellTrouble(trouble, bot),
    async stop() {
      await polling?.stop();
      await Promise.race([
        Promise.all([receiver.idle().then(() => bot.edits.idle()), bot.notices.stop(), menu]),
        delay(stopLimitMs),
      ]);
    },
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
