import type { ApiEntity } from '../types.js';

const kinds: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  {
    type: 'url',
    pattern:
      /(?<![\w@.])(?:(?:https?|tg):\/\/[^\s<>"，。；！？、（）《》“”]+|(?:[a-z0-9-]+\.)+(?:com|org|net|cn|me|io|gov)(?![\w.])(?:\/[^\s<>"，。；！？、（）《》“”]*)?)/gi,
  },
  { type: 'email', pattern: /(?<![\w.])[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}/gi },
  { type: 'bot_command', pattern: /(?<![\w/@<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/])/gi },
  { type: 'mention', pattern: /(?<![\w@/])@[a-z0-9_]{3,32}(?!\w)/gi },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_&])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu },
];

/** Whether a text can hold anything to find: the quick way past most texts. */
const signs = /[/@#.:]/;

/** Finds what Telegram makes clickable by itself: addresses, commands, mentions, hashtags. None overlaps another. */
export function findEntities(text: string): ApiEntity[] {
  if (!signs.test(text)) return [];
  const found: ApiEntity[] = [];
  for (const { type, pattern } of kinds)
    for (const match of text.matchAll(pattern)) {
      const trimmed = type === 'url' ? match[0].replace(/[.,:;!?)\]'"]+$/, '') : match[0];
      const entity = { type, offset: match.index, length: trimmed.length };
      if (trimmed.length > 1 && found.every((other) => areApart(other, entity))) found.push(entity);
    }
  return found.sort((one, other) => one.offset - other.offset);
}

/** Adds what is found to what was given, where the two do not meet. */
export function withFound(text: string, given: readonly ApiEntity[]): readonly ApiEntity[] {
  const found = findEntities(text);
  if (found.length === 0) return given;
  const free = found.filter((entity) =>
    given.every((other) => areApart(other, entity) || (holds(other, entity) && mayHold(other))),
  );
  return [...given, ...free].sort((one, other) => one.offset - other.offset || other.length - one.length);
}

function mayHold(outer: ApiEntity): boolean {
  return !['code', 'pre', 'text_link', 'text_mention'].includes(outer.type);
}

function holds(outer: ApiEntity, inner: ApiEntity): boolean {
  return outer.offset <= inner.offset && outer.offset + outer.length >= inner.offset + inner.length;
}

function areApart(one: ApiEntity, other: ApiEntity): boolean {
  return one.offset + one.length <= other.offset || other.offset + other.length <= one.offset;
}
