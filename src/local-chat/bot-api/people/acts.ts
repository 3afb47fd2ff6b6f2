import type { CallbackAnswer, InlineAnswer } from '../chat-events.js';
import type { ServerState } from '../method.js';
import { isRecord } from '../parameters.js';
import type { ApiInlineKeyboard, ApiMessage } from '../types.js';
import type { ChatRecord } from '../world.js';
import { chatOf, messageOf, required, seconds, userOf } from './known.js';
import { put, typed, write } from './write.js';

/** How something is said. */
export interface SayOptions {
  readonly thread?: number;
  /** The number of the message that is answered to. */
  readonly replyTo?: number;
}

/** What people do in chats. Each act gives the bot the update that Telegram would give it. */
export interface Acts {
  /** Writes a text. In a group the bot hears commands, mentions of it and replies to it, unless it is an administrator. */
  say(user: number, chat: number, text: string, options?: SayOptions): ApiMessage;
  /** Writes in the name of a channel. */
  post(channel: number, text: string): ApiMessage;
  /** Changes what was written. */
  edit(user: number, chat: number, messageId: number, text: string): ApiMessage;
  /** Sends a place. */
  sendLocation(user: number, chat: number, latitude: number, longitude: number): ApiMessage;
  /** Presses the button with this data (or with this text; `=data` is forged) under a message; gives what the bot answers, `undefined` if nothing in time. */
  press(user: number, chat: number, messageId: number, button: string): Promise<CallbackAnswer | undefined>;
  /** Types `@bot query` in some chat; gives the results, `undefined` if none came in time. */
  inlineQuery(user: number, query: string, offset?: string): Promise<InlineAnswer | undefined>;
  /** Sends one of the results into a chat. */
  chooseInlineResult(user: number, chat: number, result: InlineResult, query: string): ApiMessage;
}

type InlineResult = InlineAnswer['results'][number];

/** The acts of people in the world of a server. Who or what is not there is thrown. */
export function acts(state: ServerState): Acts {
  return {
    say: (user, chat, text, options = {}) => say(state, user, chat, text, options),
    post: (channel, text) => post(state, channel, text),
    edit: (user, chat, messageId, text) => edit(state, user, chat, messageId, text),
    sendLocation: (user, chat, latitude, longitude) =>
      write(state, userOf(state, user), chatOf(state, chat), { location: { latitude, longitude } }),
    press: (user, chat, messageId, button) => press(state, user, messageOf(state, chat, messageId), button),
    inlineQuery: (user, query, offset = '') => inlineQuery(state, user, query, offset),
    chooseInlineResult: (user, chat, result, query) => choose(state, user, chat, result, query),
  };
}

function say(state: ServerState, user: number, chat: number, text: string, options: SayOptions): ApiMessage {
  const record = chatOf(state, chat);
  const replied = record.messages.get(options.replyTo ?? 0);
  return write(state, userOf(state, user), record, {
    ...typed(text),
    ...topicOf(record, options.thread),
    ...(replied && { reply_to_message: replied }),
  });
}

function topicOf(chat: ChatRecord, thread: number | undefined): Partial<ApiMessage> {
  const isInTopic = thread !== undefined && chat.info.is_forum === true;
  return isInTopic ? { message_thread_id: thread, is_topic_message: true } : {};
}

function post(state: ServerState, channel: number, text: string): ApiMessage {
  const chat = chatOf(state, channel);
  const message = put(state, chat, { sender_chat: chat.info, ...typed(text) });
  state.updates.push('channel_post', message);
  return message;
}

function edit(state: ServerState, user: number, chat: number, messageId: number, text: string): ApiMessage {
  const { entities: _entities, ...old } = messageOf(state, chat, messageId);
  const message = { ...old, from: userOf(state, user), ...typed(text), edit_date: seconds(state) };
  chatOf(state, chat).messages.set(messageId, message);
  state.events.emit({ kind: 'edit', message });
  state.updates.push('edited_message', message);
  return message;
}

function press(state: ServerState, user: number, message: ApiMessage, button: string) {
  const from = userOf(state, user);
  const data = required(
    buttonData(message, button),
    `no button ${button} under message ${message.message_id}`,
  );
  const { id, answer } = state.queries.openCallback(user);
  state.updates.push('callback_query', { id, from, message, chat_instance: String(message.chat.id), data });
  return answer;
}

function buttonData(message: ApiMessage, button: string): string | undefined {
  if (button.startsWith('=')) return button.slice(1);
  const markup = message.reply_markup as Partial<ApiInlineKeyboard> | undefined;
  const buttons = markup?.inline_keyboard?.flat() ?? [];
  const found =
    buttons.find(({ callback_data }) => callback_data === button) ??
    buttons.find(({ text }) => text === button);
  return found?.callback_data;
}

function inlineQuery(state: ServerState, user: number, query: string, offset: string) {
  const from = userOf(state, user);
  const { id, answer } = state.queries.openInline(user);
  state.updates.push('inline_query', { id, from, query, offset, chat_type: 'sender' });
  return answer;
}

function choose(
  state: ServerState,
  user: number,
  chat: number,
  result: InlineResult,
  query: string,
): ApiMessage {
  const from = userOf(state, user);
  const content = result['input_message_content'];
  const { text, entities } = (isRecord(content) ? content : {}) as Pick<ApiMessage, 'text' | 'entities'>;
  state.updates.push('chosen_inline_result', { result_id: result['id'], from, query });
  return write(state, from, chatOf(state, chat), {
    via_bot: state.world.bot,
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
    ...(result['reply_markup'] !== undefined && { reply_markup: result['reply_markup'] }),
  });
}
