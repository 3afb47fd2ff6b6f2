import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { cutsWord } from '../characters/word-borders.js';
import { isSlogan } from '../furniture/furniture.js';
import { isServiceLine } from '../furniture/service-lines.js';
import { beginsInside, endsSentence, opensItem, printedWidth } from '../paragraphs/sentence-ends.js';
import { isCaption, jump, trimTails } from '../paragraphs/tails.js';
import type { PageUnits, Unit } from '../paragraphs/unit.js';

/** What a unit is on the page. */
export type Role = 'title' | 'byline' | 'text' | 'caption' | 'image';

const numbering =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[章节条])/u;
const textOpeners =
  /^(?:\d{1,2}月\d{1,2}日|昨[日天]|今[日天]|记者|连日来|此次|这次|本次|该|他们?|她们?|据|近日|日前|目前|随着|为了?|通过|同时|此外|下一步|接下来|其中|另外|今年|去年|当天|当日|活动中|会上|会议|现场|“[^”]*$)/u;

/** A byline whose names stand on the next line. */
const role =
  /^[□■]?\s?[\u4e00-\u9fff]{0,8}(?:首席|见习|实习|特约|本[报刊]|[报刊网社媒体])\s?(?:记者|通讯员)$/u;

/** What a table says of itself below. */
const note = /^(?:注|备注|附注)[:：]/u;

/** A place or column that opens a headline: `上街区：…`. */
const placeKicker = /^(?!记者|地址|电话|时间|地点|问|答)[\u4e00-\u9fff]{2,6}[：:]\s?(?=\S)/u;

/** A short line without a sentence's end: it may be a headline, or a piece cut from a paragraph. */
export function isTitleLike(text: string): boolean {
  if (!/[\p{L}\p{N}]\s?[\p{L}\p{N}]/u.test(text) || printedWidth(text) > 46 || jump.test(text)) return false;
  if (/[。；、,;]$|。./u.test(text)) return false;
  if (/^[，。、；：！？)）”》]/u.test(text) || note.test(text) || role.test(text)) return false;
  return (
    !isCaption(text) &&
    !isServiceLine(text) &&
    (!opensItem(text) || numbering.test(text) || /^[—–□■●▲◆]/u.test(text))
  );
}

/** What stands around a unit. */
export interface Neighbours {
  /** What stands before the previous one. */
  readonly beforeThat: Unit | undefined;
  readonly previous: Unit | undefined;
  readonly nextRole: Role | undefined;
  readonly next: Unit | undefined;
}

/** Headlines of protocol name all who spoke and what they asked for. */
const widestHeading = 120;

/** A marked line is a title unless it is plainly text: a sentence with its end, an item, a piece of a paragraph. */
export function isMarkedTitle(unit: Unit, { previous, next, nextRole }: Neighbours): boolean {
  const { text } = unit;
  if (printedWidth(text) > (unit.level <= 6 ? widestHeading : 70)) return false;
  if (readHeadByline(text) !== undefined) return false;
  if (/[、；。]$/u.test(text)) return false;
  if (/，$/u.test(text) && !(nextRole === 'title' && next?.level === unit.level)) return false;
  if (/。./u.test(text) && printedWidth(text) > 40) return false;
  if (/^[，。、；：！？)）”》]/u.test(text)) return false;
  const isCut = previous !== undefined && previous.kind === 'text' && !endsSentence(previous.text);
  return !(isCut && unit.level >= 7 && printedWidth(text) > 24);
}

/** Whom the headline below is about: `金水区的爱心小屋：`. */
const nameBefore = /^[^，。；]{2,14}(?<!如下|以下.{0,4}|[说道问答]|表示|认为|介绍)[：:]$/u;

/** A wider line with a comma is text. */
const widestKicker = 24;

/** A wider line behind a paragraph may be another one's beginning. */
const widestOpening = 20;
/** A narrower line below a title is the beginning of a text cut apart. */
const narrowestSecond = 6;

const kickerVerb = /(?:强调|要求|指出|时说|表示|提出|召开|举行|印发|出台)[：:]?$/u;

/** A plain line right above a title belongs to it, unless it reads like the rest of a paragraph, or like one cut short. */
function mayBeKicker(text: string, next: Unit, opens: boolean): boolean {
  if (kickerVerb.test(text)) return next.level < 9 || !/[：:]$/u.test(text);
  if (opens && next.level < 9 && nameBefore.test(text)) return true;
  if (/[，：:]$/u.test(text) || textOpeners.test(text)) return false;
  return !text.includes('，') || (opens && printedWidth(text) <= widestKicker);
}

/** Short words without a point, and none that a paragraph begins with: among indented paragraphs, a section's head. */
function isSectionLike(text: string): boolean {
  return printedWidth(text) <= 16 && !/[，。；：、（）()]|[说道]$/u.test(text) && !textOpeners.test(text);
}

/** Whether a byline below the unit closes its story, rather than opening the text under a title. */
const endsStory = (unit: Unit | undefined) => unit?.kind === 'text' && endsSentence(unit.text);

/** A line without a point between a heading and a text that begins afresh is the sub-headline. */
function isPlainSubheadline(text: string, next: Unit): boolean {
  const width = printedWidth(text);
  if (width < narrowestSecond || width > widestKicker || printedWidth(next.text) < 30) return false;
  if (/[，。、；：]|[的了在和与及是为将被把]$/u.test(text) || textOpeners.test(text)) return false;
  return !beginsInside(next.text) && !cutsWord(text, next.text);
}

/** A plain line is a title when what follows or what ended before it says so. */
export function isPlainTitle(
  unit: Unit,
  { beforeThat, previous, next, nextRole }: Neighbours,
  page: PageUnits,
  depth: number,
): boolean {
  const { text } = unit;
  if (unit.kind !== 'text' || !isTitleLike(text) || next === undefined) return false;
  if (readHeadByline(text) !== undefined) return false;
  const end = previous?.text ?? '';
  const before = trimTails(end).text;
  const hasEnded =
    hasClosed(previous) ||
    (isTitleLike(before) && printedWidth(text) >= narrowestSecond && opensTitles(before, beforeThat));
  const beforeIsOpen =
    !hasEnded && previous?.kind === 'text' && !endsSentence(before) && !isTitleLike(before);
  if (beforeIsOpen) return false;
  if (/，$/u.test(text) && !(nextRole === 'title' && printedWidth(text) <= 17)) return false;
  if (nextRole === 'byline' || readHeadByline(next.text) !== undefined) return depth < 4;
  if (page.hasIndents && unit.isIndented)
    return (
      nextRole === 'text' && next.isIndented && (hasEnded || endsSentence(before)) && isSectionLike(text)
    );
  if (nextRole === 'title')
    return depth < 3 && (/，$/u.test(text) || mayBeKicker(text, next, hasEnded || endsSentence(before)));
  const width = printedWidth(text);
  const isFull = page.wrapWidth > 0 && width > page.wrapWidth - 2.5;
  const standsOut = page.hasIndents && !unit.isIndented && next.isIndented && !isFull;
  if (nextRole === 'text' && standsOut) return true;
  const isShort = width < page.wrapWidth - 3 && printedWidth(next.text) >= page.wrapWidth - 3;
  if (
    nextRole === 'text' &&
    isShort &&
    !unit.isIndented &&
    (hasEnded || endsSentence(before)) &&
    !textOpeners.test(text)
  )
    return true;
  if (nextRole !== 'text' || printedWidth(next.text) < 12) return false;
  if (/^—/u.test(text)) return previous !== undefined && isTitleLike(before);
  if (textOpeners.test(text)) return false;
  if (isBylineLine(before) && !endsStory(beforeThat)) return isSectionLike(text);
  if (previous?.kind === 'heading' && isPlainSubheadline(text, next)) return true;
  if (hasEnded) return width <= 24 || !text.includes('，');
  const isNumbered = numbering.test(text);
  if (isFull || !endsSentence(before) || unit.isIndented)
    return isNumbered && endsSentence(before) && width < 24;
  const isWhole = page.wrapWidth === 0 && printedWidth(next.text) >= 30;
  const statement = text.replace(placeKicker, '');
  return width <= (isWhole ? 30 : 18) && (!/[，。：；、]/u.test(statement) || isNumbered);
}

function isPageEnd(text: string): boolean {
  return /(?:下转|下接).{1,6}版?[)）]?$/u.test(text);
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
      !textOpeners.test(line))
  );
}

/** Whether a story cannot go on behind the unit: it is the page's head, a slogan, a byline, a table's note, or says where the story goes on. */
function hasClosed(unit: Unit | undefined): boolean {
  if (unit === undefined || isPageEnd(unit.text) || note.test(unit.text)) return true;
  const { text } = trimTails(unit.text);
  return isSlogan(text) || readEndByline(text) !== undefined || isBylineLine(text);
}

function isBylineLine(text: string): boolean {
  return readOwnLine(text) !== undefined;
}
