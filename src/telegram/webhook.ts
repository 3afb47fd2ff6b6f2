import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem.js';
import type { Api } from './api.js';
import type { BotSettings } from './dependencies.js';
import { allowedUpdates } from './update-schema.js';

/** Telegram's updates are some kilobytes. */
const maxBodyLength = 1_000_000;

/** Where Telegram posts updates; for the web server to mount. */
export interface Webhook {
  /** Path under PUBLIC_URL that nobody can guess. */
  readonly path: string;
  /**
   * Takes one posted update.
   * @param secret header `x-telegram-bot-api-secret-token`.
   * @returns the HTTP status to answer with: 200, 400, 401 or 413; no body.
   */
  receive(body: string, secret: string | undefined): Promise<number>;
}

/** Tells Telegram where to post, and makes what takes the posts. */
export async function setUpWebhook(
  { token, publicUrl = '', webhookSecret }: BotSettings,
  api: Api,
  take: (update: unknown) => Promise<void>,
): Promise<Webhook> {
  const secret = webhookSecret ?? digestOf(`secret ${token}`);
  const path = `/telegram/${digestOf(`path ${token}`).slice(0, 32)}`;
  const outcome = await api.call('setWebhook', {
    url: `${publicUrl}${path}`,
    secret_token: secret,
    allowed_updates: [...allowedUpdates],
  });
  if (outcome.kind === 'malformed') {
    throw new Problem(`PUBLIC_URL: Telegram refuses it as a webhook (${outcome.description}).`);
  }
  return {
    path,
    async receive(body, given) {
      if (!isSame(given ?? '', secret)) return 401;
      if (body.length > maxBodyLength) return 413;
      const update = parse(body);
      if (update === undefined) return 400;
      await take(update);
      return 200;
    },
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compared through their digests: in constant time, whatever their lengths. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
