import { isServiceLine } from '../furniture/service-lines.js';
import { opensItem, printedWidth } from '../paragraphs/sentence-ends.js';
import { isCaption, jump } from '../paragraphs/tails.js';

const numbering =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[章节条])/u;
const textOpener =
  /^(?:\d{1,2}月\d{1,2}日|昨[日天]|今[日天]|记者|连日来|此次|这次|本次|该|他们?|她们?|据|近日|日前|目前|随着|为了?|通过|同时|此外|下一步|接下来|其中|另外|今年|去年|当天|当日|活动中|会上|会议|现场|“[^”]*$)/u;

/** A byline whose names stand on the next line. */
const role =
  /^[□■]?\s?[\u4e00-\u9fff]{0,8}(?:首席|见习|实习|特约|本[报刊]|[报刊网社媒体])\s?(?:记者|通讯员)$/u;

const note = /^(?:注|备注|附注)[:：]/u;

/** No plain headline is wider. */
const widest = 46;

/** Whether a line opens with a number: `三、…`, `（2）…`, `第一章 …`. */
export function isNumbered(text: string): boolean {
  return numbering.test(text);
}

/** Whether a line begins as texts do and titles do not: with a time, a pronoun, a quotation that goes on. */
export function opensAsText(text: string): boolean {
  return textOpener.test(text);
}

/** Whether a line is what a table says of itself below: `注：…`. */
export function isNote(text: string): boolean {
  return note.test(text);
}

/** A short line without a sentence's end: it may be a headline, or a piece cut from a paragraph. */
export function isTitleLike(text: string): boolean {
  if (!/[\p{L}\p{N}]\s?[\p{L}\p{N}]/u.test(text) || printedWidth(text) > widest || jump.test(text))
    return false;
  if (/[。；、,;]$|。./u.test(text)) return false;
  if (/^[，。、；：！？)）”》]/u.test(text) || isNote(text) || role.test(text)) return false;
  return (
    !isCaption(text) &&
    !isServiceLine(text) &&
    (!opensItem(text) || isNumbered(text) || /^[—–□■●▲◆]/u.test(text))
  );
}
