import type { ApiInlineButton, ApiMessage } from '../../bot-api/types.js';
import { button, element } from '../element.js';
import { timeOfDay } from '../model/times.js';
import { richText, type TextActions } from './rich-text.js';

/** What a bubble needs to know and do. */
export interface BubbleActions extends TextActions {
  press(message: ApiMessage, pressed: ApiInlineButton): Promise<void>;
  readonly zone: string;
  readonly botId: number;
  /** Whether names stand above what people say: in groups. */
  readonly isNamed: boolean;
}

/** Makes the bubble of a message, or the line of a service message. */
export function bubble(message: ApiMessage, actions: BubbleActions): HTMLElement {
  const service = serviceText(message);
  if (service !== undefined)
    return element('div', { class: 'service', attributes: idOf(message) }, [
      element('span', { text: service }),
    ]);
  const isBot = message.from?.id === actions.botId || message.from === undefined;
  const body = element('div', { class: 'bubble' }, [
    actions.isNamed && !isBot && element('div', { class: 'name', text: message.from?.first_name ?? '' }),
    message.via_bot && element('div', { class: 'via', text: `通过 @${message.via_bot.username}` }),
    message.reply_to_message && quoted(message.reply_to_message),
    message.document && file(message),
    content(message, actions),
    foot(message, actions.zone),
  ]);
  const keyboard = inlineKeyboard(message, actions);
  return element('article', { class: isBot ? 'row from-bot' : 'row from-me', attributes: idOf(message) }, [
    body,
    keyboard,
  ]);
}

function idOf(message: ApiMessage) {
  return { 'data-message': String(message.message_id) };
}

function content(message: ApiMessage, actions: BubbleActions): HTMLElement | undefined {
  const text = message.text ?? message.caption ?? (message.location && '📍 位置');
  if (text === undefined) return undefined;
  const entities = message.entities ?? message.caption_entities ?? [];
  return element('div', { class: 'text', attributes: { dir: 'auto' } }, [richText(text, entities, actions)]);
}

function foot(message: ApiMessage, zone: string): HTMLElement {
  const sent = new Date(message.date * 1000);
  return element('div', { class: 'foot' }, [
    message.edit_date !== undefined && element('span', { text: '已编辑' }),
    element('time', { text: timeOfDay(sent, zone), attributes: { datetime: sent.toISOString() } }),
  ]);
}

function quoted(message: ApiMessage): HTMLElement {
  return element('div', { class: 'quoted', text: (message.text ?? message.caption ?? '').slice(0, 80) });
}

function file({ document }: ApiMessage): HTMLElement | undefined {
  if (document === undefined) return undefined;
  const href = `/api/file/${encodeURIComponent(document.file_id)}`;
  return element('a', { class: 'file', attributes: { href, download: document.file_name } }, [
    element('span', { class: 'file-sign', text: '↓', attributes: { 'aria-hidden': 'true' } }),
    element('span', { class: 'file-name', text: document.file_name }),
    element('span', { class: 'file-size', text: size(document.file_size) }),
  ]);
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

function inlineKeyboard(message: ApiMessage, actions: BubbleActions): HTMLElement | undefined {
  const markup = message.reply_markup as
    | { inline_keyboard?: readonly (readonly ApiInlineButton[])[] }
    | undefined;
  if (!markup?.inline_keyboard) return undefined;
  const rows = markup.inline_keyboard.map((row) =>
    element(
      'div',
      { class: 'keys-row' },
      row.map((key) => inlineKey(message, key, actions)),
    ),
  );
  return element('div', { class: 'keys', attributes: { role: 'group', 'aria-label': '按钮' } }, rows);
}

function inlineKey(message: ApiMessage, key: ApiInlineButton, actions: BubbleActions): HTMLButtonElement {
  const isOutward = key.url !== undefined;
  const made = button({ class: isOutward ? 'key is-link' : 'key', attributes: { title: key.url } }, [
    element('span', { text: key.text }),
  ]);
  made.addEventListener('click', () => {
    made.classList.add('is-waiting');
    void actions.press(message, key).finally(() => made.classList.remove('is-waiting'));
  });
  return made;
}

/** What a service message says; `undefined` for other messages. */
function serviceText(message: ApiMessage): string | undefined {
  if (message.new_chat_members)
    return `${message.new_chat_members.map((user) => user.first_name).join('、')} 加入了`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} 离开了`;
  if (message.migrate_to_chat_id !== undefined) return '这个群升级成了超级群';
  if (message.migrate_from_chat_id !== undefined) return '由普通群升级而来';
  if (message.forum_topic_created) return `新话题：${message.forum_topic_created.name}`;
  return undefined;
}
