import { button, element } from '../element.js';
import type { Chat } from '../model/model.js';

interface ReplyMarkup {
  readonly keyboard?: readonly (readonly (string | { readonly text: string })[])[];
  readonly remove_keyboard?: boolean;
}

/** The keyboard that the bot put below the field, if the last message with one did not take it away. */
export function replyKeyboard(chat: Chat, send: (text: string) => void): HTMLElement | undefined {
  const last = [...chat.messages.values()]
    .reverse()
    .map(({ reply_markup }) => reply_markup as ReplyMarkup | undefined)
    .find((markup) => markup?.keyboard || markup?.remove_keyboard);
  if (!last?.keyboard) return undefined;
  const rows = last.keyboard.map((row) =>
    element(
      'div',
      { class: 'keys-row' },
      row.map((key) => {
        const text = typeof key === 'string' ? key : key.text;
        return button({ class: 'key', text, on: { click: () => send(text) } });
      }),
    ),
  );
  return element(
    'div',
    { class: 'reply-keyboard', attributes: { role: 'group', 'aria-label': '回复按钮' } },
    rows,
  );
}
