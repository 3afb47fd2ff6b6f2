import { readEntities } from '../../articles/characters/entities.js';

const hidden =
  /<(script|style|template|noscript|iframe|svg|head)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const blocks =
  /<\/?(?:p|div|br|hr|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|figure|figcaption|pre|dd|dt)\b[^<>]*>/gi;
const tags = /<\/?[a-z][^<>]*>/gi;

/** The text of a feed's HTML as paragraphs: no markup, no script, no empty ones. Plain text is cut at its lines. */
export function htmlParagraphs(html: string): string[] {
  return html
    .replace(hidden, ' ')
    .replace(blocks, '\n')
    .replace(tags, '')
    .split(/\r?\n/)
    .map((line) => readEntities(line).replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** True if the HTML shows a picture. */
export function hasPicture(html: string): boolean {
  return /<img\b/i.test(html);
}
