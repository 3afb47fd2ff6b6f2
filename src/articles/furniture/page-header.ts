import type { IsoDate } from '../../calendar/instant.js';
import { isoDateOf, weekdayNamed, weekdayOf } from '../dates/iso-date.js';
import type { Line } from '../lines/line.js';

/** What the furniture of a page says of it. */
export interface PageHeader {
  readonly date?: IsoDate;
  readonly paper: string;
  readonly page: string;
}

const arabic = /([12]\d{3})\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})\s?日?/u;
const chinese =
  /([二一][〇○零Oo0九][一二三四五六七八九〇○零]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;
const paperName =
  /(?<![\u4e00-\u9fff])《?([\u4e00-\u9fff]{2,4}(?:日报|晚报|早报|晨报|都市报|商报|时报|周报|快报|报))》?(?![\u4e00-\u9fff])/u;
const pageName =
  /(?:(?:第\s?)?[A-Za-z]?\d{1,3}\s?版|版次?[:：\s]*[A-Za-z]?\d{1,3}|第[一二三四五六七八九十]{1,3}版|(?<![\dA-Za-z])[A-D]\d{1,2}(?!\d))[\s·|:：-]*([\u4e00-\u9fff]{2,8}(?:·[\u4e00-\u9fff]{2,8})?)(?![\u4e00-\u9fff])/u;
const nameBeforePage =
  /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4}(?:新闻|要闻|时讯|专版|视窗|之窗|资讯|速递|广角|纵横|聚焦|观察))(?![\u4e00-\u9fff])/u;
const digits = '〇一二三四五六七八九';

function chineseYear(text: string): number {
  return Number(
    [...text].map((character) => ('○零Oo0'.includes(character) ? 0 : digits.indexOf(character))).join(''),
  );
}

/** `二十六` is 26. */
function chineseNumber(text: string): number {
  const at = text.indexOf('十');
  if (at < 0) return digits.indexOf(text);
  const tens = at === 0 ? 1 : digits.indexOf(text[at - 1] ?? '');
  const ones = at === text.length - 1 ? 0 : digits.indexOf(text[at + 1] ?? '');
  return tens * 10 + ones;
}

function dateIn(line: string): IsoDate | undefined {
  const plain = arabic.exec(line);
  if (plain !== null) return isoDateOf(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const written = chinese.exec(line);
  if (written === null) return undefined;
  return isoDateOf(
    chineseYear(written[1] ?? ''),
    chineseNumber(written[2] ?? ''),
    chineseNumber(written[3] ?? ''),
  );
}

const weekdayOnly = /(?<!\d)(\d{1,2})月(\d{1,2})日\s*(?:星期|周)([一二三四五六日天])/u;
/** So many years back a day has fallen on every weekday. */
const yearsBack = 12;

/** `8月28日 星期三` names no year: the latest such day that is not after the fallback day and falls on that weekday, if any does. */
function yearlessDate(line: string, fallback: IsoDate): IsoDate | undefined {
  const found = weekdayOnly.exec(line);
  if (found === null) return undefined;
  const latest = Number(fallback.slice(0, 4));
  const weekday = weekdayNamed(found[3] ?? '');
  const days = Array.from({ length: yearsBack }, (_, back) =>
    isoDateOf(latest - back, Number(found[1]), Number(found[2])),
  ).filter((day) => day !== undefined && day <= fallback);
  return days.find((day) => day !== undefined && weekdayOf(day) === weekday) ?? days[0];
}

/** `2019年第7期` on one line and `4月2日` on another. */
function composedDate(lines: readonly string[]): IsoDate | undefined {
  const year = lines
    .map((line) => /(?<!\d)([12]\d{3})年/u.exec(line)?.[1])
    .find((found) => found !== undefined);
  const day = lines
    .map((line) => /(?<!\d)(\d{1,2})月(\d{1,2})日/u.exec(line))
    .find((found) => found !== null);
  return year === undefined || day === undefined || day === null
    ? undefined
    : isoDateOf(Number(year), Number(day[1]), Number(day[2]));
}

/** How many lines at a page's head and foot may bear a date that is no headline's and no sentence's. */
const edge = 12;

/** The full date on a short line at the page's head or foot: over a post of a messenger, beside a byline, below a bulletin. */
export function dateAtEdges(lines: readonly Line[]): IsoDate | undefined {
  const written = lines.filter(({ text }) => text !== '');
  const edges = [...written.slice(0, edge), ...written.slice(Math.max(edge, written.length - edge))];
  for (const { text } of edges) {
    const date = text.length <= 60 && !/[。！？]/u.test(text) ? dateIn(text) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Reads date, paper and page name from the lines that are furniture, the first that says it deciding. */
export function readPageHeader(furniture: readonly string[], fallback: IsoDate): PageHeader {
  let date: IsoDate | undefined;
  let paper = '';
  let page = '';
  for (const line of furniture) {
    date ??= dateIn(line) ?? yearlessDate(line, fallback);
    paper ||= paperName.exec(line)?.[1] ?? '';
    page ||= pageName.exec(line)?.[1] ?? nameBeforePage.exec(line)?.[1] ?? '';
  }
  date ??= composedDate(furniture);
  return { ...(date === undefined ? {} : { date }), paper, page };
}
