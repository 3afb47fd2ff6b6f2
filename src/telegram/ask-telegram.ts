import type { Agent } from 'node:http';
import { Telegram } from 'telegraf';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';
import { connect } from './connect.js';
import { isWrongToken } from './patience.js';

/** How to get to a Bot API server. */
export interface TelegramWay {
  readonly token: string;
  readonly apiRoot: string;
  readonly agent?: Agent;
}

/** What the server says of a token. */
export type TokenAnswer =
  | { readonly kind: 'bot'; readonly name: string; readonly readsGroups: boolean }
  /** The token is wrong. */
  | { readonly kind: 'refused' }
  /** Nobody answers, or something that is no Bot API server. */
  | { readonly kind: 'away'; readonly cause: string };

const timeoutMs = 10_000;

/** Asks once who the bot is; never throws, never says the token. */
export async function askTelegram(way: TelegramWay): Promise<TokenAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const me = await telegramOf(way).callApi('getMe', {}, { signal: signal as never });
    return { kind: 'bot', name: me.username, readsGroups: me.can_read_all_group_messages };
  } catch (thrown) {
    if (isWrongToken(thrown)) return { kind: 'refused' };
    return { kind: 'away', cause: messageOf(thrown).replaceAll(way.token, '[secret]') };
  }
}

/**
 * Waits until Telegram says who the bot is, for commands that send.
 * @throws {Problem} when the token is wrong; what `signal` aborts with when it does.
 */
export async function botNameAt(way: TelegramWay, log: Log, signal: AbortSignal): Promise<string> {
  return (await connect(telegramOf(way), log, signal)).name;
}

function telegramOf({ token, apiRoot, agent }: TelegramWay): Telegram {
  return new Telegram(token, { apiRoot, ...(agent && { agent }) });
}
