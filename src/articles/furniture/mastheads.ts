import type { Line } from '../lines/line.js';
import { isFurniture, isHeaderLine } from './furniture.js';

/** The name of any paper (a 通报 or 海报 is none), and a page's name beside its number: `都市圈 8`. */
const standsAlone =
  /^(?:《?[\u4e00-\u9fff]{2,8}(?<![预通公海喜捷简情汇举电战])报》?|[\u4e00-\u9fff·]{2,6} ?\d{1,2})$/u;
const issueDate = /[12]\d{3}\s?[年\-/.]\s?\d{1,2}\s?[月\-/.]\s?\d{1,2}|二[〇○零Oo0]../u;
/** How many lines of a page's head are looked at on either side of the date. */
const reach = 4;

/**
 * The lines of a page's head that only their neighbours show to be one: the name of a paper, or of a page with its
 * number, with nothing but furniture between it and the issue date.
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
    if (line.text.length > 120 || !issueDate.test(line.text) || !isHeaderLine(line.text)) return;
    walk(at, -1);
    walk(at, 1);
  });
  return found;
}
