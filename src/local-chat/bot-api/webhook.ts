import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { UpdateQueue } from './update-queue.js';

/** Where updates are to be posted. */
export interface WebhookTarget {
  readonly url: string;
  readonly secretToken: string;
}

/** Posts updates to the bot, one after another, each until it is taken. */
export interface Webhook {
  target(): WebhookTarget | undefined;
  set(target: WebhookTarget | undefined): void;
  /** The last failure, for getWebhookInfo. */
  lastError(): string | undefined;
  close(): void;
}

/** What is done with the call that a bot may put into its answer to an update. */
export type WebhookReply = (reply: Readonly<Record<string, unknown>>) => Promise<void>;

/** Opens the posting of `updates`; a failed post is tried again after a second. */
export function webhook(updates: UpdateQueue, onReply: WebhookReply): Webhook {
  let target: WebhookTarget | undefined;
  let lastError: string | undefined;
  let isPosting = false;
  let retry: NodeJS.Timeout | undefined;
  const drain = async () => {
    if (isPosting) return;
    isPosting = true;
    for (let update = updates.pending()[0]; target && update; update = updates.pending()[0]) {
      const outcome = await post(target, JSON.stringify(update));
      lastError = outcome.error;
      if (outcome.error !== undefined) break;
      updates.confirm(update.update_id + 1);
      if (outcome.reply) await onReply(outcome.reply);
    }
    isPosting = false;
    if (target && lastError !== undefined) retry = setTimeout(() => void drain(), 1000).unref();
  };
  updates.onPush(() => void drain());
  return {
    target: () => target,
    set(next) {
      target = next;
      lastError = undefined;
      clearTimeout(retry);
      void drain();
    },
    lastError: () => lastError,
    close() {
      target = undefined;
      clearTimeout(retry);
    },
  };
}

interface Posted {
  readonly error: string | undefined;
  readonly reply?: Readonly<Record<string, unknown>> | undefined;
}

function post(target: WebhookTarget, body: string): Promise<Posted> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(target.secretToken !== '' && { 'x-telegram-bot-api-secret-token': target.secretToken }),
  };
  const request = target.url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const sent = request(target.url, { method: 'POST', headers, timeout: 60_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => resolve({ error: error.message }));
      response.on('end', () =>
        resolve(readReply(response.statusCode ?? 0, Buffer.concat(chunks).toString())),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error('Read timeout expired')));
    sent.on('error', (error) => resolve({ error: error.message }));
    sent.end(body);
  });
}

function readReply(status: number, body: string): Posted {
  if (status < 200 || status > 299) return { error: `Wrong response from the webhook: ${status}` };
  try {
    const reply = JSON.parse(body);
    return { error: undefined, reply: typeof reply?.method === 'string' ? reply : undefined };
  } catch {
    return { error: undefined };
  }
}
