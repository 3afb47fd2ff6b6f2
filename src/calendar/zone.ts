import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { IsoDate, TimeOfDay } from './instant.js';

dayjs.extend(utc);

const dayFormat = 'YYYY-MM-DD';

/** The day that it is at `instant` in `zone`. */
export function dayIn(zone: string, instant: Date): IsoDate {
  return shownIn(zone, instant).format(dayFormat);
}

/** The time of day at `instant` in `zone`. */
export function timeIn(zone: string, instant: Date): TimeOfDay {
  return shownIn(zone, instant).format('HH:mm');
}

/** What the clocks of `zone` show at `instant`, as if it were UTC. */
function shownIn(zone: string, instant: Date): dayjs.Dayjs {
  return dayjs.utc(instant.getTime() + offsetMs(zone, instant.getTime()));
}

/** `day` and `days` later (or earlier). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return dayjs.utc(day).add(days, 'day').format(dayFormat);
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayjs.utc(to).diff(dayjs.utc(from), 'day');
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(day: IsoDate): number {
  return (dayjs.utc(day).day() + 6) % 7;
}

/** Whether `text` is a day of the calendar (2024-02-30 is none). */
export function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format(dayFormat) === text;
}

/** Whether `text` is a time of day, `00:00` to `23:59`. */
export function isTimeOfDay(text: string): text is TimeOfDay {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether the machine knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/**
 * The instant at which the clocks of `zone` show `time` on `day`. A time that the clocks skip is the first instant after the
 * gap; one that they show twice is the first of the two.
 */
export function instantOf(zone: string, day: IsoDate, time: TimeOfDay): Date {
  const asIfUtc = dayjs.utc(`${day}T${time}:00Z`).valueOf();
  const before = asIfUtc - offsetMs(zone, asIfUtc - dayMs);
  const after = asIfUtc - offsetMs(zone, asIfUtc + dayMs);
  // The offsets of the day before and after enclose every change; whichever gives the wished time is right, the earlier one first.
  const matches = [before, after].filter((instant) => instant + offsetMs(zone, instant) === asIfUtc);
  const match =
    matches.length > 0
      ? Math.min(...matches)
      : gapEnd(zone, Math.min(before, after), Math.max(before, after));
  return new Date(match);
}

const dayMs = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** One formatter a zone: dayjs's own time zones make one for each question, a fifth of a millisecond. */
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const numeric = 'numeric';
    clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** How far the clocks of `zone` are ahead of UTC at `instant`; NaN for no instant. */
function offsetMs(zone: string, instant: number): number {
  if (Number.isNaN(instant)) return instant;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wholeSeconds = Math.floor(instant / 1_000) * 1_000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds;
}

/** The instant between `low` and `high` at which the offset changes, to the second. */
function gapEnd(zone: string, low: number, high: number): number {
  const old = offsetMs(zone, low);
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (offsetMs(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
