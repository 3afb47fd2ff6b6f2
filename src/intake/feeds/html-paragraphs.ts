const hidden =
  /<(script|style|template|noscript|iframe|svg|head)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const blocks =
  /<\/?(?:p|div|br|hr|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|figure|figcaption|pre|dd|dt)\b[^<>]*>/gi;
const tags = /<\/?[a-z][^<>]*>/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  deg: '°',
  permil: '‰',
};

/** The text of a feed's HTML as paragraphs: no markup, no script, no empty ones. Plain text is cut at its lines. */
export function htmlParagraphs(html: string): string[] {
  return html
    .replace(hidden, ' ')
    .replace(blocks, '\n')
    .replace(tags, '')
    .split(/\r?\n/)
    .map((line) => withoutEntities(line).replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** True if the HTML shows a picture. */
export function hasPicture(html: string): boolean {
  return /<img\b/i.test(html);
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : ' ';
  });
}
