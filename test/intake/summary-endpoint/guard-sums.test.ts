import { beforeAll, describe, expect, it } from 'vitest';
import type { City } from '../../../src/city/city.js';
import { createGuard, type Guard } from '../../../src/intake/summary-endpoint/guard-sums.js';

const city: City = {
  name: '云州市',
  english: 'Yunzhou',
  timezone: 'Asia/Shanghai',
  districts: ['东岭区', '河湾县'].map((name) => ({
    code: '1',
    slug: name,
    name,
    official: name,
    english: name,
    kind: 'statutory',
    aliases: [],
    places: [],
  })),
  topics: [],
  aliases: ['云州'],
  lookalikes: [],
  elsewhere: ['洛阳市'],
};
const article = [
  '东岭区养老服务中心开进柳树街道',
  '8月26日，东岭区柳树街道养老服务中心启用，设床位120张，总投资1,860万元，比上年增长3.6%。',
  '中心由区民政局与“康年”公司共建，王女士的母亲是第一位入住的老人。首月有十余名老人报名，5G手环人人有。',
].join('\n');

let guard: Guard;
beforeAll(() => {
  guard = createGuard(city);
});
const judge = (summary: string, points: readonly string[] = []) => guard({ summary, points }, article);

describe('the guard', () => {
  it.each([
    '东岭区柳树街道养老服务中心启用，设床位120张。',
    '东岭区柳树街道启用养老服务中心，总投资1860万元，设床位１２０张。',
    '柳树街道养老服务中心启用，首月有十余名老人报名。',
  ])('passes what the article says: %s', (summary) => {
    expect(judge(summary)).toBeUndefined();
  });

  it.each([
    ['another number', '东岭区柳树街道养老服务中心启用，设床位200张。'],
    ['another unit', '东岭区柳树街道养老服务中心启用，总投资1860亿元。'],
    ['a part of a number', '东岭区柳树街道养老服务中心启用，设床位20张。'],
    ['another direction', '东岭区柳树街道养老服务中心投资比上年下降3.6%。'],
    ['another number in characters', '柳树街道养老服务中心启用，首月有二十余名老人报名。'],
    ['another district', '河湾县柳树街道养老服务中心启用，设床位120张。'],
    ['another city', '洛阳市柳树街道养老服务中心启用，设床位120张。'],
    ['another person', '王建国的母亲成为养老服务中心第一位入住的老人。'],
    ['another body', '东岭区教育局建成柳树街道养老服务中心，设床位120张。'],
    ['another company', '柳树街道养老服务中心由“福寿”公司与区民政局共建。'],
    ['a Latin word', '柳树街道养老服务中心启用，老人人人有AI手环。'],
    ['a link', '柳树街道养老服务中心启用，详见 https://evil.example'],
    ['two sentences', '柳树街道养老服务中心启用。设床位120张。'],
    ['nothing', ''],
    ['too much', `东岭区柳树街道养老服务中心启用${'，设床位120张'.repeat(12)}。`],
  ])('refuses %s', (_what, summary) => {
    expect(judge(summary)).toBeTypeOf('string');
  });

  it('judges the points too', () => {
    expect(judge('东岭区柳树街道养老服务中心启用。', ['设床位999张。'])).toBeTypeOf('string');
    expect(judge('东岭区柳树街道养老服务中心启用。', ['设床位120张。'])).toBeUndefined();
  });
});
