import type { IsoInstant } from '../calendar/instant.js';
import { addDays, dayIn, instantOf, isDay, weekdayOf } from '../calendar/zone.js';

const dayMs = 86_400_000;
const longestDays = 3_650;
const numerals = '零一二三四五六七八九十';
const units: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 个月: 30, 月: 30 };
const englishUnits: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const forever = /^(?:一直|永远|无限期|forever|always)$/i;

/**
 * Until when a reader wants quiet: `明天`, `3天`, `两周`, `下周一`, `周五`, `9月1日`, `2024-09-01`, `tomorrow`, `3 days`,
 * `monday`, `forever`. A day means its beginning; a number of days counts from now.
 * @returns undefined for what is not understood or has passed.
 */
export function parseUntil(words: string, now: Date, zone: string): IsoInstant | 'forever' | undefined {
  const text = words
    .normalize('NFKC')
    .replace(/^(?:until|till|到|直到|至)\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (forever.test(text)) return 'forever';
  const days = spanOf(text);
  if (days !== undefined)
    return days > 0 && days <= longestDays ? new Date(now.getTime() + days * dayMs).toISOString() : undefined;
  const today = dayIn(zone, now);
  const day = dayOf(text, today);
  return day !== undefined && day > today ? instantOf(zone, day, '00:00').toISOString() : undefined;
}

function spanOf(text: string): number | undefined {
  const chinese =
    /^(\d{1,4}|[一二两三四五六七八九十]|十[一二三四五六七八九])\s*(天|日|周|星期|礼拜|个月|月)$/.exec(text);
  if (chinese !== null) return numberOf(chinese[1] ?? '') * (units[chinese[2] ?? ''] ?? 1);
  const english = /^(\d{1,4}|an?|one)\s*(day|week|month)s?$/i.exec(text);
  if (english === null) return undefined;
  const count = Number(english[1]);
  return (Number.isNaN(count) ? 1 : count) * (englishUnits[(english[2] ?? '').toLowerCase()] ?? 1);
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '两') return 2;
  if (text.length === 2) return 10 + numerals.indexOf(text.charAt(1));
  return numerals.indexOf(text);
}

function dayOf(text: string, today: string): string | undefined {
  if (/^(?:明天|明日|tomorrow)$/i.test(text)) return addDays(today, 1);
  if (/^(?:后天|后日)$/.test(text)) return addDays(today, 2);
  if (/^(?:下个?周|下星期|next week)$/i.test(text)) return nextMonday(today);
  return weekdayIn(text, today) ?? dateIn(text, today);
}

function nextMonday(today: string): string {
  return addDays(today, 7 - weekdayOf(today));
}

/** `下周三` is in the next week; `周三` the next one that comes. */
function weekdayIn(text: string, today: string): string | undefined {
  const [, next, name] = /^(下个?)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text) ?? [];
  const english = englishDays.findIndex((day) =>
    new RegExp(`^(?:next )?(?:${day}|${day.slice(0, 3)})$`, 'i').test(text),
  );
  const weekday = name === undefined ? english : Math.min(6, '一二三四五六日天'.indexOf(name));
  if (weekday < 0) return undefined;
  if (next !== undefined) return addDays(nextMonday(today), weekday);
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
}

/** `2024-09-01`, `2024年9月1日`, `9月1日`, `9/1`; without a year the next one that comes. */
function dateIn(text: string, today: string): string | undefined {
  const [, year, month, day] =
    /^(?:(\d{4})\s?[-/.年]\s?)?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?$/.exec(text) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const tail = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1] : [Number(year)];
  return years.map((one) => `${one}-${tail}`).find((date) => isDay(date) && date > today);
}
