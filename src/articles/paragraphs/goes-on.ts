import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { isServiceLine } from '../furniture/service-lines.js';
import type { Line } from '../lines/line.js';
import { beginsInside, closesFirst, endsSentence, openMark, opensItem } from './sentence-ends.js';
import { isCaption } from './tails.js';
import { isFull, type Wrapping } from './wrapping.js';

/** A line that ends short and without a sentence's end is no paragraph's last line: it is a title. */
function isShortOfText(line: Line, page: Wrapping): boolean {
  return (
    page.widthOf(line) < page.width - 3 && !endsSentence(line.text) && !/[，、；：)）]$/u.test(line.text)
  );
}

/** Words that a paragraph likes to begin with. */
const paragraphOpener =
  /^(?:“|据(?:悉|了解|介绍|统计)|截至|目前|下一步|接下来|同时|此外|另外|与此同时|近年来|今年以来|日前|近日|连日来|当天|当日|随后|在.{2,12}(?:，|上|中|现场)|活动(?:中|现场)|记者)/u;

/** Who said what stands before: `居民李某高兴地说`. */
const speaker = /^[^“”。]{0,24}(?:说|介绍|表示|告诉|感慨|坦言|地说|说道)/u;

/** Whether two short lines are one title that a quotation or brackets hold together: `“楼道亮了` / `心里也亮了”`. */
function isQuotedTitle(line: Line, next: Line, page: Wrapping): boolean {
  if (line.isIndented || next.isIndented || isFull(line, page) || isFull(next, page)) return false;
  const open = openMark(line.text);
  return open !== '' && next.text.endsWith(open) && closesFirst(next.text, open) && !endsSentence(next.text);
}

/** Marks that stand before the items of a list, also at the page's edge. */
const bullet = /^[·●▲■◆★◎○□▶►▪◇△※]/u;
const isByline = ({ text }: Line) => readOwnLine(text)?.hasRole === true;

/** Where the page shows how its paragraphs begin, what does not begin so goes on with the full line above it. */
function goesOnInside(line: Line, next: Line, page: Wrapping): boolean {
  if (!isFull(line, page)) return false;
  if (!endsSentence(line.text)) return true;
  return !isShortOfText(next, page) && !bullet.test(next.text) && !isByline(next);
}

/** Whether a sentence's end at the end of a full line ends its paragraph, too, as far as words tell. */
function endsParagraph(line: Line, next: Line, page: Wrapping): boolean {
  if (!endsSentence(line.text)) return false;
  if (page.widthOf(line) < page.width - 1 || isShortOfText(next, page)) return true;
  const namesSpeaker = /[。！？]”$/u.test(line.text) && speaker.test(next.text);
  return !namesSpeaker && (!page.runsOn || paragraphOpener.test(next.text));
}

/** Whether a line goes on in the next one without a break between them; the paragraph's first line may show how it began. */
export function goesOn(first: Line, line: Line, next: Line, page: Wrapping): boolean {
  if (page.width === 0 || next.isIndented) return false;
  const isShown = page.opening === 'blank' || (page.opening === 'gap' && first.isIndented);
  if (isShown && goesOnInside(line, next, page)) return true;
  if (opensItem(next.text)) return false;
  if (beginsInside(next.text)) return true;
  if (/[(（][^()（）。]{0,40}$/u.test(line.text.slice(-44)) && /^[^()（）。]{0,40}[)）]/u.test(next.text))
    return true;
  if (isQuotedTitle(line, next, page)) return true;
  if (isServiceLine(next.text)) return false;
  if (!isFull(line, page) || isCaption(line.text) || isCaption(next.text)) return false;
  if (endsParagraph(line, next, page) || isByline(line) || isByline(next)) return false;
  return readHeadByline(next.text) === undefined;
}
