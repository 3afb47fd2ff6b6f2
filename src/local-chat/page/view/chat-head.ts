import { button, byId, element } from '../element.js';
import type { Chat, Model } from '../model/model.js';
import { act } from '../server.js';
import { avatar, botAvatar } from './avatar.js';

/** Shows whom one talks with, whether the bot types, and what else can be done with the chat. */
export function showHead(model: Model, chat: Chat, goBack: () => void): void {
  const isPrivate = chat.kind === 'private';
  const isTyping = chat.typingUntilMs > performance.now();
  const title = isPrivate ? model.bot.name : chat.title;
  byId('chat-head').replaceChildren(
    button({ class: 'back', attributes: { 'aria-label': '回到聊天列表' }, on: { click: goBack } }, [
      '‹',
      unread(model),
    ]),
    isPrivate ? botAvatar() : avatar(chat),
    element('div', { class: 'head-main' }, [
      element('h1', { text: title }),
      element('p', { class: isTyping ? 'is-typing' : '', text: isTyping ? '正在输入…' : subtitle(chat) }),
    ]),
    more(chat),
  );
}

function unread(model: Model): HTMLElement | undefined {
  const count = [...model.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  return count > 0 ? element('span', { class: 'unread', text: String(count) }) : undefined;
}

function subtitle(chat: Chat): string {
  switch (chat.kind) {
    case 'private':
      return `本机试聊 · 你是${chat.title}`;
    case 'group':
    case 'supergroup':
      return `群 · ${chat.speakers.map(({ name }) => name).join('、')}`;
    case 'channel':
      return '频道 · 以频道的名义发言';
  }
}

function more(chat: Chat): HTMLElement {
  const user = chat.speaker;
  const isOpen = chat.access === 'open' || chat.access === 'not-started';
  const word = chat.kind === 'private' ? ['屏蔽机器人', '解除屏蔽'] : ['移出机器人', '邀请机器人'];
  const items = [
    button({
      text: isOpen ? (word[0] ?? '') : (word[1] ?? ''),
      attributes: { role: 'menuitem' },
      on: { click: () => void act({ kind: 'access', user, chat: chat.id, isOpen: !isOpen }) },
    }),
    chat.kind === 'group' &&
      button({
        text: '升级为超级群',
        attributes: { role: 'menuitem' },
        on: { click: () => void act({ kind: 'migrate', chat: chat.id }) },
      }),
  ];
  const menu = element('details', { class: 'more' }, [
    element('summary', { text: '⋯', attributes: { 'aria-label': '更多' } }),
    element('div', { class: 'more-items', attributes: { role: 'menu' } }, items),
  ]);
  menu.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) menu.open = false;
  });
  return menu;
}
