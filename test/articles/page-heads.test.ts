import { describe, expect, it } from 'vitest';
import { reader } from './reader.js';

/** The lines of a page's head, as papers of every kind set them. */
const heads: readonly (readonly string[])[] = [
  ['郑州日报 2024年8月28日 星期三 农历甲辰年七月廿五 今日12版'],
  ['ZHENGZHOU RIBAO', '2024年8月28日 星期三'],
  ['第 A07 版', '2024年8月28日 星期三'],
  ['2024年8月28日 星期三', 'A07县区新闻'],
  ['07 县区新闻 2024.08.28 星期三 责编 王一鸣 编辑 李二虎 版式 张三'],
  ['县区新闻 07', '2024年8月28日 星期三'],
  ['中共郑州市委主管主办', '2024年8月28日 星期三'],
  ['统一刊号：CN41-0052 邮发代号：35-3', '2024年8月28日 星期三'],
  ['总第 25678 号', '2024年8月28日 星期三'],
  ['总第25678期', '2024年8月28日 星期三'],
  ['2024年8月28日　星期三　本版编辑　王一鸣　美编　李二虎'],
  ['www.zynews.com', '2024年8月28日 星期三'],
  ['零售价：1.00元', '2024年8月28日 星期三'],
  ['郑州晚报 都市 · 社会 B05', '2024年8月28日 星期三'],
  ['要闻版', '2024年8月28日 星期三'],
  ['2024-08-28 第8版'],
  ['星期三 2024年8月28日 农历七月廿五 值班编委：王一鸣 责编：李二虎 电话：67655555'],
  ['第A08版:都市新闻', '2024年8月28日 星期三'],
  ['2024年8月28日 星期三', '上一版3 下一版4'],
  ['标题导航', '2024年8月28日 星期三'],
  ['区县（市）新闻', '2024年8月28日 星期三'],
  ['— 5 —', '2024年8月28日 星期三'],
  ['·5·', '2024年8月28日 星期三'],
  ['5/16', '2024年8月28日 星期三'],
  ['投稿邮箱：xxx@163.com', '2024年8月28日 星期三'],
  ['豫内资准字2024第12号', '2024年8月28日 星期三'],
  ['编辑出版：中牟县融媒体中心', '2024年8月28日 星期三'],
  ['今日导读', '2024年8月28日 星期三'],
  ['数字报 http://zzrb.zynews.cn', '2024年8月28日 星期三'],
  ['主编 王一鸣 责编 李二虎 审读 张三', '2024年8月28日 星期三'],
  ['中原新报', '县区版', '2024年8月28日 星期三 第3456期 8版'],
  ['城事 CITY', '2024.8.28 WEDNESDAY', 'A05'],
  ['本版主编 王一鸣', '责任编辑 李二虎', '2024年8月28日 星期三'],
  ['嵩山周刊', '第128期', '2024年8月28日 星期三', '02 时政'],
  ['CITY NEWS 都市新闻', '2024年8月28日 星期三'],
  ['二〇二四年八月二十八日 星期三', '农历七月廿五', '第四版 县区'],
  ['新闻热线：0371—67655555 | 网址：www.example.com', '2024年8月28日 星期三'],
  ['东区报道', '2024年8月28日 星期三', '统筹 王一鸣'],
  ['郑州日报社出版', '2024年8月28日 星期三'],
  ['荥阳时报 第56期', '主办：中共荥阳市委宣传部', '2024年8月28日 星期三'],
  ['社会·法治', '2024年8月28日 星期三', '13'],
  ['民生关注', '13', '2024年8月28日 星期三'],
  ['【都市圈】', '2024年8月28日 星期三'],
  ['★要闻★', '2024年8月28日 星期三'],
  ['郑州 ZHENGZHOU', '2024年8月28日 星期三'],
  ['07', '县区·综合', '2024年8月28日', '星期三', '编辑 王一鸣', '校对 李二虎', 'E-mail:zzrbbj@163.com'],
  ['责编:王一鸣 电话:56568179 E-mail:zzwb@163.com 2024/8/28 星期三'],
  ['2024 年 8 月 28 日　星期三　责任编辑:王一鸣　责任校对:李二虎'],
  ['郑州新闻·社会', 'A08', '2024年08月28日 周三'],
  ['Zhengzhou Evening News', '2024年8月28日 星期三 AA07'],
];

const text =
  '本报讯（记者 王军）昨日，金水区文化路街道的居民把闲置车棚改成议事亭，大家坐在一起商量院里的事。\n\n居民们说，这样的地方早就该有了。';
const otherText =
  '本报讯（记者 李磊）中原区汝河路街道给三十个楼道装上声控灯，老人晚上回家不用再摸黑。\n\n居民们说，灯一亮，心里也亮了。';

/** A page below its head, and between two stories, as different tools write headings. */
const pages: Readonly<Record<string, (head: readonly string[]) => string>> = {
  'over a heading': (head) => [...head, '# 车棚变成议事亭', text].join('\n\n'),
  'as headings': (head) => [...head.map((line) => `# ${line}`), '# 车棚变成议事亭', text].join('\n\n'),
  'as bold lines': (head) => [...head.map((line) => `**${line}**`), '**车棚变成议事亭**', text].join('\n\n'),
  'as plain lines': (head) => [...head, '', '车棚变成议事亭', text].join('\n'),
  'between two pages': (head) =>
    ['# 楼道里装了灯', otherText, ...head, '# 车棚变成议事亭', text].join('\n\n'),
};

describe.each(Object.entries(pages))("a page's head %s", (_, pageOf) => {
  it.each(heads.map((head) => [head.join(' / '), head] as const))(
    'is no part of a story: %s',
    (_name, head) => {
      const { articles } = reader.read({ file: 'page.md', text: pageOf(head), fallbackDate: '2020-01-01' });
      const last = articles.at(-1);
      expect(articles.map(({ headline }) => headline)).toEqual(
        articles.length === 1 ? ['车棚变成议事亭'] : ['楼道里装了灯', '车棚变成议事亭'],
      );
      expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual(articles.map(() => 2));
      expect([last?.kicker, last?.subheadline, last?.date]).toEqual(['', '', '2024-08-28']);
    },
  );
});
