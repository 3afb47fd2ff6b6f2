import { button, byId, element } from '../element.js';
import type { Chat, Model } from '../model/model.js';
import { act } from '../server.js';
import { keepEnd } from './messages.js';
import { picker } from './picker.js';
import { replyBar } from './reply-bar.js';
import { replyKeyboard } from './reply-keyboard.js';
import { suggestions } from './suggestions.js';

/** What the composer does for the rest of the page. */
export interface Composer {
  /** Shows what fits the chat: the field, or the way to unblock. */
  show(chat: Chat): void;
  /** Asks anew which commands there are. */
  reloadCommands(chat: Chat): Promise<void>;
  /** Puts a text into the field. */
  fill(text: string): void;
}

/** Makes the composer; `send` says a text in the chat that is open. */
export function composer(model: Model, send: (text: string) => void): Composer {
  const field = textField();
  const list = picker(field);
  let chat: Chat | undefined;

  const setField = (text: string) => {
    field.value = text;
    if (chat) chat.draft = text;
    grow(field);
  };
  const clear = () => {
    setField('');
    if (chat) offered.follow(chat, '');
  };
  const sendNow = (text: string) => {
    if (text.trim() === '') return;
    clear();
    send(text);
  };
  const offered = suggestions(model, list, { send: sendNow, clear });
  const react = () => {
    setField(field.value);
    if (chat) offered.follow(chat, field.value);
  };
  field.addEventListener('input', react);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isForList = list.takeKey(event.key);
    const isSending = !isForList && event.key === 'Enter' && !event.shiftKey;
    if (isForList || isSending) event.preventDefault();
    if (isSending) sendNow(field.value);
  });
  const menu = commandButton(() => {
    if (chat) offered.toggleCommands(chat);
    field.focus();
  });
  const sendButton = button({
    class: 'send',
    text: '↑',
    attributes: { 'aria-label': '发送' },
    on: { click: () => sendNow(field.value) },
  });
  const parts = (shown: Chat): readonly Node[] => {
    const other = instead(shown);
    if (other) return [other];
    const who =
      shown.speakers.length > 1 && shown.kind !== 'channel' && speaker(shown, offered.reloadCommands);
    const row = element('div', { class: 'composer-row' }, [menu, who, field, sendButton]);
    const bar = replyBar(shown, () => {
      shown.repliesTo = 0;
      show(shown);
    });
    return [list.box, bar, row, replyKeyboard(shown, sendNow)].filter((part) => part !== undefined);
  };
  const show = (shown: Chat) => {
    const isOther = chat?.id !== shown.id;
    chat = shown;
    if (isOther) list.hide();
    const hadFocus = document.activeElement === field;
    keepEnd(() => byId('composer').replaceChildren(...parts(shown)));
    if (hadFocus || shown.repliesTo !== 0) field.focus();
    if (field.value !== shown.draft) setField(shown.draft);
    if (isOther) void offered.reloadCommands(shown);
  };
  return {
    show,
    reloadCommands: offered.reloadCommands,
    fill(text) {
      setField(text);
      field.focus();
      react();
    },
  };
}

function textField(): HTMLTextAreaElement {
  return element('textarea', {
    class: 'field',
    attributes: {
      rows: '1',
      placeholder: '写点什么，或者点 / 看命令',
      'aria-label': '消息',
      'aria-controls': 'picker',
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
    },
  });
}

function commandButton(onClick: () => void): HTMLButtonElement {
  const attributes = { 'aria-label': '命令', title: '命令' };
  return button({ class: 'menu', text: '/', attributes, on: { click: onClick } });
}

/** What stands in place of the field: a chat that is blocked has one thing to do. */
function instead(chat: Chat): HTMLElement | undefined {
  if (chat.access !== 'blocked') return undefined;
  const unblock = () => void act({ kind: 'access', user: chat.speaker, chat: chat.id, isOpen: true });
  return button({ class: 'wide', text: '解除屏蔽', on: { click: unblock } });
}

/** Who speaks in a group. */
function speaker(chat: Chat, onChange: (chat: Chat) => Promise<void>): HTMLElement {
  const options = chat.speakers.map(({ id, name }) =>
    element('option', {
      text: name,
      attributes: { value: String(id), selected: id === chat.speaker ? '' : undefined },
    }),
  );
  const select = element('select', { class: 'speaker', attributes: { 'aria-label': '谁来说' } }, options);
  select.addEventListener('change', () => {
    chat.speaker = Number(select.value);
    void onChange(chat);
  });
  return select;
}

/** Grows the field with its text, up to the height that the style allows. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
