import { describe, expect, it } from 'vitest';
import { reader } from './reader.js';

const headlinesOf = (text: string) =>
  reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' }).articles.map(({ headline }) => headline);

const mill =
  '七十三岁的水磨匠人申铁山又把渠口的闸板提了起来。水顺着青石槽冲向木轮，木轮吱呀一声，两扇磨盘慢慢转动。申铁山说，这盘水磨是他爷爷那辈人凿的，磨盘换过三回，木轮换过五回，渠水倒是一年比一年清。村里人爱吃水磨面，逢集的日子，磨房门口从早到晚排着队，磨一袋麦子要等两个钟头，谁也不嫌慢。';
const heir =
  '申铁山的孙子申小满去年从省城回来，跟着爷爷学修木轮。水磨上的榫头一共一百零八个，磨盘的齿路要半个月錾一回，渠口的闸板怎么提，麦子下多少水，都没有写在纸上。申小满拿手机一段一段拍下来，配上爷爷的话发到网上，水磨面的订单从外地来了三百多份，磨房又添了一副新磨盘。';
const bus =
  '公交总公司昨日发布消息，自下周一起，夜间线路增加到四十二条，末班车延长至零点，覆盖火车站、医院和大型商圈。调度中心主任贾兰说，新增线路全部使用纯电动车辆，车厢内设有轮椅固定区，驾驶员统一接受急救培训，乘客可以通过手机查询到站时间，票价维持不变。';
const school =
  '新学年开学第一周，实验中学把体育课搬到了游泳馆。校方介绍，学生在三年里都要学会一种泳姿，教练由退役运动员担任，每班二十五人，配两名安全员。家长委员会代表参观了水质检测和更衣室，建议增设女生专用时段，学校当场答应，并把课程表贴在了公告栏。';
const page = (...parts: readonly (readonly [title: string, text: string])[]) =>
  parts.map(([title, text]) => `# ${title}\n\n${text}`).join('\n\n');

describe('titles of one level without a byline', () => {
  it('are sections where the text goes on about the same, stories where it does not', () => {
    const text = page(
      ['渠水推着磨盘转', mill],
      ['孙子把榫头拍成了片', heir],
      ['夜间公交增至四十二条', bus],
      ['开学第一周 体育课在水里上', school],
    );
    expect(headlinesOf(text)).toEqual([
      '渠水推着磨盘转',
      '夜间公交增至四十二条',
      '开学第一周 体育课在水里上',
    ]);
  });

  it.each([
    '第一站：磨房',
    '镜头二：闸板',
    '看点三 磨房添了新磨盘',
    '核心提示',
    '【新闻背景】',
    '■ 记者手记',
    '专家说法',
  ])('are sections by their names: %s', (label) => {
    const text = page(['渠水推着磨盘转', mill], [label, heir], ['夜间公交增至四十二条', bus]);
    expect(headlinesOf(text)).toEqual(['渠水推着磨盘转', '夜间公交增至四十二条']);
  });

  it('are sections where they match a section before', () => {
    const text = page(
      ['渠水推着磨盘转', mill],
      ['“一双手”守住老手艺', heir],
      [
        '“一根网”连起新买家',
        '订单多了，磨房却不敢多磨。申小满算过，水磨一天最多出面四百斤，再快，面就烫了。',
      ],
      ['夜间公交增至四十二条', bus],
      ['开学第一周 体育课在水里上', school],
    );
    expect(headlinesOf(text)).toEqual([
      '渠水推着磨盘转',
      '夜间公交增至四十二条',
      '开学第一周 体育课在水里上',
    ]);
  });

  it('begin a story where a place stands before a colon', () => {
    const text = page(
      ['渠水推着磨盘转', mill],
      ['荥阳：水磨面卖到了外省', heir],
      ['夜间公交增至四十二条', bus],
    );
    expect(headlinesOf(text)).toEqual(['渠水推着磨盘转', '水磨面卖到了外省', '夜间公交增至四十二条']);
  });

  it('begin a story where a line with a dash stands below', () => {
    const text = page(['渠水推着磨盘转', mill], ['夜里也有车坐', `——公交公司延长末班车时间\n\n${bus}`]);
    expect(headlinesOf(text)).toEqual(['渠水推着磨盘转', '夜里也有车坐']);
  });
});

describe('short news whose items open with a dispatch', () => {
  it('has an item for each dispatch, not for each paragraph', () => {
    const text = [
      '# 简 讯',
      '本报讯（记者 申兰）公交总公司自下周一起增加夜间线路。',
      '末班车延长至零点，票价不变。',
      '本报讯（记者 贾明）实验中学把体育课搬到了游泳馆。',
      '学生三年里都要学会一种泳姿。',
    ].join('\n\n');
    const { articles } = reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' });
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 2]);
  });
});

describe('centred lines below pictures', () => {
  it('are captions where the titles are headings', () => {
    const text = [
      '## 渠水推着磨盘转',
      mill,
      '<div style="text-align: center;"><img src="imgs/1.jpg" alt="Image" width="40%" /></div>',
      '<div style="text-align: center;">工作人员调试新添的夜班车</div>',
      '## 夜间公交增至四十二条',
      bus,
    ].join('\n\n');
    expect(headlinesOf(text)).toEqual(['渠水推着磨盘转', '夜间公交增至四十二条']);
  });
});
