import type { IsoDate } from '../../calendar/instant.js';
import { dayIn, timeIn, weekdayOf } from '../../calendar/zone.js';
import type { Texts } from '../texts/texts.js';

/** `8月28日`; with the year where it is not the year of `today`. */
export function dayLabel(date: IsoDate, texts: Texts, today?: IsoDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const isOtherYear = today !== undefined && today.slice(0, 4) !== date.slice(0, 4);
  return isOtherYear ? texts.dayOfYear(year, month, day) : texts.day(month, day);
}

/** `8月28日 星期三` */
export function dayWithWeekday(date: IsoDate, texts: Texts): string {
  return `${dayLabel(date, texts)} ${texts.weekday(weekdayOf(date))}`;
}

/** `到8月28日 星期三 00:00`, at the wall clock of `zone`. */
export function untilLabel(until: string, zone: string, texts: Texts): string {
  if (until === 'forever') return texts.pausedForever;
  const instant = new Date(until);
  const day = dayIn(zone, instant);
  return texts.pausedUntil(dayLabel(day, texts), texts.weekday(weekdayOf(day)), timeIn(zone, instant));
}
