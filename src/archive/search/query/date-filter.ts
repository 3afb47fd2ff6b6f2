import type { IsoDate } from '../../../calendar/instant.js';
import { addDays, isDay, weekdayOf } from '../../../calendar/zone.js';

/** Days from and to, both included; either may be open. */
export interface DayRange {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

const between = (from: IsoDate, to: IsoDate): DayRange => ({ from, to });

function week(today: IsoDate, weeksAgo: number): DayRange {
  const monday = addDays(today, -weekdayOf(today) - 7 * weeksAgo);
  return between(monday, addDays(monday, 6));
}

function month(year: number, number: number): DayRange {
  const first = new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return between(first, addDays(next, -1));
}

const yearOf = (day: IsoDate) => Number(day.slice(0, 4));
const monthOf = (day: IsoDate) => Number(day.slice(5, 7));
const year = (number: number) => between(`${number}-01-01`, `${number}-12-31`);

/** Words for days, in Chinese and English. */
const words: readonly (readonly [pattern: RegExp, range: (today: IsoDate) => DayRange])[] = [
  [/^(?:今天|今日|today)$/, (today) => between(today, today)],
  [/^(?:昨天|昨日|yesterday)$/, (today) => between(addDays(today, -1), addDays(today, -1))],
  [/^(?:前天|前日)$/, (today) => between(addDays(today, -2), addDays(today, -2))],
  [/^(?:本周|这周|本星期|this-?week)$/, (today) => week(today, 0)],
  [/^(?:上周|上星期|last-?week)$/, (today) => week(today, 1)],
  [/^(?:本月|这个月|this-?month)$/, (today) => month(yearOf(today), monthOf(today))],
  [/^(?:上月|上个月|last-?month)$/, (today) => month(yearOf(today), monthOf(today) - 1)],
  [/^(?:今年|this-?year)$/, (today) => year(yearOf(today))],
  [/^(?:去年|last-?year)$/, (today) => year(yearOf(today) - 1)],
];

const rangeSign = /\.{2,3}|~|～|至|到|—+|–/u;

/**
 * Reads what follows `日期:`: a word (今天, 上周, last-week), a day, month or year (2024-08-27, 2024/8, 2024年8月, 8月27日), or two
 * of them with `..`, `~`, `至` or `到` between; either end of a range may be left out.
 * @param today the day that it is in the city.
 * @returns undefined for what is no date.
 */
export function readDays(text: string, today: IsoDate): DayRange | undefined {
  const wish = text.normalize('NFKC').trim().toLowerCase();
  const [start = '', end, ...rest] = wish.split(rangeSign);
  if (end === undefined) return readOne(start, today);
  const from = start === '' ? {} : readOne(start, today);
  const to = end === '' ? {} : readOne(end, today);
  if (from === undefined || to === undefined || rest.length > 0 || (start === '' && end === ''))
    return undefined;
  return { ...(from.from && { from: from.from }), ...(to.to && { to: to.to }) };
}

function readOne(wish: string, today: IsoDate): DayRange | undefined {
  const word = words.find(([pattern]) => pattern.test(wish));
  if (word !== undefined) return word[1](today);
  const [, y, m, d] = /^(\d{4})(?:[-/.年](\d{1,2}))?(?:月|[-/.月](\d{1,2})日?|年)?$/.exec(wish) ?? [];
  if (y !== undefined) return readNumbers(Number(y), m, d);
  const [, monthOnly, dayOnly] = /^(\d{1,2})月(?:(\d{1,2})[日号]?)?$/.exec(wish) ?? [];
  return monthOnly === undefined ? undefined : readNumbers(yearOf(today), monthOnly, dayOnly);
}

function readNumbers(inYear: number, m: string | undefined, d: string | undefined): DayRange | undefined {
  if (m === undefined) return inYear >= 1900 ? year(inYear) : undefined;
  if (Number(m) < 1 || Number(m) > 12) return undefined;
  if (d === undefined) return month(inYear, Number(m));
  const day = `${inYear}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? between(day, day) : undefined;
}
