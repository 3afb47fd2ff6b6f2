import { describe, expect, it } from 'vitest';
import { reader } from './reader.js';

const text = [
  '本报讯（记者 李磊）中原区汝河路街道给三十个楼道装上声控灯，老人晚上回家不用再摸黑。',
  '居民们说，灯一亮，心里也亮了，楼上楼下见了面话也多了。',
];

const table = (...rows: readonly string[]) =>
  [rows[0], '| --- | --- | --- |', ...rows.slice(1)].map((row) => row?.replaceAll('  ', ' | ')).join('\n');

/** What papers print every day beside their stories. */
const figures: Readonly<Record<string, string>> = {
  'a table of the weather': table(
    '| 城区天气  今天白天  今天夜里 |',
    '| 天气  晴间多云  多云 |',
    '| 气温  14℃  3℃ |',
  ),
  'an HTML table of the weather':
    '<table><tr><td>日期</td><td>天气</td><td>风向风力</td><td>气温</td></tr><tr><td>今天</td><td>多云转阴</td><td>东北风3级</td><td>16℃～25℃</td></tr></table>',
  'a table of numbers drawn': table(
    '| 玩法  期号  开奖号码 |',
    '| 双色球  2024098  01 05 12 18 22 30+08 |',
    '| 3D  2024231  5 0 9 |',
  ),
  'a table of prizes': table(
    '| 奖级  中奖注数  每注奖金（元） |',
    '| 一等奖  3  10000000 |',
    '| 二等奖  120  150000 |',
  ),
  'a drawn table': ['┌────┬────┐', '│今日天气│多云│', '├────┼────┤', '│最高气温│18℃│', '└────┴────┘'].join(
    '\n',
  ),
  'a drawn box': ['┌──────────┐', '今日天气 晴间多云 偏北风3级 最高气温18℃', '└──────────┘'].join('\n'),
  'a drawn box with lines': [
    '┌──────────┐',
    '今日天气',
    '白天到夜里 多云转阴 有小雨',
    '偏北风3级 26℃～18℃',
    '└──────────┘',
  ].join('\n'),
  'a forecast': '城区天气：今天白天多云转晴，南风2到3级，22℃到33℃。',
  'a line of the weather': '今日天气 晴间多云 偏北风3级 最高气温18℃ 最低气温6℃',
  'a line with the air': '今天 多云 最高25℃ 最低16℃ 东北风3级 空气质量良',
  'a line of numbers drawn': '福彩双色球第2024098期开奖号码：红球 01 05 12 18 22 30 蓝球 08',
  'a line of prices': '今日财经：黄金 300.5元/克 油价 93号 6.66元/升 美元 6.66',
  'a line of shares': '上证指数 收盘 2800.12 跌 0.35% 深证成指 收盘 8200.5 涨 0.2%',
};

/** What looks like them and belongs to a story. */
const ofStories: readonly string[] = [
  table('| 学校  电话  人数 |', '| 汝河小学  67000001  320 |', '| 桐柏小学  67000002  280 |'),
  '今天白天晴间多云，偏北风3级，最高气温18℃。',
  '汽油每升涨了两角，加满一箱要多花十元，出租车司机说影响不大。',
  '彩票站老板说，双色球开奖那天，来问中奖号码的人从早到晚没断过。',
];

const read = (...blocks: readonly string[]) =>
  reader.read({ file: 'page.md', text: blocks.join('\n\n'), fallbackDate: '2024-08-28' }).articles;
const textOf = (...blocks: readonly string[]) => read(...blocks).flatMap(({ paragraphs }) => paragraphs);

describe("the day's figures", () => {
  it.each(Object.entries(figures))('are no part of a story: %s', (_, block) => {
    const plain = textOf('# 楼道里装上了灯', ...text);
    expect(textOf('# 楼道里装上了灯', ...text, block)).toEqual(plain);
    expect(textOf(block, '# 楼道里装上了灯', ...text)).toEqual(plain);
  });

  it.each(Object.entries(figures))('are kept where a story announces them: %s', (_, block) => {
    const [first = '', last = ''] = text;
    const [story] = read('# 楼道里装上了灯', first, '具体如下：', block, last);
    const { paragraphs = [], sections = [] } = story ?? {};
    expect(paragraphs.slice(0, 2)).toEqual([...textOf('# 楼道里装上了灯', first), '具体如下：']);
    expect(paragraphs.length + sections.length).toBeGreaterThan(3);
    expect(paragraphs.at(-1)).toBe(last);
  });

  it.each(ofStories)('are not what a story says: %s', (block) => {
    const [first = '', last = ''] = text;
    const letters = (one: string) => one.replace(/[^\p{Script=Han}\d]/gu, '');
    expect(letters(textOf('# 楼道里装上了灯', first, block, last).join(''))).toContain(letters(block));
  });
});
