import { describe, expect, it } from 'vitest';
import { parseUntil } from '../../src/telegram/parse-until.js';

const zone = 'Asia/Shanghai';
/** A Wednesday. */
const now = new Date('2024-08-28T08:00:00+08:00');
const day = (date: string) => new Date(`${date}T00:00:00+08:00`).toISOString();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

describe('until when', () => {
  it.each([
    ['明天', day('2024-08-29')],
    ['后天', day('2024-08-30')],
    ['tomorrow', day('2024-08-29')],
    ['下周一', day('2024-09-02')],
    ['下周日', day('2024-09-08')],
    ['周五', day('2024-08-30')],
    ['周三', day('2024-09-04')],
    ['星期天', day('2024-09-01')],
    ['monday', day('2024-09-02')],
    ['next fri', day('2024-08-30')],
    ['2024-09-01', day('2024-09-01')],
    ['2024年9月1日', day('2024-09-01')],
    ['９月１日', day('2024-09-01')],
    ['9/1', day('2024-09-01')],
    ['8月1日', day('2025-08-01')],
    ['到9月1号', day('2024-09-01')],
    ['3天', later(3)],
    ['三天', later(3)],
    ['十二天', later(12)],
    ['两周', later(14)],
    ['1个月', later(30)],
    ['3 days', later(3)],
    ['a week', later(7)],
    ['一直', 'forever'],
    ['forever', 'forever'],
  ])('%s is understood', (words, until) => {
    expect(parseUntil(words, now, zone)).toBe(until);
  });

  it.each([
    '',
    '昨天',
    '0天',
    '2024-08-28',
    '2020-01-01',
    '2024-02-30',
    '99999天',
    '某天',
    '13月40日',
    'x'.repeat(60),
  ])('%s is not guessed at', (words) => {
    expect(parseUntil(words, now, zone)).toBeUndefined();
  });
});
