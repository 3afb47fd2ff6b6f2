import type { IsoDate } from '../../calendar/instant.js';
import { daysAfter, isoDateOf, weekdayNamed, weekdayOf } from './iso-date.js';

const expression =
  /(去年|前年|明年|[12]\d{3}年)?(?<!\d)(\d{1,2})月(\d{1,2})日|(前天|前日|昨天|昨日|昨晚|昨夜|今天|今日|今晨|今早|明天|明日)|(上周|上星期|本周|这周|下周|周|星期)([一二三四五六日天])(?![\u4e00-\u9fff]?[刊报])|(本月|上月|当月)(\d{1,2})日|(?<![\d月年第.])(\d{1,2})日(?=[，上下晚，至起])/gu;
const relative: Readonly<Record<string, number>> = {
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  今天: 0,
  今日: 0,
  今晨: 0,
  今早: 0,
  明天: 1,
  明日: 1,
};

/**
 * The day of that month nearest to the issue: newspapers leave the year out. A day to come counts three times as far, for most
 * news is of what has happened.
 */
function nearest(month: number, day: number, issue: IsoDate): IsoDate | undefined {
  const year = Number(issue.slice(0, 4));
  const issueAt = Date.parse(issue);
  const distance = (candidate: number) => {
    const ahead = Date.UTC(candidate, month - 1, day) - issueAt;
    return ahead > 0 ? 3 * ahead : -ahead;
  };
  const nearestFirst = [year - 1, year, year + 1].sort((one, other) => distance(one) - distance(other));
  for (const candidate of nearestFirst) {
    const date = isoDateOf(candidate, month, day);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A day without a month: in the issue's month, or the one before where it is still to come. */
function dayOfMonth(day: number, issue: IsoDate): IsoDate | undefined {
  const year = Number(issue.slice(0, 4));
  const month = Number(issue.slice(5, 7));
  const here = isoDateOf(year, month, day);
  if (here !== undefined && here <= issue) return here;
  return month === 1 ? isoDateOf(year - 1, 12, day) : isoDateOf(year, month - 1, day);
}

function weekdayDate(week: string, name: string, issue: IsoDate): IsoDate {
  const day = weekdayNamed(name);
  const monday = daysAfter(issue, 1 - weekdayOf(issue));
  if (/^上/u.test(week)) return daysAfter(monday, day - 8);
  if (/^下/u.test(week)) return daysAfter(monday, day + 6);
  const here = daysAfter(monday, day - 1);
  return here > issue && !/^[本这]/u.test(week) ? daysAfter(here, -7) : here;
}

function resolve(match: RegExpExecArray | RegExpMatchArray, issue: IsoDate): IsoDate | undefined {
  const [, year, month, day, word, week, weekday, , ownDay, bareDay] = match;
  if (month !== undefined && day !== undefined) {
    if (year === undefined) return nearest(Number(month), Number(day), issue);
    const stated = Number.parseInt(year, 10);
    if (stated !== Number(issue.slice(0, 4))) return undefined;
    return isoDateOf(stated, Number(month), Number(day));
  }
  if (word !== undefined) return daysAfter(issue, relative[word] ?? 0);
  if (week !== undefined && weekday !== undefined) return weekdayDate(week, weekday, issue);
  const dayNumber = Number(ownDay ?? bareDay);
  return dayOfMonth(dayNumber, issue);
}

/**
 * The day of the event that a story tells: the first day that its first two paragraphs state, a past one before one
 * to come; of a range its first day. 近日, 本月 and 去年 state no day.
 */
export function eventDateOf(paragraphs: readonly string[], issue: IsoDate): IsoDate | undefined {
  const lead = paragraphs.slice(0, 2).join('\n').slice(0, 600);
  let toCome: IsoDate | undefined;
  for (const match of lead.matchAll(expression)) {
    const date = resolve(match, issue);
    if (date === undefined) continue;
    if (date <= issue) return date;
    toCome ??= date;
  }
  return toCome;
}
