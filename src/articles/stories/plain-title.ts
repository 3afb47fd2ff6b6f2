import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { cutsWord } from '../characters/word-borders.js';
import { beginsInside, endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import { trimTails } from '../paragraphs/tails.js';
import type { PageUnits, Unit } from '../paragraphs/unit.js';
import type { Neighbours } from './placed.js';
import { mayBeKicker } from './plain-kicker.js';
import { endsStory, hasClosed } from './story-ends.js';
import { isNumbered, isTitleLike, opensAsText } from './title-like.js';

/** Titles in a row that plain lines may make, below which a byline or a title stands. */
const [mostOverByline, mostOverTitle] = [4, 3];
/** A wider line behind a paragraph may be another one's beginning. */
const widestOpening = 20;
/** A narrower line below a title is the beginning of a text cut apart. */
const narrowestSecond = 6;
/** A wider sub-headline, or headline with a comma, is text. */
const widestLine = 24;
/** A place or column that opens a headline: `上街区：…`. */
const placeKicker = /^(?!记者|地址|电话|时间|地点|问|答)[\u4e00-\u9fff]{2,6}[：:]\s?(?=\S)/u;

/** How what stands above a line has ended. */
interface Above {
  /** Its last words, without what the page set behind them. */
  readonly end: string;
  /** No text of a story can go on behind it. */
  readonly hasEnded: boolean;
  /** A sentence may have ended there, at least. */
  readonly isWhole: boolean;
}

function readAbove(text: string, { beforeThat, previous }: Neighbours): Above {
  const end = trimTails(previous?.text ?? '').text;
  const hasEnded =
    hasClosed(previous) ||
    (isTitleLike(end) && printedWidth(text) >= narrowestSecond && opensTitles(end, beforeThat));
  return { end, hasEnded, isWhole: hasEnded || endsSentence(end) };
}

/** Whether a line that could be a title is the first of several: marked as a kicker, or short behind what has ended. */
function opensTitles(line: string, above: Unit | undefined): boolean {
  if (/^[□■]/u.test(line)) return true;
  if (above === undefined) return false;
  return (
    hasClosed(above) ||
    (above.kind === 'text' &&
      endsSentence(above.text) &&
      printedWidth(line) <= widestOpening &&
      !opensAsText(line))
  );
}

/** Short words without a point, and none that a paragraph begins with: among indented paragraphs, a section's head. */
function isSectionLike(text: string): boolean {
  return printedWidth(text) <= 16 && !/[，。；：、（）()]|[说道]$/u.test(text) && !opensAsText(text);
}

/** A line without a point between a heading and a text that begins afresh is the sub-headline. */
function isPlainSubheadline(text: string, next: Unit): boolean {
  const width = printedWidth(text);
  if (width < narrowestSecond || width > widestLine || printedWidth(next.text) < 30) return false;
  if (/[，。、；：]|[的了在和与及是为将被把]$/u.test(text) || opensAsText(text)) return false;
  return !beginsInside(next.text) && !cutsWord(text, next.text);
}

/** Whether a line is as wide as the page wraps its lines: a paragraph's, then. */
function isFull(text: string, { wrapWidth }: PageUnits): boolean {
  return wrapWidth > 0 && printedWidth(text) > wrapWidth - 2.5;
}

/** Whether the page's shape tells a title from the text below: by indents, or by a short line over full ones. */
function standsOut(unit: Unit, next: Unit, above: Above, page: PageUnits): boolean {
  const { text, isIndented } = unit;
  if (isIndented) return false;
  if (page.hasIndents && next.isIndented && !isFull(text, page)) return true;
  const isShort = printedWidth(text) < page.wrapWidth - 3 && printedWidth(next.text) >= page.wrapWidth - 3;
  return isShort && above.isWhole && !opensAsText(text);
}

/** Whether a line over text reads as a title behind what stands above. */
function readsAsTitle(
  unit: Unit,
  next: Unit,
  above: Above,
  { beforeThat, previous }: Neighbours,
  page: PageUnits,
): boolean {
  const { text } = unit;
  if (printedWidth(next.text) < 12) return false;
  if (/^—/u.test(text)) return previous !== undefined && isTitleLike(above.end);
  if (opensAsText(text)) return false;
  if (readOwnLine(above.end) !== undefined && !endsStory(beforeThat)) return isSectionLike(text);
  if (previous?.kind === 'heading' && isPlainSubheadline(text, next)) return true;
  const width = printedWidth(text);
  if (above.hasEnded) return width <= widestLine || !text.includes('，');
  if (!above.isWhole) return false;
  const hasNumber = isNumbered(text);
  if (isFull(text, page) || unit.isIndented) return hasNumber && width < widestLine;
  const isOverParagraph = page.wrapWidth === 0 && printedWidth(next.text) >= 30;
  const statement = text.replace(placeKicker, '');
  return width <= (isOverParagraph ? 30 : 18) && (!/[，。：；、]/u.test(statement) || hasNumber);
}

/** A plain line is a title when what follows or what ended before it says so; `depth` titles stand below it already. */
export function isPlainTitle(unit: Unit, neighbours: Neighbours, page: PageUnits, depth: number): boolean {
  const { text } = unit;
  const { previous, next, nextRole } = neighbours;
  if (unit.kind !== 'text' || !isTitleLike(text) || next === undefined) return false;
  if (readHeadByline(text) !== undefined) return false;
  const above = readAbove(text, neighbours);
  if (previous?.kind === 'text' && !above.isWhole && !isTitleLike(above.end)) return false;
  if (/，$/u.test(text) && !(nextRole === 'title' && printedWidth(text) <= 17)) return false;
  if (nextRole === 'byline' || readHeadByline(next.text) !== undefined) return depth < mostOverByline;
  if (page.hasIndents && unit.isIndented)
    return nextRole === 'text' && next.isIndented && above.isWhole && isSectionLike(text);
  if (nextRole === 'title')
    return depth < mostOverTitle && (/，$/u.test(text) || mayBeKicker(text, next, above.isWhole));
  if (nextRole !== 'text') return false;
  return standsOut(unit, next, above, page) || readsAsTitle(unit, next, above, neighbours, page);
}
