import { isDeepStrictEqual } from 'node:util';
import { readInlineMarkup } from '../keyboard.js';
import type { Call, Method, ServerState } from '../method.js';
import { integer, structure, text } from '../parameters.js';
import { findChat, whyUnreachable } from '../reach.js';
import { impossible, malformed } from '../refusal.js';
import { readText } from '../text/formatted-text.js';
import type { ApiMessage } from '../types.js';
import type { ChatRecord } from '../world.js';
import { textBody, withMarkup } from './deliver.js';

/** https://core.telegram.org/bots/api#editmessagetext */
export const editMessageText: Method = (state, call) => {
  const formatted = readText(call.parameters, 'MESSAGE_TOO_LONG');
  const markup = readInlineMarkup(call.parameters);
  return edit(state, call, (old) => {
    if (old.text === undefined) throw impossible('there is no text in the message to edit');
    const { text: _text, entities: _entities, reply_markup: _markup, ...rest } = old;
    return { ...rest, ...textBody(formatted), ...withMarkup(markup) };
  });
};

/** https://core.telegram.org/bots/api#editmessagereplymarkup */
export const editMessageReplyMarkup: Method = (state, call) => {
  const markup = readInlineMarkup(call.parameters);
  return edit(state, call, ({ reply_markup: _markup, ...rest }) => ({ ...rest, ...withMarkup(markup) }));
};

/** https://core.telegram.org/bots/api#deletemessage */
export const deleteMessage: Method = (state, call) => {
  const chat = reachable(state, call);
  const id = integer(call.parameters, 'message_id') ?? 0;
  const message = chat.messages.get(id);
  if (message === undefined && state.world.isKeepingMessages) throw impossible('message to delete not found');
  if (message && !isOwn(state, message) && chat.info.type !== 'private' && chat.botRank === 'member')
    throw impossible("message can't be deleted");
  remove(state, chat, id);
  return true;
};

/** https://core.telegram.org/bots/api#deletemessages: those not found are skipped. */
export const deleteMessages: Method = (state, call) => {
  const chat = reachable(state, call);
  const ids = structure(call.parameters, 'message_ids');
  if (!Array.isArray(ids) || ids.length === 0) throw malformed('message identifiers are not specified');
  if (ids.length > 100) throw malformed('too many message identifiers specified');
  for (const id of ids) remove(state, chat, Number(id));
  return true;
};

function remove(state: ServerState, chat: ChatRecord, messageId: number): void {
  if (chat.messages.delete(messageId)) state.events.emit({ kind: 'delete', chat: chat.info.id, messageId });
}

function edit(state: ServerState, call: Call, change: (old: ApiMessage) => ApiMessage): unknown {
  if (text(call.parameters, 'inline_message_id') !== undefined) return true;
  const chat = reachable(state, call);
  const id = integer(call.parameters, 'message_id');
  if (id === undefined) throw malformed('message identifier is not specified');
  const old = state.world.isKeepingMessages ? chat.messages.get(id) : ghost(chat, id);
  if (old === undefined) throw impossible('message to edit not found');
  if (!isOwn(state, old)) throw impossible("message can't be edited");
  const changed = change(old);
  if (isSame(old, changed)) throw impossible(notModified);
  const edited = { ...changed, edit_date: Math.floor(state.now().getTime() / 1000) };
  if (state.world.isKeepingMessages) chat.messages.set(id, edited);
  state.events.emit({ kind: 'edit', message: edited });
  return edited;
}

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** Where messages are not kept, any number that was given out stands for one. */
function ghost(chat: ChatRecord, id: number): ApiMessage | undefined {
  if (id < 1 || id > chat.lastMessageId) return undefined;
  return {
    message_id: id,
    date: 0,
    chat: chat.info,
    text: '',
    via_bot: { id: 0, is_bot: true, first_name: '' },
  };
}

function isOwn(state: ServerState, message: ApiMessage): boolean {
  return message.from?.id === state.world.bot.id || message.from === undefined;
}

function isSame(old: ApiMessage, changed: ApiMessage): boolean {
  return isDeepStrictEqual(content(old), content(changed));
}

function content({ text, entities, reply_markup }: ApiMessage) {
  return [text, entities ?? [], reply_markup ?? null];
}

function reachable(state: ServerState, { parameters }: Call): ChatRecord {
  const chat = findChat(state.world, parameters, state.isAnyChatKnown);
  const refusal = whyUnreachable(chat);
  if (refusal) throw refusal;
  return chat;
}
