import { button, byId, element } from '../element.js';
import { type Chat, type Model, nowOf } from '../model/model.js';
import { dayKey, timeOfDay } from '../model/times.js';
import { act } from '../server.js';
import { avatar } from './avatar.js';

/** Makes the list of chats: residents, groups, channels, and the form for another resident. Returns how to bring it up to date. */
export function chatList(open: (chat: number) => void): (model: Model) => void {
  const form = newResident(open);
  return (model) => {
    const focused = focusedChat();
    const chats = [...model.chats.values()].filter(({ access }) => access !== 'moved');
    const row = (chat: Chat) => listRow(model, chat, open);
    byId('list').replaceChildren(
      element('div', { class: 'list-head' }, [
        element('strong', { text: '本机试聊' }),
        element('p', { text: '这里不是 Telegram：人物都是虚构的，消息不离开这台电脑。' }),
      ]),
      section('扮演一位居民', chats.filter(({ kind }) => kind === 'private').map(row)),
      form,
      section('群和频道', chats.filter(({ kind }) => kind !== 'private').map(row)),
    );
    if (focused !== undefined) byId('list').querySelector<HTMLElement>(`[data-chat="${focused}"]`)?.focus();
  };
}

/** The chat whose line has the focus, to give it back after the list was made anew. */
function focusedChat(): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? focused.dataset['chat'] : undefined;
}

function section(title: string, rows: readonly HTMLElement[]): HTMLElement {
  return element('section', { attributes: { 'aria-label': title } }, [
    element('h2', { text: title }),
    element(
      'ul',
      {},
      rows.map((row) => element('li', {}, [row])),
    ),
  ]);
}

function listRow(model: Model, chat: Chat, open: (chat: number) => void): HTMLElement {
  const last = [...chat.messages.values()].at(-1);
  const isOpen = chat.id === model.open;
  return button(
    {
      class: 'list-row',
      attributes: {
        'data-chat': String(chat.id),
        'aria-label': chat.unread > 0 ? `${chat.title}，${chat.unread} 条未读` : chat.title,
        'aria-description': preview(chat),
        'aria-current': isOpen ? 'true' : undefined,
      },
      on: { click: () => open(chat.id) },
    },
    [
      avatar(chat),
      element('span', { class: 'list-main' }, [
        element('span', { class: 'list-title', text: chat.title }),
        element('span', { class: 'list-last', text: chat.draft ? `草稿：${chat.draft}` : preview(chat) }),
      ]),
      element('span', { class: 'list-side' }, [
        element('span', { class: 'list-time', text: last ? when(model, last.date) : '' }),
        chat.unread > 0 &&
          element('span', {
            class: 'unread',
            text: String(chat.unread),
            attributes: { 'aria-label': `${chat.unread} 条未读` },
          }),
      ]),
    ],
  );
}

function preview(chat: Chat): string {
  const last = [...chat.messages.values()].at(-1);
  if (last === undefined) return chat.kind === 'private' ? '还没有开始' : '机器人还不在这里';
  const text = last.text ?? last.caption ?? (last.document ? `文件 ${last.document.file_name}` : '…');
  return text.replace(/\s+/g, ' ').slice(0, 60);
}

function when(model: Model, seconds: number): string {
  const { zone } = model.clock;
  const sent = new Date(seconds * 1000);
  const isToday = dayKey(sent, zone) === dayKey(nowOf(model), zone);
  return isToday ? timeOfDay(sent, zone) : dayKey(sent, zone).slice(5).replace('-', '/');
}

function newResident(open: (chat: number) => void): HTMLElement {
  const name = element('input', {
    attributes: {
      name: 'name',
      placeholder: '名字',
      maxlength: '20',
      'aria-label': '名字',
      autocomplete: 'off',
    },
  });
  const language = element('select', { attributes: { 'aria-label': '语言' } }, [
    element('option', { text: '中文', attributes: { value: 'zh-hans' } }),
    element('option', { text: 'English', attributes: { value: 'en' } }),
  ]);
  const form = element('form', { class: 'new-resident' }, [
    name,
    language,
    element('button', { text: '加入', attributes: { type: 'submit' } }),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void join(name.value, language.value, open);
    name.value = '';
  });
  return element('details', { class: 'add' }, [element('summary', { text: '＋ 再来一位居民' }), form]);
}

async function join(name: string, language: string, open: (chat: number) => void): Promise<void> {
  const id = await act<number>({ kind: 'resident', name, language });
  if (id !== undefined) open(id);
}
