import { malformed } from '../refusal.js';
import type { ApiEntity } from '../types.js';
import { checkEntities } from './check-entities.js';
import type { FormattedText } from './formatted-text.js';

const kinds: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  blockquote: 'blockquote',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
};

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly attributes: string;
}

/** Reads the HTML of the Bot API; an unknown, crossed or unclosed tag is refused. */
export function parseHtml(html: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: ApiEntity[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!token.startsWith('<')) text += decode(token);
    else if (token.startsWith('</')) entities.push(...close(open.pop(), token, text.length));
    else open.push(openTag(token, text.length));
  }
  const unclosed = open.at(-1);
  if (unclosed) throw unparsable(`can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: checkEntities(text, entities) };
}

function openTag(token: string, offset: number): OpenTag {
  const [, name = '', attributes = ''] = /^<([a-z][a-z0-9-]*)([^>]*)>$/i.exec(token) ?? [];
  if (!Object.hasOwn(kinds, name.toLowerCase()))
    throw unparsable(`unsupported start tag "${name}" at byte offset ${offset}`);
  return { name: name.toLowerCase(), offset, attributes };
}

function close(tag: OpenTag | undefined, token: string, end: number): ApiEntity[] {
  const name = token.slice(2, -1).trim().toLowerCase();
  if (tag === undefined) throw unparsable(`unexpected end tag at byte offset ${end}`);
  if (name !== tag.name)
    throw unparsable(
      `unmatched end tag at byte offset ${end}, expected "</${tag.name}>", found "</${name}>"`,
    );
  const url = tag.name === 'a' ? /href\s*=\s*["']?([^"'\s>]+)/i.exec(tag.attributes)?.[1] : undefined;
  if (tag.name === 'a' && url === undefined) return [];
  const type = kinds[tag.name] ?? 'bold';
  const entity = { type, offset: tag.offset, length: end - tag.offset };
  return [url === undefined ? entity : { ...entity, url: decode(url) }];
}

function decode(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name) return references[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function unparsable(why: string) {
  return malformed(`can't parse entities: ${why}`);
}
