import { describe, expect, it } from 'vitest';
import { reader } from './reader.js';

const one = '本报讯（记者 李磊）中原区汝河路街道给三十个楼道装上声控灯，老人晚上回家不用再摸黑。';
const oneMore = '居民们说，灯一亮，心里也亮了，楼上楼下见了面话也多了。';
const two = '本报讯（记者 王军）昨日，金水区文化路街道的居民把闲置车棚改成议事亭，大家坐在一起商量院里的事。';
const twoMore = '居民们说，这样的地方早就该有了，往后每周三晚上都来坐一坐。';

/** Lines that stand beside stories and belong to none, as papers, releases and accounts write them. */
const lines: readonly string[] = [
  '线索提供 齐先生 稿酬80元',
  '（线索提供：齐先生 线索费50元）',
  '新闻线索提供人：齐先生',
  '读者齐先生提供线索 奖励50元',
  '供稿单位：区口岸办公室　联系人：倪青　电话：0371-86000001',
  '报送单位：龙港街道办事处',
  '新闻联系人：倪青',
  '媒体联络：0371-86000001',
  '（供各媒体选用）',
  '本报地址：郑州市某某路8号 邮编：450000 广告部：63000000 月价：9.00元',
  '社址：某某路8号　总编室：63000000　印刷：某某印刷厂',
  '晚报热线 0371-65000000',
  '本报读者热线 65000000',
  '原创 古荥小编 [惠济晨光](javascript:void(0);)',
  '原创：古荥小编',
  '收录于合集 #惠济 12个',
  '设为星标，每天早上见',
  '预览时标签不可点',
  '继续滑动看下一个',
  '【通稿二】',
  '稿件二：',
  'PART.02',
  '/ 02 /',
  'No.2',
  '便民提示：城事周刊每周三出版，线索征集电话：0371-66000000。',
  '欢迎来稿，投稿邮箱：paper@example.com',
  '本版文字除署名外均由本报记者采写',
  '本版稿件由区委宣传部提供',
  '（文中人物均为化名）',
  '（转自《城区日报》）',
  '【本文完】',
  '(全文共1200字)',
  '字数：1200字',
  '（阅读时间约3分钟）',
  '本报综合',
  '新华社发',
  '广告',
  '公益广告',
  '讲文明 树新风 公益广告',
  '承印：某某印务有限公司',
  '▲扫码看视频',
  '视频二维码',
  '城区日报 官方微信 官方微博',
  '<page_number>2</page_number>',
  '<watermark>内部资料 请勿外传</watermark>',
];

/** How tools say that a picture was here. */
const pictures: readonly string[] = [
  '<!-- image -->',
  '<!-- Media -->',
  '![](images/a.jpg)',
  '<img>几位居民站在楼道里，抬头看灯</img>',
  '**==> picture [320 x 200] intentionally omitted <==**',
  '[图片]',
  '【配图】',
  '[image 3]',
];
/** How its caption stands below it. */
const captions: readonly string[] = [
  '①居民在楼道里试灯',
  '³ 居民在楼道里试灯',
  '△ 居民在楼道里试灯',
  '图1 居民在楼道里试灯',
  '居民在楼道里试灯。辛柏摄',
  '居民在楼道里试灯 记者 辛柏 摄',
];

const picture = '![](images/a.jpg)';
const centred = (text: string) => `<div style="text-align: center;">${text}</div>`;

/** Lists of contents over the same two stories. */
const contents: readonly (readonly string[])[] = [
  ['目 录', '一、楼道里装上了灯 1', '二、车棚变成议事亭 2'],
  ['本期导读', '楼道里装上了灯……2版', '车棚变成议事亭……3版'],
  ['CONTENTS', '01 楼道里装上了灯', '02 车棚变成议事亭'],
  ['今日看点', '■楼道里装上了灯 （见A02版）', '■车棚变成议事亭 （见A03版）'],
  ['标题导航', '楼道里装上了灯', '车棚变成议事亭'],
  ['目录', '1. 楼道里装上了灯', '2. 九月起公交改道 6', '3. 车棚变成议事亭'],
];

const read = (blocks: readonly string[]) =>
  reader
    .read({ file: 'page.md', text: blocks.join('\n\n'), fallbackDate: '2024-08-28' })
    .articles.map(({ headline, kicker, subheadline, paragraphs }) => ({
      titles: [kicker, headline, subheadline].join('/'),
      paragraphs: paragraphs.map((paragraph) => paragraph.slice(-6)),
    }));
const ends = (...texts: readonly string[]) => texts.map((text) => text.slice(-6));
const bothStories = [
  { titles: '/楼道里装上了灯/', paragraphs: ends(one, oneMore) },
  { titles: '/车棚变成议事亭/', paragraphs: ends(two, twoMore) },
];

describe('what stands beside stories', () => {
  it.each(lines)('is no part of them: %s', (line) => {
    const between = ['# 楼道里装上了灯', one, oneMore, line, '# 车棚变成议事亭', two, twoMore, line];
    expect(read(between)).toEqual(bothStories);
  });

  it.each(pictures.flatMap((picture) => captions.map((caption) => [picture, caption] as const)))(
    'is a picture that cuts a sentence: %s %s',
    (picture, caption) => {
      const cut = ['# 楼道里装上了灯', one.slice(0, -8), picture, caption, one.slice(-8), oneMore];
      expect(read([...cut, '# 车棚变成议事亭', two, twoMore])).toEqual(bothStories);
    },
  );

  it.each([
    ['plain, between title and text', ['# 楼道里装上了灯', picture, '居民在楼道里试灯', one, oneMore]],
    [
      'plain, below two pictures',
      ['# 楼道里装上了灯', picture, '楼道的灯', picture, '居民试灯', one, oneMore],
    ],
    ['centred, over the title', [picture, centred('居民在楼道里试灯'), '# 楼道里装上了灯', one, oneMore]],
    [
      'centred, in two lines',
      [picture, centred('居民在楼道里试灯'), centred('楼长逐层查看开关。'), '# 楼道里装上了灯', one, oneMore],
    ],
  ])('is a caption without a mark: %s', (_name, story) => {
    expect(read([...story, '# 车棚变成议事亭', two, twoMore])).toEqual(bothStories);
  });

  it('is no caption where a bold line stands over text', () => {
    const second = ['**车棚变成议事亭**', two, twoMore];
    expect(read(['**楼道里装上了灯**', one, oneMore, '**记者 李磊 文/图**', picture, ...second])).toEqual(
      bothStories,
    );
  });

  it.each(contents.map((list) => [list.join(' / '), list] as const))(
    'is a list of contents: %s',
    (_name, list) => {
      const stories = ['**楼道里装上了灯**', one, oneMore, '**车棚变成议事亭**', two, twoMore];
      expect(read([...list, ...stories])).toEqual(bothStories);
    },
  );
});

/** Pages whose stories are told apart by forms, accounts and letters, not by their headlines' marks. */
const written: Readonly<Record<string, readonly string[]>> = {
  'fields of a form': [
    '以下是图片中的文字内容：',
    '```markdown',
    '**标题：** 楼道里装上了灯',
    `**正文：** ${one}`,
    oneMore,
    '标题：车棚变成议事亭',
    `正文：\n${two}`,
    twoMore,
    '（注：图片右下角部分文字模糊，无法识别。）',
    '```',
  ],
  'a post with numbers for items': [
    '📰 城区速览 | 2024.8.28 周三',
    `1️⃣ 楼道里装上了灯\n${one.slice(one.indexOf('）') + 1)}`,
    oneMore,
    `2️⃣ 车棚变成议事亭\n${two.slice(two.indexOf('）') + 1)}`,
    twoMore,
    '👉 点击进群，早上七点见',
  ],
  letters: [
    '楼道里装上了灯',
    '编辑同志：',
    one.slice(one.indexOf('）') + 1),
    oneMore,
    '读者 佟大姐',
    '车棚变成议事亭',
    '尊敬的编辑，您好！',
    two.slice(two.indexOf('）') + 1),
    twoMore,
    '此致',
    '敬礼！',
  ],
  'a release with numbers': [
    '街道新闻通稿汇编',
    '（2024年8月28日，供媒体选用）',
    '【通稿一】',
    '**楼道里装上了灯**',
    one.slice(one.indexOf('）') + 1),
    oneMore,
    '------',
    '【通稿二】',
    '**车棚变成议事亭**',
    two.slice(two.indexOf('）') + 1),
    twoMore,
  ],
  'a digest that numbers its stories': [
    '城区融媒简报 2024年8月28日 第19期',
    '一、楼道里装上了灯',
    one.slice(one.indexOf('）') + 1),
    oneMore,
    '二、车棚变成议事亭',
    two.slice(two.indexOf('）') + 1),
    twoMore,
  ],
  'a site': [
    '# 中原区人民政府',
    '当前位置：首页 > 新闻动态 > 部门动态',
    '## 楼道里装上了灯',
    '发布时间：2024-08-28 09:12　来源：汝河路街道办事处　浏览次数：318　【字体：大 中 小】',
    one,
    oneMore,
    '## 车棚变成议事亭',
    two,
    twoMore,
    '【打印本页】【关闭窗口】',
  ],
};

describe('stories that their page sets apart', () => {
  it.each(Object.entries(written))('are two: %s', (_name, blocks) => {
    expect(read(blocks)).toEqual(bothStories);
  });

  it('are those that a tool printed side by side', () => {
    const wrap = (title: string, paragraphs: readonly string[]) => [
      `  ${title}`,
      '',
      ...paragraphs.flatMap((text) => `　　${text}`.match(/.{1,16}/gu) ?? []),
    ];
    const [left, right] = [wrap('楼道里装上了灯', [one, oneMore]), wrap('车棚变成议事亭', [two, twoMore])];
    const widthOf = (text: string) => Array.from(text).reduce((sum, one) => sum + (one < '⺀' ? 1 : 2), 0);
    const rows = Math.max(left.length, right.length);
    const lines = Array.from({ length: rows }, (_, at) => {
      const [text = '', other = ''] = [left[at], right[at]];
      return `${text}${' '.repeat(40 - widthOf(text))}${other}`.trimEnd();
    });
    expect(read([['城区日报    2024年8月28日 星期三    第3版', '', ...lines].join('\n')])).toEqual(
      bothStories,
    );
  });

  it.each([
    ['### 【头条】\n\n#### 楼道里装上了灯', '头条/楼道里装上了灯/'],
    ['### 城事\n\n#### 楼道里装上了灯', '城事/楼道里装上了灯/'],
    ['**城区新闻 · 民生**\n\n**楼道里装上了灯**', '/楼道里装上了灯/'],
  ])('stand below the name of their column: %s', (titles, expected) => {
    expect(read([titles, one.slice(one.indexOf('）') + 1), oneMore]).map((story) => story.titles)).toEqual([
      expected,
    ]);
  });

  it('are those without a headline that a byline in brackets closes', () => {
    const plain = [one, oneMore, '（记者 李磊）', two, twoMore, '（记者 王军）'];
    const texts = plain.map((text) => text.replace(/^本报讯（.*?）/u, ''));
    expect(read(texts).map(({ paragraphs }) => paragraphs.length)).toEqual([2, 2]);
  });

  it('are items that open with their column in brackets', () => {
    const items = ['〔民生〕', '【交通】'].map((lead, at) => lead + [oneMore, twoMore][at]);
    expect(read(items).map(({ titles }) => titles)).toEqual(['民生//', '交通//']);
  });
});
