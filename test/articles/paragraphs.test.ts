import { describe, expect, it } from 'vitest';
import { reader } from './reader.js';

const opening = '昨日上午，惠济区花园口镇的菜农把头一茬西红柿装上了车，二十辆三轮车在村口排成一队。';
const closing = '村里的大喇叭说，明天还在这里装车，谁家的菜熟了，就早些来排队。';

const paragraphsOf = (...blocks: readonly string[]) =>
  reader
    .read({
      file: 'page.md',
      text: ['# 头茬西红柿进城了', ...blocks].join('\n\n'),
      fallbackDate: '2024-08-28',
    })
    .articles.flatMap(({ paragraphs }) => paragraphs);

/** Two blocks that are two paragraphs. */
const apart: ReadonlyArray<readonly [string, string]> = [
  ['记者在村口看到这样一组镜头——', '镜头一：老杨一手提秤，一手记账，忙得顾不上喝水。'],
  ['一年的收成，都写在这张单子上——', '全村种菜六百亩，人均增收三千元，比去年多出两成。'],
  ['村里列出的清单如下：', '路修到地头，水引到棚边，车停在村口。'],
  ['三轮车、面包车、农用车排到了桥头......', '收菜的老板们从天不亮就等在这里，生怕来晚了。'],
  ['大棚里的番茄红了，黄瓜也能摘了······', '收菜的老板们从天不亮就等在这里，生怕来晚了。'],
];

/** Two blocks that a column cut apart. */
const cut: ReadonlyArray<readonly [string, string]> = [
  ['镇里请来农技员，教大家给棚里的番茄', '疏花疏果，一个棚少说能多摘二百斤。'],
  ['镇党委书记在村口讲了收菜的规矩。', '并向帮忙装车的年轻人道了谢，请他们留下吃饭。'],
  ['账本上记着：“三月，雨水多——', '四月，天放晴，番茄长势好。”老杨念给大家听。'],
];

/** What papers set behind the last word of a story. */
const endMarks = ['③9', '①2', '⑥', '■', '□□', '◆', '★', '（完）', '(未完待续)'];

describe('paragraphs', () => {
  it.each(apart)('stay apart behind what announces them: %s', (before, after) => {
    expect(paragraphsOf(opening, before, after, closing)).toEqual([opening, before, after, closing]);
  });

  it('stay below few words that stand over them', () => {
    const [head, below] = ['报名', `${opening.slice(0, -1)}，一直排到了路口。`];
    const texts = paragraphsOf(opening, head, '家家户户都来了', below, closing);
    expect(texts).toContain(below);
  });

  it.each(cut)('are put together where a column cut them: %s', (before, after) => {
    expect(paragraphsOf(opening, before, after, closing)).toEqual([opening, before + after, closing]);
  });

  it.each([
    '——',
    '1.',
    '2、',
    '（3）',
    '一是',
    '第二，',
    '①',
    '●',
    '·',
    '✓',
    '☞',
    '→',
    'Ⅰ、',
    '步骤1：',
    '问：',
    '9:30 ',
  ])('are the items of a list, and what follows it: %s', (mark) => {
    const rules = ['番茄装箱要轻拿轻放，每箱不超过二十斤', '货款当天结清，账目张榜公布'];
    const items = rules.map((rule) => `${mark}${rule}；`);
    expect(paragraphsOf(opening, '规矩如下：', ...items, closing)).toEqual([
      opening,
      '规矩如下：',
      ...items,
      closing,
    ]);
  });

  it.each(endMarks)('end without the mark of the page: %s', (mark) => {
    expect(paragraphsOf(opening, `${closing}${mark}`)).toEqual([opening, closing]);
    expect(paragraphsOf(opening, `${closing} ${mark}`)).toEqual([opening, closing]);
  });

  it.each([
    [
      '“嘟~~嘟~~嘟~~”三轮车一辆接一辆开出村口，孩子们跟在后面跑。',
      '“嘟~~嘟~~嘟~~”三轮车一辆接一辆开出村口，孩子们跟在后面跑。',
    ],
    ['价格从 ~~三元~~ 两元五角起，多买的还能再让一让。', '价格从 三元 两元五角起，多买的还能再让一让。'],
    ['气温在18~26℃之间，正好摘菜。', '气温在18~26℃之间，正好摘菜。'],
  ])('keep the waves of a sound: %s', (written, expected) => {
    expect(paragraphsOf(opening, written, closing)).toEqual([opening, expected, closing]);
  });
});

describe('hard-wrapped paragraphs', () => {
  const wrap = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];

  /** A story whose sentences end where its lines end, with items, numbers and quotations at the heads of lines. */
  const paragraphs = [
    opening,
    '老杨家的账本记得细。头茬番茄摘了八百斤。一是卖相好的装箱进城。二是熟透的留给乡亲。三是带疤的喂了鸡。',
    '“往年这时候，我们还在地头发愁。”老杨说，“今年车开到棚边，钱当天就结清。”他把账本合上，笑了。',
    '镇里算过一笔账：全镇种番茄3,600亩，亩产9,500斤，2023年卖了3.2亿元，比2022年多12.5%。',
    '村民孙大姐在村口开了一家小店。近日，她又添了两台冰柜，给等货的司机准备绿豆汤。',
    closing,
  ];
  const title = '村口排起二十辆三轮车 头茬番茄当天就进城';

  it.each([
    [
      'gaps at their heads',
      (width: number) => paragraphs.map((text) => wrap(`　　${text}`, width).join('\n')).join('\n'),
    ],
    [
      'spaces at their heads',
      (width: number) => paragraphs.map((text) => wrap(`    ${text}`, width).join('\n')).join('\n'),
    ],
    [
      'blank lines between them',
      (width: number) => paragraphs.map((text) => wrap(text, width).join('\n')).join('\n\n'),
    ],
    [
      'gaps, and a blank line after each line',
      (width: number) => paragraphs.map((text) => wrap(`　　${text}`, width).join('\n\n')).join('\n\n'),
    ],
  ])('are told apart by %s', (_, print) => {
    for (const width of [13, 16, 17, 20, 25, 31, 40]) {
      const { articles } = reader.read({
        file: 'page.md',
        text: `# ${title}\n\n${print(width)}`,
        fallbackDate: '2024-08-28',
      });
      expect(
        articles.map((article) => article.paragraphs),
        `${width} characters a line`,
      ).toEqual([paragraphs]);
    }
  });

  it('are put together in columns of several widths', () => {
    const columns = [
      [
        13,
        '番茄装车当天进城',
        [
          '老杨家的账本记得细，头茬番茄摘了八百斤，卖相好的装箱进城，熟透的留给乡亲，带疤的喂了鸡，连番茄秧都留着沤肥。',
          '镇里算过一笔账，全镇种番茄三千六百亩，亩产九千五百斤，去年卖了三亿多元，比前年多出一成有余，家家户户有进项。',
          '司机老马跑这条路十二年，从前车停在村外，菜要用架子车一趟趟推，如今路修到棚边，装一车只要半个钟头。',
        ],
      ],
      [
        24,
        '县城夜校教人修空调',
        [
          '职教中心的三间教室晚上也亮着灯，四十五名学员围着一台拆开的空调，看师傅怎么找漏点，怎么加制冷剂，学会了就能上门接活。',
          '报名的有快递员，有保洁员，也有在家带孩子的妈妈，最大的五十八岁，最小的刚满二十，学费由人社局出，结业还发一套工具。',
          '头一批学员已经有三十一人接到了订单，一个夏天修了两千多台，最多的一位挣了两万八千元，打算再带两个徒弟一起干。',
        ],
      ],
    ] as const;
    const text = columns
      .map(([width, name, texts], at) =>
        [
          name,
          `本报记者 ${['林一', '马小川'][at]}`,
          texts.map((one) => wrap(one, width).join('\n')).join('\n'),
        ].join('\n\n'),
      )
      .join('\n\n');
    const { articles } = reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' });
    expect(articles.map(({ paragraphs }) => paragraphs)).toEqual(columns.map(([, , texts]) => texts));
  });

  it('keep a title together that a quotation spans', () => {
    const [title, rest] = ['“番茄熟了', '日子也熟了”'];
    const body = [opening, closing, opening, closing].map((text) => wrap(`　　${text}`, 17));
    const printed = [
      ...(body[0] ?? []),
      ...(body[1] ?? []),
      title,
      rest,
      ...(body[2] ?? []),
      ...(body[3] ?? []),
    ];
    const texts = paragraphsOf(printed.join('\n')).join('');
    expect(texts.replace(title + rest, '')).toBe(opening + closing + opening + closing);
  });

  it.each(['·', '●', '■', '1.', '（一）', '①'])('keep the heads of a list with the mark %s', (mark) => {
    const heads = ['花园路（甲街—乙街）', '黄河路'].map((name) => mark + name);
    const about = [
      '位于惠济区，规划为东西向的次干路，红线宽三十米，全长一千五百米，年底开工。',
      '位于惠济区，规划为支路，红线宽二十米，全长四百米，沿路种两排国槐，明年通车。',
    ];
    const lines = [opening, heads[0] ?? '', about[0] ?? '', heads[1] ?? '', about[1] ?? '', closing];
    const printed = lines.flatMap((text) => (heads.includes(text) ? [text] : wrap(`　　${text}`, 17)));
    const texts = paragraphsOf(printed.join('\n')).filter((text) => !heads.includes(text));
    expect(texts).toEqual([opening, ...about, closing]);
  });
});
