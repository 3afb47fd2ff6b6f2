import type { Hit } from '../search.js';
import type { Folded } from './fold.js';
import type { Match } from './match/match.js';

/** Matches in a folded text as hits in the original, in order, overlapping ones joined. */
export function hitsOf(matches: readonly Match[], folded: Folded, original: string): Hit[] {
  const ranges = matches
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => {
      const last = folded.offsets[to - 1] ?? 0;
      return { from: folded.offsets[from] ?? 0, to: last + widthAt(original, last) };
    })
    .sort((one, other) => one.from - other.from);
  const joined: { from: number; to: number }[] = [];
  for (const range of ranges) {
    const before = joined.at(-1);
    if (before !== undefined && range.from <= before.to) before.to = Math.max(before.to, range.to);
    else joined.push({ ...range });
  }
  return joined.map(({ from, to }) => ({ offset: from, length: to - from }));
}

const widthAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0).length;

const sentenceEnd = /[。！？!?；;\n]/u;
const longestExcerpt = 60;
/** Text kept before the first hit of a long sentence. */
const before = 12;

/** The sentence around the first hit, clipped to about 60 characters, with its hits. */
export function excerptOf(
  text: string,
  hits: readonly Hit[],
): { readonly text: string; readonly hits: readonly Hit[] } {
  const first = hits[0]?.offset ?? 0;
  let from = first;
  while (from > 0 && !sentenceEnd.test(text.charAt(from - 1))) from--;
  let to = first;
  while (to < text.length && !sentenceEnd.test(text.charAt(to))) to++;
  to = Math.min(text.length, to + 1);
  if (to - from > longestExcerpt && first - from > before) from = wholeCharacter(text, first - before);
  const end = wholeCharacter(text, Math.min(to, from + longestExcerpt));
  const head = from > 0 && !sentenceEnd.test(text.charAt(from - 1)) ? '…' : '';
  const tail = end < to ? '…' : '';
  const shift = head.length - from;
  return {
    text: head + text.slice(from, end) + tail,
    hits: hits
      .filter(({ offset, length }) => offset >= from && offset + length <= end)
      .map(({ offset, length }) => ({ offset: offset + shift, length })),
  };
}

/** Not between the halves of a character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
