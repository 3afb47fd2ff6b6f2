import { button, element } from '../element.js';
import type { Chat } from '../model/model.js';

/** What is being answered, above the field, with a way out; nothing where the next words answer nothing. */
export function replyBar(chat: Chat, cancel: () => void): HTMLElement | undefined {
  const question = chat.messages.get(chat.repliesTo);
  if (question === undefined) return undefined;
  return element('div', { class: 'reply-bar' }, [
    element('span', { class: 'reply-to', text: `回复：${question.text ?? ''}` }),
    button({ class: 'reply-end', text: '✕', attributes: { 'aria-label': '不回复' }, on: { click: cancel } }),
  ]);
}
