import type { Call, ServerState } from '../method.js';
import { integer, isOn, isRecord, structure } from '../parameters.js';
import { checkThread, findChat, whyUnreachable } from '../reach.js';
import { impossible } from '../refusal.js';
import type { FormattedText } from '../text/formatted-text.js';
import type { ApiMessage } from '../types.js';
import { type ChatRecord, remember } from '../world.js';

/** What a message holds beside its number, date and chat. */
export type MessageBody = Omit<ApiMessage, 'message_id' | 'date' | 'chat'>;

/** Where a message of the bot is to go. */
export interface Destination {
  readonly chat: ChatRecord;
  readonly thread: number | undefined;
}

/** Reads where a message is to go, and refuses where it cannot. */
export function destination(state: ServerState, { parameters }: Call): Destination {
  const chat = findChat(state.world, parameters, state.isAnyChatKnown);
  const refusal = whyUnreachable(chat);
  if (refusal) throw refusal;
  const thread = integer(parameters, 'message_thread_id');
  checkThread(chat, thread);
  return { chat, thread };
}

/** Counts a message of the bot against the limits; throws 429. */
export function admit(state: ServerState, chat: ChatRecord, { parameters }: Call): void {
  const isGroup = chat.info.type !== 'private';
  state.admit(chat.info.id, isGroup, isOn(parameters, 'allow_paid_broadcast'));
}

/** Puts a message of the bot into a chat and tells who looks on. */
export function deliver(state: ServerState, { chat, thread }: Destination, body: MessageBody): ApiMessage {
  const author = chat.info.type === 'channel' ? { sender_chat: chat.info } : { from: state.world.bot };
  const inTopic = thread !== undefined && chat.info.is_forum === true;
  const message: ApiMessage = {
    message_id: nextMessageId(chat),
    ...author,
    chat: chat.info,
    date: Math.floor(state.now().getTime() / 1000),
    ...(inTopic && { message_thread_id: thread, is_topic_message: true as const }),
    ...body,
  };
  remember(state.world, chat, message);
  state.events.emit({ kind: 'message', message });
  return message;
}

/** Numbers count up in each chat. */
export function nextMessageId(chat: ChatRecord): number {
  chat.lastMessageId++;
  return chat.lastMessageId;
}

/** The message that is answered to, by `reply_parameters` or the older `reply_to_message_id`. */
export function readReply(
  state: ServerState,
  chat: ChatRecord,
  { parameters }: Call,
): ApiMessage | undefined {
  const given = structure(parameters, 'reply_parameters');
  const reply = isRecord(given) ? given : {};
  const id = Number(reply['message_id'] ?? integer(parameters, 'reply_to_message_id') ?? Number.NaN);
  if (Number.isNaN(id) || !state.world.isKeepingMessages) return undefined;
  const message = chat.messages.get(id);
  const isOptional =
    reply['allow_sending_without_reply'] === true || isOn(parameters, 'allow_sending_without_reply');
  if (message === undefined && !isOptional) throw impossible('message to be replied not found');
  return message;
}

/** The fields of a message with this text. */
export function textBody({ text, entities }: FormattedText): MessageBody {
  return entities.length > 0 ? { text, entities } : { text };
}

/** Only inline keyboards stay with the message, as in Telegram; others are kept too, for the chat page to show. */
export function withMarkup(markup: unknown): MessageBody {
  return markup === undefined ? {} : { reply_markup: markup };
}
