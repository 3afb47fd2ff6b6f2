import { readOwnLine } from '../bylines/own-line.js';
import type { Line } from '../lines/line.js';
import { printedWidth } from '../paragraphs/sentence-ends.js';
import { isBriefColumn } from '../stories/column-names.js';
import { bulletin, isFurniture, isHeaderLine, issueDate } from './furniture.js';

/** The name of any paper (a 通报 or 海报 is none), and a page's name beside its number: `都市圈 8`, `A06 民生`. */
const standsAlone =
  /^(?:《?[\u4e00-\u9fff]{2,8}(?<![预通公海喜捷简情汇举电快战])报》?|《?[\u4e00-\u9fff]{2,7}(?<![简快短通喜资微])(?:讯|周末|[周月旬]刊)》?|[\u4e00-\u9fff·/]{2,8}[\s·]*[A-Z]?\d{1,2}[\s·]*|[A-Z]?\d{1,2}\s?版?[\s·:：]*[\u4e00-\u9fff·/]{2,8})$/u;
/** How many lines of a page's head are looked at on either side of the date. */
const reach = 4;
/** Above the date stand names of papers and pages: no headline is as short as they are. */
const longestName = 9;
/** What calls itself a bulletin may be called more. */
const longestBulletin = 24;

/** Whether the line has the issue date and is the page's: with a time of day or a source it is a web article's. */
function datesPage({ text }: Line): boolean {
  return (
    text.length <= 120 && issueDate.test(text) && isHeaderLine(text) && !/来源|作者|\d{1,2}:\d{2}/u.test(text)
  );
}

/** Names right above the issue date, with nothing but the page's own between them: no headline stands there. */
function namesAbove(written: readonly Line[], dateAt: number): readonly Line[] {
  const names: Line[] = [];
  for (let at = dateAt - 1; at >= Math.max(0, dateAt - reach - 1); at -= 1) {
    const line = written[at];
    if (line === undefined) break;
    const { text } = line;
    const longest = bulletin.test(text) ? longestBulletin : longestName;
    const isName = printedWidth(text) <= longest && !/[，。！？；：“”]|[）)]$/u.test(text);
    if (isName && readOwnLine(text) === undefined && !isBriefColumn(text)) names.push(line);
    else if (!isFurniture(text)) break;
  }
  return names;
}

/**
 * The lines of a page's head that only their neighbours show to be one: the name of a paper, or of a page with its
 * number, with nothing but furniture between it and the issue date, and any name above that date.
 */
export function mastheadsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const written = lines.filter(({ text }) => text !== '');
  const found = new Set<Line>();
  const walk = (from: number, step: 1 | -1) => {
    for (let at = from + step; Math.abs(at - from) <= reach; at += step) {
      const line = written[at];
      if (line === undefined) return;
      if (standsAlone.test(line.text)) found.add(line);
      else if (!isFurniture(line.text)) return;
    }
  };
  written.forEach((line, at) => {
    if (!datesPage(line)) return;
    for (const name of namesAbove(written, at)) found.add(name);
    walk(at, -1);
    walk(at, 1);
  });
  return found;
}
