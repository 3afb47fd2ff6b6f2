import { describe, expect, it } from 'vitest';
import { eventDateOf } from '../../src/articles/dates/event-date.js';
import type { IsoDate } from '../../src/calendar/instant.js';

/** A Tuesday. */
const issue = '2024-08-27' as IsoDate;

describe("the day of a story's event", () => {
  it.each([
    ['8月26日，河滩公园的荷花开了。', '2024-08-26'],
    ['昨日，河滩公园的荷花开了。', '2024-08-26'],
    ['前天下午，三座桥同时通车。', '2024-08-25'],
    ['25日，三座桥同时通车。', '2024-08-25'],
    ['30日上午，三座桥同时通车。', '2024-07-30'],
    ['上周五，志愿者捡了两车垃圾。', '2024-08-23'],
    ['周日，志愿者捡了两车垃圾。', '2024-08-25'],
    ['招聘会将于9月6日在人民广场举行。', '2024-09-06'],
    ['荷花节9月1日至9月20日在南湖公园举办。', '2024-09-01'],
    ['国庆灯会10月1日亮灯，昨日开始布灯。', '2024-08-26'],
    ['12月17日，三座公厕开工。', '2023-12-17'],
    ['去年12月17日，三座公厕开工。', undefined],
    ['近日，三座公厕开工，本月可以投用。', undefined],
  ])('is the one that it states: %s', (text, day) => {
    expect(eventDateOf([text], issue)).toBe(day);
  });

  it('is looked for in the first two paragraphs', () => {
    expect(eventDateOf(['公厕建好了。', '8月20日，街道请居民来看。'], issue)).toBe('2024-08-20');
    expect(eventDateOf(['公厕建好了。', '居民都来看。', '8月20日，街道请居民来看。'], issue)).toBeUndefined();
  });

  it('crosses the year', () => {
    expect(eventDateOf(['12月30日，庙会搭好了戏台。'], '2025-01-03' as IsoDate)).toBe('2024-12-30');
    expect(eventDateOf(['1月6日起，庙会开锣。'], '2024-12-30' as IsoDate)).toBe('2025-01-06');
    expect(eventDateOf(['28日，庙会搭好了戏台。'], '2025-01-03' as IsoDate)).toBe('2024-12-28');
  });
});
