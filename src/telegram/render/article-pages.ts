import { wholeCharacters } from '../rich-text.js';

/** Characters of text on one page: what a phone shows with little scrolling. */
const pageLength = 900;
/** A page that would leave less than this for the last one takes it along. */
const shortestPage = 200;

/** A piece of an article's text on a page. */
export interface Piece {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
}

/** What is paged. */
interface PagedText {
  readonly paragraphs: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly before: number }[];
}

/** An article's text in pages of about 900 characters, broken between paragraphs, long ones between sentences. At least one page. */
export function pagesOf(article: PagedText): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]];
  let length = 0;
  for (const piece of piecesOf(article)) {
    if (length > 0 && length + piece.text.length > pageLength) {
      pages.push(takeLastHeading(pages.at(-1)));
      length = 0;
    }
    pages.at(-1)?.push(piece);
    length += piece.text.length;
  }
  return joinShortLast(pages);
}

function* piecesOf({ paragraphs, sections }: PagedText): Generator<Piece> {
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const { heading, before } of sections)
      if (before === index) yield { kind: 'heading', text: heading };
    for (const text of splitLong(paragraph)) yield { kind: 'paragraph', text };
  }
}

/** A heading never stands alone at the foot of a page. */
function takeLastHeading(page: Piece[] | undefined): Piece[] {
  if (page === undefined || page.length < 2 || page.at(-1)?.kind !== 'heading') return [];
  const heading = page.pop();
  return heading === undefined ? [] : [heading];
}

function splitLong(paragraph: string): string[] {
  const parts: string[] = [];
  let rest = paragraph;
  while (rest.length > pageLength) {
    const window = wholeCharacters(rest, pageLength);
    const end = lastSentenceEnd(window);
    const cut = end > pageLength / 2 ? end : window.length;
    // An endless single character is cut rather than looped over.
    const taken = cut > 0 ? cut : pageLength;
    parts.push(rest.slice(0, taken));
    rest = rest.slice(taken);
  }
  return rest.trim() === '' && parts.length > 0 ? parts : [...parts, rest];
}

function lastSentenceEnd(text: string): number {
  for (let index = text.length - 1; index > 0; index--) {
    if ('。！？；!?'.includes(text.charAt(index)))
      return '”’」』"'.includes(text.charAt(index + 1) || ' ') ? index + 2 : index + 1;
  }
  return 0;
}

function joinShortLast(pages: Piece[][]): readonly (readonly Piece[])[] {
  const [last, before] = [pages.at(-1), pages.at(-2)];
  if (last === undefined || before === undefined) return pages;
  const length = last.reduce((sum, { text }) => sum + text.length, 0);
  return length < shortestPage ? [...pages.slice(0, -2), [...before, ...last]] : pages;
}
