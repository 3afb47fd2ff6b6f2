import { button, element } from '../element.js';
import type { Chat, Model } from '../model/model.js';
import { botAvatar } from './avatar.js';

/** What an empty chat shows: what this is, and the one thing to do. `undefined` where nothing need be said. */
export function welcome(
  model: Model,
  chat: Chat,
  actions: { start(): void; invite(): void },
): HTMLElement | undefined {
  if (chat.access === 'not-started') {
    const about = model.bot.description || '每天早上，只发你所在城区的新闻摘要。';
    return card(`${model.bot.name}`, about, '开始 / Start', actions.start, '先点“开始”，再点你住的区。');
  }
  if (chat.kind !== 'private' && chat.access === 'away') {
    const what = chat.kind === 'channel' ? '频道' : '群';
    return card(
      `邀请${model.bot.name}`,
      `机器人还不在这个${what}里。`,
      `把${model.bot.name}加进来`,
      actions.invite,
      '',
    );
  }
  return undefined;
}

function card(title: string, about: string, word: string, onClick: () => void, hint: string): HTMLElement {
  return element('div', { class: 'welcome' }, [
    botAvatar(),
    element('h2', { text: title }),
    element('p', { class: 'about', text: about }),
    button({ class: 'primary', text: word, on: { click: onClick } }),
    hint !== '' && element('p', { class: 'hint', text: hint }),
  ]);
}
