import { element } from '../element.js';
import type { Chat } from '../model/model.js';

/** How many colours `colours.css` has for avatars. */
const hues = 6;

/** A round sign with the first character of a name. */
export function avatar(chat: Pick<Chat, 'id' | 'kind' | 'title'>): HTMLElement {
  const sign = chat.kind === 'channel' ? '◉' : ([...chat.title][0] ?? '?');
  const hue = Math.abs(chat.id) % hues;
  return element('span', { class: `avatar hue-${hue}`, text: sign, attributes: { 'aria-hidden': 'true' } });
}

/** The sign of the bot. */
export function botAvatar(): HTMLElement {
  return element('img', { class: 'avatar', attributes: { src: '/styles/icon.svg', alt: '' } });
}
