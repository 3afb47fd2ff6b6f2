import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { isFurniture } from '../furniture/furniture.js';
import { isServiceLine } from '../furniture/service-lines.js';
import type { Line } from '../lines/line.js';
import {
  beginsInside,
  closesFirst,
  endsSentence,
  openMark,
  opensItem,
  printedWidth,
} from './sentence-ends.js';
import { isCaption } from './tails.js';

/** How a page's plain lines are wrapped. */
export interface Wrapping {
  /** Width of a full line in Han characters; 0 where lines are not wrapped. */
  readonly width: number;
  /** Sentences mostly go on inside their paragraph: more of them end within a line than end a paragraph's short last line. */
  readonly runsOn: boolean;
  /** Blank lines stand inside paragraphs, too: a tool set one after every printed line. */
  readonly hasIdleBlanks: boolean;
}

/** How wide a line is on its page, in characters or in print, whichever is more; a gap at its head counts two. */
function lineWidth(line: Line): number {
  return Math.max(printedWidth(line.text), line.text.length) + (line.isIndented ? 2 : 0);
}

/** The width at which the page's lines are wrapped: many lines reach it and hardly any goes beyond; else 0. */
function wrapWidthOf(lines: readonly Line[]): number {
  const widths: number[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    if (line.mark === 'blank') continue;
    if (previous?.mark === 'plain' && line.mark === 'plain' && !isFurniture(previous.text))
      widths.push(lineWidth(previous));
    previous = line;
  }
  if (widths.length < 4) return 0;
  widths.sort((one, other) => one - other);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const near = widths.filter((width) => width >= wide - 3 && width <= wide + 3).length;
  const beyond = widths.filter((width) => width > wide + 3).length;
  const isWrapped = wide >= 8 && wide <= 80 && near >= widths.length * 0.35 && beyond <= widths.length * 0.04;
  return isWrapped ? wide : 0;
}

const isFull = (line: Line, wrapWidth: number) => lineWidth(line) >= wrapWidth - 2.5;

/** A line that ends short and without a sentence's end is no paragraph's last line: it is a title. */
function isShortOfText(line: Line, wrapWidth: number): boolean {
  return lineWidth(line) < wrapWidth - 3 && !endsSentence(line.text) && !/[，、；：)）]$/u.test(line.text);
}

/** Words that a paragraph likes to begin with. */
const paragraphOpener =
  /^(?:“|据(?:悉|了解|介绍|统计)|截至|目前|下一步|接下来|同时|此外|另外|与此同时|近年来|今年以来|日前|近日|连日来|当天|当日|随后|在.{2,12}(?:，|上|中|现场)|活动(?:中|现场)|记者)/u;

/** Who said what stands before: `居民李某高兴地说`. */
const speaker = /^[^“”。]{0,24}(?:说|介绍|表示|告诉|感慨|坦言|地说|说道)/u;

function sentencesRunOn(lines: readonly Line[], wrapWidth: number): boolean {
  let inside = 0;
  let last = 0;
  for (const line of lines) {
    if (line.mark !== 'plain') continue;
    inside += line.text.match(/[。！？][”」』）)]?(?=.)/gu)?.length ?? 0;
    if (!isFull(line, wrapWidth) && endsSentence(line.text)) last += 1;
  }
  return inside > last;
}

function hasIdleBlanks(lines: readonly Line[], wrapWidth: number): boolean {
  const open = (line: Line | undefined) =>
    line?.mark === 'plain' && isFull(line, wrapWidth) && !endsSentence(line.text);
  let cut = 0;
  let all = 0;
  lines.forEach((line, at) => {
    if (!open(line)) return;
    all += 1;
    if (lines[at + 1]?.mark === 'blank') cut += 1;
  });
  return all >= 4 && cut >= all * 0.9;
}

/** Finds out how a page is wrapped. */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  const width = wrapWidthOf(lines);
  if (width === 0) return { width, runsOn: false, hasIdleBlanks: false };
  return {
    width,
    runsOn: sentencesRunOn(lines, width),
    hasIdleBlanks: hasIdleBlanks(lines, width),
  };
}

/** Whether two short lines are one title that a quotation or brackets hold together: `“楼道亮了` / `心里也亮了”`. */
function isQuotedTitle(line: Line, next: Line, wrapWidth: number): boolean {
  if (line.isIndented || next.isIndented || isFull(line, wrapWidth) || isFull(next, wrapWidth)) return false;
  const open = openMark(line.text);
  return open !== '' && next.text.endsWith(open) && closesFirst(next.text, open) && !endsSentence(next.text);
}

/** Whether a line goes on in the next one without a break between them. */
export function goesOn(line: Line, next: Line, { width: wrapWidth, runsOn }: Wrapping): boolean {
  if (wrapWidth === 0 || next.isIndented || opensItem(next.text)) return false;
  if (beginsInside(next.text)) return true;
  if (/[(（][^()（）。]{0,40}$/u.test(line.text.slice(-44)) && /^[^()（）。]{0,40}[)）]/u.test(next.text))
    return true;
  if (isQuotedTitle(line, next, wrapWidth)) return true;
  if (isServiceLine(next.text)) return false;
  if (!isFull(line, wrapWidth) || isCaption(line.text) || isCaption(next.text)) return false;
  if (endsSentence(line.text)) {
    if (lineWidth(line) < wrapWidth - 1 || isShortOfText(next, wrapWidth)) return false;
    const namesSpeaker = /[。！？]”$/u.test(line.text) && speaker.test(next.text);
    if (!namesSpeaker && (!runsOn || paragraphOpener.test(next.text))) return false;
  }
  if (readOwnLine(line.text)?.hasRole === true || readOwnLine(next.text)?.hasRole === true) return false;
  return readHeadByline(next.text) === undefined;
}
