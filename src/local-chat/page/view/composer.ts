import type { InlineResults, VisibleCommands } from '../../page-protocol.js';
import { button, byId, element } from '../element.js';
import type { Chat, Model } from '../model/model.js';
import { act } from '../server.js';
import { type Choice, picker } from './picker.js';
import { replyKeyboard } from './reply-keyboard.js';

/** What the composer does for the rest of the page. */
export interface Composer {
  /** Shows what fits the chat: the field, or the way to begin or to unblock. */
  show(chat: Chat): void;
  /** Asks anew which commands there are. */
  reloadCommands(chat: Chat): Promise<void>;
  /** Puts a text into the field. */
  fill(text: string): void;
}

const inlineDelayMs = 250;

/** Makes the composer; `send` says a text in the chat that is open. */
export function composer(model: Model, send: (text: string) => void): Composer {
  const field = element('textarea', {
    class: 'field',
    attributes: {
      rows: '1',
      placeholder: '写点什么，或者点 / 看命令',
      'aria-label': '消息',
      'aria-controls': 'picker',
      'aria-expanded': 'false',
      role: 'combobox',
      'aria-autocomplete': 'list',
    },
  });
  const list = picker(field);
  let commands: VisibleCommands = [];
  let chat: Chat | undefined;
  let asking = 0;

  const sendNow = (text: string) => {
    if (text.trim() === '') return;
    list.hide();
    setField('');
    send(text);
  };
  const setField = (text: string) => {
    field.value = text;
    if (chat) chat.draft = text;
    grow(field);
  };
  const suffix = () => (chat?.kind === 'private' ? '' : `@${model.bot.username}`);
  const showCommands = (typed: string) => {
    const fitting = commands.filter(({ command }) => command.startsWith(typed));
    list.show(
      '命令',
      fitting.map(({ command, description }) => ({
        title: `/${command}`,
        description,
        choose: () => sendNow(`/${command}${suffix()}`),
      })),
    );
  };
  const showInline = async (query: string, offset: string, before: readonly Choice[]) => {
    const asked = chat;
    if (asked === undefined) return;
    const found = await act<InlineResults>({ kind: 'inline', user: asked.speaker, query, offset });
    if (found === undefined || asked !== chat || !field.value.includes(query)) return;
    const results = found.results.map(({ title, description }, index) => ({
      title,
      description,
      choose: () => {
        list.hide();
        setField('');
        void act({
          kind: 'choose',
          user: asked.speaker,
          chat: asked.id,
          query,
          result: before.length + index,
        });
      },
    }));
    const all = [...before, ...results];
    const next = found.nextOffset !== '' && results.length > 0;
    const more = {
      title: '更多…',
      description: '',
      choose: () => void showInline(query, found.nextOffset, all),
    };
    list.show('搜索结果', next ? [...all, more] : all);
  };
  const react = () => {
    grow(field);
    if (chat) chat.draft = field.value;
    clearTimeout(asking);
    const command = /^\/([a-z0-9_]*)$/i.exec(field.value);
    const inline = new RegExp(`^@${model.bot.username}\\s+(.*)$`, 'is').exec(field.value);
    if (command) showCommands((command[1] ?? '').toLowerCase());
    else if (inline)
      asking = setTimeout(() => void showInline((inline[1] ?? '').trim(), '', []), inlineDelayMs);
    else list.hide();
  };
  field.addEventListener('input', react);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isSending = event.key === 'Enter' && !event.shiftKey;
    if (list.takeKey(event.key)) event.preventDefault();
    else if (isSending) {
      event.preventDefault();
      sendNow(field.value);
    }
  });
  const menu = button({
    class: 'menu',
    text: '/',
    attributes: { 'aria-label': '命令', title: '命令' },
    on: {
      click: () => {
        if (list.isOpen()) list.hide();
        else showCommands('');
        field.focus();
      },
    },
  });
  const sendButton = button({
    class: 'send',
    text: '↑',
    attributes: { 'aria-label': '发送' },
    on: { click: () => sendNow(field.value) },
  });

  const reloadCommands = async (asked: Chat) => {
    const found = await act<VisibleCommands>({ kind: 'commands', user: asked.speaker, chat: asked.id });
    if (asked.id === chat?.id) commands = found ?? [];
  };
  return {
    show(shown) {
      const isOther = chat?.id !== shown.id;
      chat = shown;
      if (isOther) list.hide();
      byId('composer').replaceChildren(...parts(shown));
      if (field.value !== shown.draft) setField(shown.draft);
      if (isOther) void reloadCommands(shown);
    },
    reloadCommands,
    fill(text) {
      setField(text);
      field.focus();
      react();
    },
  };

  function parts(shown: Chat): readonly Node[] {
    const act = instead(shown);
    if (act) return [act];
    const keyboard = replyKeyboard(shown, sendNow);
    const row = element('div', { class: 'composer-row' }, [
      menu,
      shown.speakers.length > 1 && speaker(shown, (changed) => void reloadCommands(changed)),
      field,
      sendButton,
    ]);
    return keyboard ? [list.box, row, keyboard] : [list.box, row];
  }
}

/** What stands in place of the field: a chat that is blocked has one thing to do. */
function instead(chat: Chat): HTMLElement | undefined {
  const unblock = () => void act({ kind: 'access', user: chat.speaker, chat: chat.id, isOpen: true });
  switch (chat.access) {
    case 'blocked':
      return button({ class: 'wide', text: '解除屏蔽', on: { click: unblock } });
    case 'not-started':
    case 'away':
    case 'moved':
    case 'open':
      return undefined;
  }
}

/** Who speaks in a group. */
function speaker(chat: Chat, onChange: (chat: Chat) => void): HTMLElement {
  const options = chat.speakers.map(({ id, name }) =>
    element('option', {
      text: name,
      attributes: { value: String(id), selected: id === chat.speaker ? '' : undefined },
    }),
  );
  const select = element('select', { class: 'speaker', attributes: { 'aria-label': '谁来说' } }, options);
  select.addEventListener('change', () => {
    chat.speaker = Number(select.value);
    onChange(chat);
  });
  return select;
}

/** Grows the field with its text, up to the height that the style allows. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
