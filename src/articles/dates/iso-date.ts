import type { IsoDate } from '../../calendar/instant.js';

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day as `YYYY-MM-DD`; undefined where the calendar has no such day, and for years before 1900 or after 2199. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !isLeap ? 28 : longestMonths[month - 1];
  if (days === undefined || day < 1 || day > days || year < 1900 || year > 2199) return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The day so many days after (or, negative, before) the given one. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The number of a weekday by its last character: 一 1 to 日 or 天 7. */
export function weekdayNamed(name: string): number {
  return '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1;
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
