import { isRecord, type Parameters, structure } from './parameters.js';
import { malformed } from './refusal.js';
import { checkUrl } from './text/check-url.js';
import type { ApiChatType } from './types.js';

/** Telegram's limits for the buttons under a message. */
const buttonLimit = 100;
const rowLimit = 8;

/** What a button can do, beside its text; exactly one of these. */
const actions = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** Reads `reply_markup`; refuses what Telegram refuses. `undefined` where there is none. */
export function readMarkup(parameters: Parameters, chatType: ApiChatType): unknown {
  const markup = structure(parameters, 'reply_markup');
  if (markup === undefined) return undefined;
  if (!isRecord(markup)) throw malformed('object expected as reply markup');
  if ('inline_keyboard' in markup) return checkInlineKeyboard(markup);
  if ('keyboard' in markup) return checkReplyKeyboard(markup, chatType);
  if (markup['remove_keyboard'] === true || markup['force_reply'] === true) return markup;
  if (Object.keys(markup).length === 0) return undefined;
  throw malformed("can't parse reply keyboard markup JSON object");
}

/** Like {@link readMarkup}, for places where only inline keyboards are allowed (edits). */
export function readInlineMarkup(parameters: Parameters): unknown {
  const markup = structure(parameters, 'reply_markup');
  if (markup === undefined) return undefined;
  if (!isRecord(markup)) throw malformed('object expected as reply markup');
  if (!('inline_keyboard' in markup)) return Object.keys(markup).length === 0 ? undefined : rejectEdit();
  return checkInlineKeyboard(markup);
}

function rejectEdit(): never {
  throw malformed('inline keyboard expected');
}

/** Checks an inline keyboard; `undefined` for one without buttons, which Telegram takes as none. */
export function checkInlineKeyboard(markup: Readonly<Record<string, unknown>>): unknown {
  const rows = markup['inline_keyboard'];
  if (!Array.isArray(rows))
    throw malformed('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  let count = 0;
  for (const row of rows) {
    if (!Array.isArray(row))
      throw malformed('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    if (row.length > rowLimit) throw malformed('REPLY_MARKUP_TOO_LONG');
    count += row.length;
    for (const button of row) checkInlineButton(button);
  }
  if (count > buttonLimit) throw malformed('REPLY_MARKUP_TOO_LONG');
  return count === 0 ? undefined : { inline_keyboard: rows.filter((row) => row.length > 0) };
}

function checkInlineButton(button: unknown): void {
  if (!isRecord(button)) throw unparsable('InlineKeyboardButton must be an Object');
  checkText(button['text']);
  const given = actions.filter((action) => button[action] !== undefined);
  if (given.length === 0) throw unparsable('Text buttons are unallowed in the inline keyboard');
  if (given.length > 1) throw unparsable(`only one of the fields ${given.join(', ')} is allowed`);
  if ('callback_data' in button) checkData(button['callback_data']);
  if ('url' in button) checkUrl('inline keyboard button', String(button['url']));
  if ('copy_text' in button) checkCopyText(button['copy_text']);
  if ('switch_inline_query' in button && typeof button['switch_inline_query'] !== 'string')
    throw unparsable('Field "switch_inline_query" must be of type String');
}

function checkText(value: unknown): void {
  if (typeof value !== 'string') throw unparsable('Can\'t find field "text"');
  if (value.trim() === '') throw unparsable('Field "text" must be non-empty');
}

/** 1 to 64 bytes. */
function checkData(data: unknown): void {
  if (typeof data !== 'string') throw unparsable('Field "callback_data" must be of type String');
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > 64) throw malformed('BUTTON_DATA_INVALID');
}

function checkCopyText(value: unknown): void {
  const length = isRecord(value) && typeof value['text'] === 'string' ? value['text'].length : 0;
  if (length < 1 || length > 256) throw malformed('BUTTON_COPY_TEXT_INVALID');
}

function checkReplyKeyboard(markup: Readonly<Record<string, unknown>>, chatType: ApiChatType): unknown {
  const rows = markup['keyboard'];
  if (!Array.isArray(rows) || rows.some((row) => !Array.isArray(row)))
    throw malformed('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
  const buttons = rows.flat();
  if (buttons.length === 0) throw malformed('REPLY_MARKUP_INVALID');
  if (buttons.length > 300) throw malformed('REPLY_MARKUP_TOO_LONG');
  for (const button of buttons) checkText(isRecord(button) ? button['text'] : button);
  const asksPerson = buttons.some(
    (button) => isRecord(button) && ('request_contact' in button || 'request_location' in button),
  );
  if (asksPerson && chatType !== 'private')
    throw malformed('phone number and location can be requested in private chats only');
  return markup;
}

function unparsable(why: string) {
  return malformed(`can't parse inline keyboard button: ${why}`);
}
