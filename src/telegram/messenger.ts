import type { Content, EditOutcome, Messenger, Prepared, SendOptions } from '../delivery/messenger.js';
import type { Address } from '../subscribers/wish.js';
import type { BotClient } from './bot-client.js';
import { editOutcomeOf, sendOutcomeOf } from './send-outcome.js';

/** A message as `telegram/render` makes it: parameters of sendMessage but for the chat. */
export interface Rendered {
  readonly text: string;
}

/** What the messenger is made of. */
export interface MessengerParts {
  readonly client: BotClient;
  readonly render: (content: Content) => Rendered;
  /** SEND_TIMEOUT_S in milliseconds. */
  readonly timeoutMs: number;
  /** Sends `allow_paid_broadcast`. */
  readonly isPaidBroadcast: boolean;
}

/** Sends through the thin client: one request a call, its outcome classified. */
export function createMessenger({ client, render, timeoutMs, isPaidBroadcast }: MessengerParts): Messenger {
  const bodies = new WeakMap<Prepared, string>();
  /** The message's part of the JSON, the same for all who share it, written once. */
  const tailOf = (message: Prepared): string => {
    const tail = bodies.get(message) ?? JSON.stringify(message.body).slice(1);
    bodies.set(message, tail);
    return tail;
  };
  const paid = isPaidBroadcast ? '"allow_paid_broadcast":true,' : '';
  const optionsOf = (signal: AbortSignal | undefined) => ({ timeoutMs, ...(signal && { signal }) });
  return {
    prepare: (content) => ({ body: { ...render(content) } }),
    async send(to: Address, message: Prepared, { isPlain = false, signal }: SendOptions = {}) {
      const tail = isPlain ? plainTailOf(message) : tailOf(message);
      const body = `{${placeOf(to)},${paid}${tail}`;
      return sendOutcomeOf(await client.call('sendMessage', body, optionsOf(signal)));
    },
    async edit(to, messageId, message, { signal } = {}): Promise<EditOutcome> {
      const head = JSON.stringify({ chat_id: to.chat, message_id: messageId });
      const body = `${head.slice(0, -1)},${tailOf(message)}`;
      return editOutcomeOf(await client.call('editMessageText', body, optionsOf(signal)));
    },
    async isThere(signal) {
      const answer = await client.call('getMe', '{}', optionsOf(signal));
      return answer.kind === 'answered' && answer.status < 500;
    },
  };
}

/** Where a message goes, as JSON: the only part of its body that differs from chat to chat. */
function placeOf({ chat, thread }: Address): string {
  return thread === null ? `"chat_id":${chat}` : `"chat_id":${chat},"message_thread_id":${thread}`;
}

function plainTailOf({ body }: Prepared): string {
  return JSON.stringify({ text: body['text'] }).slice(1);
}
