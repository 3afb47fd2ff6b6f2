import fc from 'fast-check';

/** Texts that headlines may hold and that break careless messages: emoji, halves of pairs, marks of direction, endless lines. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '\n\n',
    '\ud83d',
    '\udc00x',
    '👨‍👩‍👧‍👦'.repeat(400),
    '字'.repeat(4_000),
    '\u202eمرحبا\u2066',
    'e\u0301'.repeat(3_000),
    '*_[](https://x)`<b>&amp;',
    '\u0000\u0007\u200b',
  ),
);

/** What is wrong with a message's body by the rules of the Bot API, undefined where nothing is. */
export function fault(body: object): string | undefined {
  const { text, entities, reply_markup } = body as {
    readonly text: string;
    readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
    readonly reply_markup?: {
      readonly inline_keyboard: readonly (readonly {
        readonly text: string;
        readonly callback_data?: string;
      }[])[];
    };
  };
  if (text.length > 4_096 || text.trim() === '') return `text of ${text.length}`;
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
    return 'half a pair';
  if (entities.length > 100) return `${entities.length} entities`;
  for (const { offset, length } of entities) {
    const isInside = offset >= 0 && length > 0 && offset + length <= text.length;
    if (!isInside || text.slice(offset, offset + length).trim() === '')
      return `entity at ${offset}, ${length}`;
    if ([offset, offset + length].some((at) => /[\udc00-\udfff]/.test(text.charAt(at))))
      return `entity cuts a character at ${offset}`;
  }
  const buttons = reply_markup?.inline_keyboard.flat() ?? [];
  if (buttons.length > 100) return `${buttons.length} buttons`;
  const wrong = buttons.find(
    (button) => button.text.trim() === '' || Buffer.byteLength(button.callback_data ?? 'x') > 64,
  );
  return wrong && `button ${JSON.stringify(wrong)}`;
}
