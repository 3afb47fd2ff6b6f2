import type { Address } from '../subscribers/wish.js';
import type { Button, Screen } from './reply.js';
import { finish } from './rich-text.js';

/** Telegram's limit of callback data, in bytes. */
const maxDataBytes = 64;
const maxLabelLength = 60;

/** Where a message goes, as the Bot API names it. */
export function placeOf({ chat, thread }: Address): object {
  return { chat_id: chat, ...(thread !== null && { message_thread_id: thread }) };
}

/** Text, entities and buttons of a message, as sendMessage and editMessageText take them. */
export function bodyOf({
  text,
  buttons = [],
}: Screen): { readonly text: string } & Readonly<Record<string, unknown>> {
  const rows = keyboardOf(buttons);
  return {
    ...finish(text),
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}

/** Buttons as the Bot API takes them; one whose data would be too long is left out. */
export function keyboardOf(buttons: readonly (readonly Button[])[]): object[][] {
  return buttons.map((row) => row.filter(fits).map(buttonOf)).filter((row) => row.length > 0);
}

function fits(button: Button): boolean {
  return !('data' in button) || Buffer.byteLength(button.data) <= maxDataBytes;
}

function buttonOf(button: Button): object {
  const text = button.label.slice(0, maxLabelLength);
  return 'data' in button ? { text, callback_data: button.data } : { text, url: button.url };
}
