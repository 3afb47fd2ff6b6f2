const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
  deg: '°',
  permil: '‰',
};

function characterOf(code: number): string {
  const isText = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : '';
}

/** Replaces HTML entities, named and numbered, by what they stand for; an unknown one stays as it is. */
export function readEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, body: string) => {
    if (/^#x/iu.test(body)) return characterOf(Number.parseInt(body.slice(2), 16));
    if (body.startsWith('#')) return characterOf(Number.parseInt(body.slice(1), 10));
    return named[body.toLowerCase()] ?? whole;
  });
}
