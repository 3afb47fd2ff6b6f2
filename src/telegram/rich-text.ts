import { FmtString, fmt } from 'telegraf/format';

export { bold, fmt, join, link, strikethrough } from 'telegraf/format';
/** Text with entities: nothing to escape, no headline can break it. */
export type RichText = FmtString<string>;

/** Telegram's limit of a message, in UTF-16 units. */
export const maxMessageLength = 4096;
/** Telegram's limit of entities in a message; more are ignored. */
export const maxEntities = 100;

/** What a message's body carries. */
export interface FinishedText {
  readonly text: string;
  readonly entities: readonly object[];
}

/** Control characters, invisible marks that turn the direction of what follows, and halves of surrogate pairs. */
const unfit = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]+/gu;

/**
 * Text from outside on one line: no control characters, single spaces.
 * @param limit longest length in UTF-16 units; what is over is cut, with `…`, never inside a character.
 */
export function tidy(text: string, limit = 1_000): string {
  const line = text
    .slice(0, limit * 4)
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clip(line, limit);
}

/** Cuts at `limit` UTF-16 units, `…` included, between whole characters as a reader sees them. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${wholeCharacters(text, limit - 1).trimEnd()}…`;
}

/** The longest beginning of at most `limit` units that ends between characters: no half emoji, no lost accent. */
export function wholeCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const from = Math.max(0, limit - 64);
  const tail = text.slice(from, limit + 64);
  let end = from;
  for (const { index, segment } of new Intl.Segmenter().segment(tail)) {
    if (from + index + segment.length > limit) break;
    end = from + index + segment.length;
  }
  const cut = text.slice(0, end);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Makes a message's body: within the limits, no empty entity. Text that is longer is cut, its entities with it. */
export function finish(rich: RichText): FinishedText {
  const text = clip(rich.text.trimEnd(), maxMessageLength);
  const entities = (rich.entities ?? [])
    .map((entity) => ({ ...entity, length: Math.min(entity.length, text.length - entity.offset) }))
    .filter(({ offset, length }) => length > 0 && text.slice(offset, offset + length).trim() !== '');
  return { text, entities: entities.slice(0, maxEntities) };
}

/** A quotation that readers unfold by a tap: for what few want to read. */
export function folded(content: string): RichText {
  const entity = { type: 'expandable_blockquote', offset: 0, length: content.length };
  // Younger than telegraf's types.
  return fmt([new FmtString<'fmt'>(content, [entity as unknown as never])]);
}
