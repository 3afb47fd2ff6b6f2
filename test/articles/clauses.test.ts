import { describe, expect, it } from 'vitest';
import { openingOf, withoutDays } from '../../src/articles/summary/openings.js';
import { clausesOf, isBalanced, sentencesOf } from '../../src/articles/summary/sentences.js';
import { dangles, endsHalfway } from '../../src/articles/summary/wholeness.js';
import { classesIn } from '../../src/articles/summary/word-classes.js';

const lines = (text: string) => text.trim().split(/\s+/u);

describe('what a clause does at the head of a sentence', () => {
  it.each(lines('此外 与此同时 会上 值得一提的是 下半年 新学期伊始'))('joins: %s', (clause) => {
    expect(openingOf(clause)).toBe('connective');
  });

  it.each(
    lines(`8月26日 8月26日上午 26日晚 近日 日前 近期 连日来 这几天 不久前 前不久 近段时间 最近 今晨 今早 昨晚 本周一
      当地时间8月26日 8月26日（星期一） 去年8月26日 当天下午 今年以来 2024年8月26日深夜 8月3日中午 当晚 期间 同日 自8月3日 8月3日傍晚`),
  )('tells when: %s', (clause) => {
    expect(['time', 'scene', 'connective']).toContain(openingOf(clause));
  });

  it.each(
    lines(`记者从区教育局获悉 据市统计局消息 记者在现场了解到 据统计局介绍 据省台报道 据区里统计 经警方通报 据官网公布 据内部人士透露
      据气象台预测 据专家测算 据站点监测 统计数据显示 调查结果表明 据新华社消息称`),
  )('names its source: %s', (clause) => {
    expect(openingOf(clause)).toBe('source');
  });

  it.each(
    lines(`为进一步改善民生 随着气温升高 面对群众诉求 围绕养老服务 按照统一部署 根据群众意见 依据有关规定 经过三个月施工 通过多方协调 作为新区学校
      针对老旧小区 结合居民意见 由于连日降雨 正值暑假期间 适逢国庆假期 走进社区食堂 借助数字平台 依托产业园区 应居民要求 受台风影响 对于老年居民 关于供暖问题
      确保群众安全 因道路施工 每逢周末集市 项目启动以来 中秋来临之际 改造完成之后 开学之前 入冬之时 建设的同时 道路施工过程中 中小学暑假期间 放学的时候 持续缺水的情况下
      前期试点的基础上 新春佳节将至 主汛期来临 小长假到来 忙完活后 吃饭时`),
  )('sets the scene: %s', (clause) => {
    expect(openingOf(clause)).toBe('scene');
  });
});

describe('half a thought', () => {
  it.each(
    lines(`会议现决定 通知如下 注意以下事项 负责人表示 会上指出 市民称 工作人员介绍 经理介绍说 居民了解到 问题包括 活动同时 这就是 老人说 主题是 一方面
      贯彻关于安全的重要讲话 表彰了优秀党员 区长来到项目现场 以安全生产为主题 举行仪式 对工程是否合格 围绕乡村振兴主题 通过线上线下方式 借助公益平台渠道
      以多种形式 志愿者赶赴村里`),
  )('ends with %s', (clause) => {
    expect(endsHalfway(clause, classesIn(clause))).toBe(true);
  });

  it.each(lines('其设施齐全 该项目投用 此次活动举行 并免费开放 因此受到欢迎 第三条线路开通 医院在该区设点'))(
    'points back: %s',
    (clause) => {
      expect(dangles(clause, classesIn(clause))).toBe(true);
    },
  );

  it('is not what stands whole', () => {
    for (const clause of lines('区图书馆新馆开放 志愿者帮助老人办理 街道新增停车位30个')) {
      expect(endsHalfway(clause, classesIn(clause))).toBe(false);
      expect(dangles(clause, classesIn(clause))).toBe(false);
    }
  });
});

describe('days that have passed', () => {
  it.each([
    ['8月26日，新馆开放。', '新馆开放。'],
    ['昨天上午，新馆正式开放。', '新馆正式开放。'],
    ['周三，新馆正式开放。', '新馆正式开放。'],
    ['星期日下午，新馆正式开放。', '新馆正式开放。'],
    ['区图书馆近日开放新馆。', '区图书馆开放新馆。'],
    ['区图书馆前不久开放新馆。', '区图书馆开放新馆。'],
    ['新馆（如图）正式开放。', '新馆正式开放。'],
    ['新馆9月3日正式开放。', '新馆9月3日正式开放。'],
  ])('go: %s', (text, expected) => {
    expect(withoutDays(text, '2024-08-28')).toBe(expected);
  });
});

describe('sentences and clauses', () => {
  it('are cut at their marks, with what closes a sentence', () => {
    const texts = (text: string) => sentencesOf([text]).map((sentence) => sentence.text);
    expect(texts('一句。二句！“三句？”四句')).toEqual(['一句。', '二句！', '“三句？”', '四句']);
    expect(texts('《书。》一句。。。')).toEqual(['《书。', '》一句。。。']);
    expect(texts('。！')).toEqual([]);
  });

  it('stop when there is enough', () => {
    expect(sentencesOf(['一。二。三。'], { sentences: 2, characters: 0 })).toHaveLength(2);
    expect(sentencesOf(['一。二。三。'], { sentences: 2, characters: 5 })).toHaveLength(3);
  });

  it('are not cut inside quotation marks, brackets and numbers', () => {
    expect(clausesOf('甲，乙“丙，丁”：共1,234元（其中，戊）；10:30开。')).toEqual([
      { text: '甲', mark: '，' },
      { text: '乙“丙，丁”', mark: '：' },
      { text: '共1,234元（其中，戊）', mark: '；' },
      { text: '10:30开', mark: '' },
    ]);
  });

  it('balance when every mark has its other half', () => {
    expect(isBalanced('“甲（乙）”《丙》')).toBe(true);
    expect(isBalanced('“甲（乙”）')).toBe(false);
    expect(isBalanced('甲”')).toBe(false);
  });
});
