import type { CallbackAnswer, InlineAnswer } from '../chat-events.js';
import type { ServerState } from '../method.js';
import { nextMessageId } from '../methods/deliver.js';
import { findEntities } from '../text/find-entities.js';
import type { ApiMessage, ApiUser } from '../types.js';
import { type ChatRecord, remember } from '../world.js';

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
  /** Presses the button with this data (or with this text) under a message; gives what the bot answers, `undefined` if nothing in time. */
  press(user: number, chat: number, messageId: number, button: string): Promise<CallbackAnswer | undefined>;
  /** Types `@bot query` in some chat; gives the results, `undefined` if none came in time. */
  inlineQuery(user: number, query: string, offset?: string): Promise<InlineAnswer | undefined>;
  /** Sends one of the results into a chat. */
  chooseInlineResult(
    user: number,
    chat: number,
    result: Readonly<Record<string, unknown>>,
    query: string,
  ): ApiMessage;
}

/** The acts of people in the world of a server. */
export function acts(state: ServerState): Acts {
  const chatOf = (id: number) => required(state.world.chats.get(id), `no chat ${id}`);
  const userOf = (id: number) => required(state.world.users.get(id), `no user ${id}`);

  const write = (user: ApiUser, chat: ChatRecord, body: Partial<ApiMessage>): ApiMessage => {
    startPrivateChat(state, chat);
    const message: ApiMessage = {
      message_id: nextMessageId(chat),
      from: user,
      chat: chat.info,
      date: seconds(state),
      ...body,
    };
    remember(state.world, chat, message);
    state.events.emit({ kind: 'message', message });
    if (isHeard(state, chat, message)) state.updates.push('message', message);
    return message;
  };

  return {
    say(user, chat, text, options = {}) {
      const record = chatOf(chat);
      const replied = record.messages.get(options.replyTo ?? 0);
      return write(userOf(user), record, {
        ...textOf(text),
        ...topicOf(record, options.thread),
        ...(replied && { reply_to_message: replied }),
      });
    },
    post(channel, text) {
      const chat = chatOf(channel);
      const message = {
        message_id: nextMessageId(chat),
        sender_chat: chat.info,
        chat: chat.info,
        date: seconds(state),
        ...textOf(text),
      };
      remember(state.world, chat, message);
      state.events.emit({ kind: 'message', message });
      state.updates.push('channel_post', message);
      return message;
    },
    edit(user, chat, messageId, text) {
      const record = chatOf(chat);
      const { entities: _old, ...old } = required(record.messages.get(messageId), `no message ${messageId}`);
      const message = { ...old, from: userOf(user), ...textOf(text), edit_date: seconds(state) };
      record.messages.set(messageId, message);
      state.events.emit({ kind: 'edit', message });
      state.updates.push('edited_message', message);
      return message;
    },
    sendLocation: (user, chat, latitude, longitude) =>
      write(userOf(user), chatOf(chat), { location: { latitude, longitude } }),
    press(user, chat, messageId, button) {
      const message = required(chatOf(chat).messages.get(messageId), `no message ${messageId}`);
      const data = required(buttonData(message, button), `no button ${button} under message ${messageId}`);
      const query = state.queries.openCallback(user);
      state.updates.push('callback_query', {
        id: query.id,
        from: userOf(user),
        message,
        chat_instance: String(chat),
        data,
      });
      return query.answer;
    },
    inlineQuery(user, words, offset = '') {
      const query = state.queries.openInline(user);
      state.updates.push('inline_query', {
        id: query.id,
        from: userOf(user),
        query: words,
        offset,
        chat_type: 'sender',
      });
      return query.answer;
    },
    chooseInlineResult(user, chat, result, query) {
      const { text, entities } = result['input_message_content'] as Pick<ApiMessage, 'text' | 'entities'>;
      state.updates.push('chosen_inline_result', { result_id: result['id'], from: userOf(user), query });
      return write(userOf(user), chatOf(chat), {
        via_bot: state.world.bot,
        ...(text !== undefined && { text }),
        ...(entities && { entities }),
        ...(result['reply_markup'] !== undefined && { reply_markup: result['reply_markup'] }),
      });
    },
  };
}

/** Writing to a bot starts it. */
function startPrivateChat(state: ServerState, chat: ChatRecord): void {
  if (chat.info.type !== 'private' || chat.access.kind !== 'not-started') return;
  chat.access = { kind: 'open' };
  state.events.emit({ kind: 'chat', chat: chat.info.id });
}

/** Bots in privacy mode hear commands, replies to them and what was sent by their help; administrators hear all. */
function isHeard(state: ServerState, chat: ChatRecord, message: ApiMessage): boolean {
  if (chat.info.type === 'private') return true;
  if (chat.access.kind !== 'open' && chat.access.kind !== 'no-rights') return false;
  if (chat.botRank === 'administrator') return true;
  const name = state.world.bot.username ?? '';
  const isReply = message.reply_to_message?.from?.id === state.world.bot.id;
  const text = message.text ?? '';
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  const isForAnother = command?.[1] !== undefined && command[1].toLowerCase() !== name.toLowerCase();
  return (
    isReply || (command !== null && !isForAnother) || text.toLowerCase().includes(`@${name.toLowerCase()}`)
  );
}

function textOf(text: string): Partial<ApiMessage> {
  const entities = findEntities(text);
  return entities.length > 0 ? { text, entities } : { text };
}

function topicOf(chat: ChatRecord, thread: number | undefined): Partial<ApiMessage> {
  return thread === undefined || !chat.info.is_forum
    ? {}
    : { message_thread_id: thread, is_topic_message: true };
}

/** The data of the button that has this data or this text. Forged data is sent with `=` before it. */
function buttonData(message: ApiMessage, button: string): string | undefined {
  if (button.startsWith('=')) return button.slice(1);
  const markup = message.reply_markup as
    | { inline_keyboard?: { text: string; callback_data?: string }[][] }
    | undefined;
  const buttons = markup?.inline_keyboard?.flat() ?? [];
  const found =
    buttons.find(({ callback_data }) => callback_data === button) ??
    buttons.find(({ text }) => text === button);
  return found?.callback_data;
}

function seconds(state: ServerState): number {
  return Math.floor(state.now().getTime() / 1000);
}

function required<Value>(value: Value | undefined, otherwise: string): Value {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
