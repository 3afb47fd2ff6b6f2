import type { IsoDate } from '../../calendar/instant.js';

/** The day as `YYYY-MM-DD`; undefined where the calendar has no such day. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | undefined {
  const made = new Date(Date.UTC(year, month - 1, day));
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 1900 && year < 2200;
  return isReal ? made.toISOString().slice(0, 10) : undefined;
}

/** The day so many days after (or, negative, before) the given one. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
