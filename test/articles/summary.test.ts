import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSummariser, type Story } from '../../src/articles/summary/summarise.js';
import type { City } from '../../src/city/city.js';

const district = (name: string) => ({
  code: '410105',
  slug: 'x',
  name,
  official: name,
  english: name,
  kind: 'statutory' as const,
  aliases: [],
  places: [],
});
const city: City = {
  name: '云州市',
  english: 'Yunzhou',
  timezone: 'Asia/Shanghai',
  districts: [district('东岭区'), district('河湾县')],
  topics: [],
  aliases: ['云州'],
  lookalikes: [],
  elsewhere: [],
};
const summarise = createSummariser(city);
const story = (paragraphs: readonly string[], headline = ''): Story => ({
  headline,
  kicker: '',
  subheadline: '',
  paragraphs,
  date: '2024-08-27',
});
const summaryOf = (text: string, headline = '') => summarise(story([text], headline)).summary;

describe('the summary', () => {
  it.each([
    [
      '8月26日，东岭区图书馆新馆正式开放，馆内藏书达到32万册。',
      '东岭区图书馆新馆正式开放，馆内藏书达到32万册。',
    ],
    ['近日，东岭区柳树街道为300多位老人安装了烟雾报警器。', '东岭区柳树街道为300多位老人安装了烟雾报警器。'],
    ['东岭区人大常委会26日上午审议了养老服务条例草案。', '东岭区人大常委会审议了养老服务条例草案。'],
    ['东岭区城管局日前在南门大街新建了12座公共厕所(如图)。', '东岭区城管局在南门大街新建了12座公共厕所。'],
    [
      '据东岭区统计局消息，今年上半年，全区粮食总产量达到8.6万吨，同比增长2.1%。',
      '今年上半年，全区粮食总产量达到8.6万吨，同比增长2.1%。',
    ],
  ])('leaves out the day and the source: %s', (text, expected) => {
    expect(summaryOf(text)).toBe(expected);
  });

  it('keeps a day to come and a range of days', () => {
    expect(summaryOf('9月2日起，东岭区有12条公交线路加密班次，方便学生上学。')).toMatch(/^9月2日起，/u);
    expect(summaryOf('东岭区秋季招聘会将于9月6日在人民广场举行，提供岗位2100个。')).toContain('将于9月6日');
    expect(summaryOf('东岭区荷花节9月1日至9月20日在南湖公园举办，市民可免费入园。')).toContain(
      '9月1日至9月20日',
    );
  });

  it('drops the scene before the news', () => {
    expect(summaryOf('为进一步方便群众办事，河湾县政务大厅延长服务时间，周六上午照常办理业务。')).toBe(
      '河湾县政务大厅延长服务时间，周六上午照常办理业务。',
    );
  });

  it('puts the name where the story says only “the bureau”', () => {
    expect(summaryOf('记者近日从河湾县水利局了解到，该局今年已清淤河道46公里，惠及沿线21个村。')).toBe(
      '河湾县水利局今年已清淤河道46公里，惠及沿线21个村。',
    );
  });

  it('joins a very short first sentence with what it led to', () => {
    const text = '8月26日，东岭区委八届五次全会召开。会议部署下半年工作。';
    const joined = '8月26日，东岭区委八届五次全会召开。对下半年重点项目建设进行安排，明确五项任务。';
    expect(summaryOf(text)).toBe('东岭区委八届五次全会召开。');
    expect(summaryOf(joined)).toBe('东岭区委八届五次全会召开，对下半年重点项目建设进行安排，明确五项任务。');
  });

  it('does not open with speech or a flourish', () => {
    const summary = summaryOf(
      '“阿姨，您的证办好了！”一大早，河湾县便民服务中心窗口前传来笑声。河湾县便民服务中心推出“周末不打烊”服务，一个月办理业务860件。',
    );
    expect(summary).toBe('河湾县便民服务中心推出“周末不打烊”服务，一个月办理业务860件。');
  });

  it.each([
    ['东岭区柳树街道、南门大街办事处和三所小学的师生共800多人，在河滩上种下了三千棵柳树。', '学生'],
    ['区长李明带领有关部门，到柳树街道检查了防汛沙袋的储备，现场解决了三个难题。', '有关部门。'],
    ['柳树街道执法人员发现店里销售的腐竹，没有标明生产日期和厂名，当场全部封存。', '腐竹。'],
    ['街道在区应急局的指导下，给三十个老楼院装上了烟雾报警器和应急灯。', '指导下。'],
    ['河湾县柳树镇为了让老人吃上热饭，把三间旧教室改成了食堂。', '热饭。'],
    ['河湾县柳树镇的村民开始种草莓，十九年后的今天，全镇有了两千座大棚。', '今天。'],
  ])('does not end where the sentence only sets out: %s', (text, half) => {
    const summary = summaryOf(text);
    expect(summary.endsWith(half)).toBe(false);
    expect(summary.length).toBeGreaterThan(20);
  });

  it.each([
    '文明创建是提升城市形象的重要途径。东岭区柳树街道组织三百名志愿者清理了四十个楼院。',
    '2021年是开局之年。东岭区柳树街道组织三百名志愿者清理了四十个楼院。',
    '8月20日，是柳树社区老人连师傅的生日。东岭区柳树街道组织三百名志愿者清理了四十个楼院。',
    '活跃着这样一群人，走街串巷不图回报。东岭区柳树街道组织三百名志愿者清理了四十个楼院。',
  ])('tells what was done, not what it means or whose day it was: %s', (text) => {
    expect(summaryOf(text)).toContain('清理了四十个楼院');
  });

  it('is about what the headline names', () => {
    const text =
      '镇子西南角有个岔路口，向北通往外环，每天有不少车辆从这里经过。路口往南不远就是柳树村，村里的垃圾堆到了小学门口，收购站把废品沿街摆了三百米。';
    expect(summaryOf(text, '柳树村垃圾堆到小学门口')).toContain('垃圾');
  });

  it('adds to its headline where the story has more to say', () => {
    const text = '河湾县举办农民丰收节。现场签约农产品订单1.2亿元，吸引游客3万人次。';
    expect(summaryOf(text, '河湾县举办农民丰收节')).not.toBe('河湾县举办农民丰收节。');
  });

  it('never ends in half a thought', () => {
    const summary = summaryOf(
      '河湾县教育局一方面为偏远乡镇学校配备专职体育教师，实现乡镇全覆盖，让孩子们每天都能上一节像样的体育课，把操场真正用起来，一方面组织城区名师每月下乡送课两次，带动年轻教师尽快成长。',
    );
    expect(summary.length).toBeLessThanOrEqual(80);
    expect(summary.split('一方面').length).not.toBe(2);
    expect(summary).toMatch(/。$/u);
  });

  it('closes with one full stop after speech', () => {
    expect(summaryOf('河湾县米村镇的村民老梁说，“这口井今年出水180吨，比往年都多。”')).toMatch(/多。”$/u);
  });

  it('is empty only for a story without text', () => {
    expect(summarise(story([]))).toEqual({ summary: '', points: [], figures: [] });
    expect(summaryOf('好')).toBe('好');
  });
});

describe('the points', () => {
  const long = [
    '东岭区人民医院新院区启用，设床位800张。',
    '新院区位于桃源路与和平街交叉口，占地92亩，总投资6.4亿元。',
    '医院开通了5条公交接驳线路，早上6时发车，每15分钟一班。',
    '东岭区人民医院新院区启用，设床位800张，让群众很高兴。',
    '挂号可以通过医院公众号提前7天预约，老人可到现场由志愿者帮助办理。',
  ];

  it('are two or three facts in the order of the story', () => {
    const { points } = summarise(story(long, '新院区启用'));
    expect(points.length).toBeGreaterThanOrEqual(2);
    expect(points.length).toBeLessThanOrEqual(3);
    const places = points.map((point) => long.join('').indexOf(point.slice(0, 8)));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('do not say the summary again', () => {
    const { summary, points } = summarise(story(long, '新院区启用'));
    expect(summary).toContain('设床位800张');
    expect(points.join('')).not.toContain('设床位800张');
  });
});

describe('the figures', () => {
  const figuresOf = (text: string) => summarise(story([text])).figures;

  it('are named without the words that lead to them', () => {
    expect(figuresOf('如今合作社承包的土地已达1600亩，但本次全市占比为11%。')).toEqual([
      { of: '合作社承包的土地', amount: '1600亩' },
      { of: '全市占比', amount: '11%' },
    ]);
  });

  it('have what they are of, the amount with its unit, the change and the period', () => {
    expect(
      figuresOf(
        '今年上半年，地区生产总值完成152.8亿元，同比增长4.2%；一般公共预算收入达到9.3亿元，下降1.5%。',
      ),
    ).toEqual([
      { of: '地区生产总值', amount: '152.8亿元', change: '+4.2%', period: '今年上半年' },
      { of: '一般公共预算收入', amount: '9.3亿元', change: '-1.5%', period: '今年上半年' },
    ]);
  });

  it('are told apart where two names share one verb', () => {
    expect(figuresOf('工业投资、技改投资同比增长11.2%、20.5%。')).toEqual([
      { of: '工业投资', amount: '增长11.2%', change: '+11.2%' },
      { of: '技改投资', amount: '增长20.5%', change: '+20.5%' },
    ]);
  });

  it('leave out numbers that count what stands behind them', () => {
    expect(figuresOf('全县有11个村受灾，5名志愿者参加。')).toEqual([]);
  });
});

describe('any story', () => {
  const alphabet = [
    ...'的是在东岭区河湾县，。；：、“”（）《》！？——…\n 18.5%万元将近日其该为了不仅而且ab😀\ud800',
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...alphabet), { maxLength: 400 }).map((letters) => letters.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  const stories = fc.record({ headline: text, paragraphs: fc.array(text, { maxLength: 6 }) });

  it('is summed up within 80 characters, points within 60, in its own letters and their order', () => {
    fc.assert(
      fc.property(stories, ({ headline, paragraphs }) => {
        const { summary, points } = summarise(story(paragraphs, headline));
        expect(summary.length).toBeLessThanOrEqual(80);
        expect(points.length).toBeLessThanOrEqual(3);
        for (const point of points) expect(point.length).toBeLessThanOrEqual(60);
        const letters = lettersOf(paragraphs.join('\n'));
        for (const taken of [summary, ...points]) expect(isTakenFrom(lettersOf(taken), letters)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same sums every time', () => {
    fc.assert(
      fc.property(stories, ({ headline, paragraphs }) => {
        const given = story(paragraphs, headline);
        expect(createSummariser(city)(given)).toEqual(summarise(given));
      }),
      { numRuns: 100 },
    );
  });

  it('is summed up even where it is a megabyte without a break', () => {
    for (const letter of ['一', '，', '“', '1', '8月26日', '（', '从']) {
      const { summary } = summarise(story([letter.repeat(1_000_000 / letter.length)]));
      expect(summary.length).toBeLessThanOrEqual(80);
    }
  });
});

/** The characters of a text that carry meaning: letters and digits, no marks or spaces. */
const lettersOf = (text: string) => [...text].filter((character) => /[\p{L}\p{N}]/u.test(character));

/** The letters come in this order, with others between them: nothing was added, nothing moved. */
function isTakenFrom(taken: readonly string[], letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) if (letter === taken[at]) at++;
  return at === taken.length;
}
