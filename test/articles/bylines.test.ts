import { describe, expect, it } from 'vitest';
import { readEndByline } from '../../src/articles/bylines/end-byline.js';
import { readHeadByline } from '../../src/articles/bylines/head-byline.js';
import { readOwnLine } from '../../src/articles/bylines/own-line.js';
import type { People } from '../../src/articles/bylines/people.js';

/** As papers write it, the reporters, the correspondents. */
type Form = readonly [written: string, reporters: string, correspondents: string];

const atTheHead: readonly Form[] = [
  ['本报讯记者张小三 通讯员李四光报道：', '张小三', '李四光'],
  ['本报讯记者张小三通讯员李四光报道：', '张小三', '李四光'],
  ['本报讯记者张小三报道', '张小三', ''],
  ['本报讯（记者张小三、王五通讯员李四光）', '张小三,王五', '李四光'],
  ['本报讯记者 张小三 通讯员 李四光 ', '张小三', '李四光'],
  ['本报讯 记者 张小三 王五 ', '张小三,王五', ''],
  ['本报讯 （ 记 者 张 三 通 讯 员 李 四 ） ', '张三', '李四'],
  ['本报讯(郑州日报 正观新闻记者 张小三 文/图)', '张小三', ''],
  ['本报讯(大河报·豫视频记者 张小三 通讯员 李四光)', '张小三', '李四光'],
  ['【大河财立方 记者 张小三】', '张小三', ''],
  ['【本报讯】（记者 张小三）', '张小三', ''],
  ['本报记者 张小三 ', '张小三', ''],
  ['本报讯(首席记者 张小三 实习生 王五)', '张小三,王五', ''],
  ['本报讯(通讯员 李四光 记者 张小三)', '张小三', '李四光'],
  ['本报讯(通讯员 李四光)', '', '李四光'],
  ['本报讯(张小三 王五)', '张小三,王五', ''],
  ['本报荥阳讯（记者 张小三）', '张小三', ''],
  ['本报荥阳8月26日讯（记者 张小三）', '张小三', ''],
  ['郑州晚报讯（记者 张小三）', '张小三', ''],
  ['中原网讯（郑报全媒体记者 张小三/文 王五/图）', '张小三,王五', ''],
  ['本报讯 记者张小三报道 ', '张小三', ''],
  ['记者 张小三 通讯员 李四光 报道：', '张小三', '李四光'],
  ['（记者 张小三 通讯员 李四光）', '张小三', '李四光'],
  ['新华社郑州8月26日电（记者张小三、王五）', '张小三,王五', ''],
  ['据新华社电 ', '', ''],
  ['本报综合消息 ', '', ''],
  ['本报讯（全媒体记者 张小三 摄影报道）', '张小三', ''],
  ['本报讯（见习记者 张小三 通讯员 李四光 王五 文/图）', '张小三', '李四光,王五'],
  ['本报讯　郑报融媒记者　张小三　通讯员　李四光　文／图　', '张小三', '李四光'],
  ['本报讯|记者 张小三|', '张小三', ''],
  ['本报讯 通讯员李四光报道：', '', '李四光'],
  ['本报讯（记者 欧阳小明 司马静）', '欧阳小明,司马静', ''],
  ['本报讯（记者 阿卜杜拉·买买提）', '阿卜杜拉·买买提', ''],
  ['本报讯（记者 张小三 通讯员 区法院 李四光）', '张小三', '李四光'],
  ['本报讯[记者 张小三]', '张小三', ''],
  ['本报记者张小三报道：', '张小三', ''],
  ['【记者 张小三 报道】', '张小三', ''],
  ['本报讯 (记者 张小三) (通讯员 李四光) ', '张小三', '李四光'],
  ['晚报记者 张小三 文/图 ', '张小三', ''],
  ['本报新郑6月1日电（记者 吕 崇 文）', '吕崇文', ''],
  ['商城晚讯（记者 张小三）', '张小三', ''],
  ['▲登封讯 ', '', ''],
  ['【新密讯】 ', '', ''],
  ['巩义消息：', '', ''],
  ['上街4月8日电 ', '', ''],
  ['荥阳讯（通讯员 李四光）', '', '李四光'],
  ['颍河快讯社讯（记者 张小三 通讯员 李四光）', '张小三', '李四光'],
];
const onItsOwnLine: readonly Form[] = [
  ['□本报记者 张小三 通讯员 李四光', '张小三', '李四光'],
  ['本报记者张小三通讯员李四光文/图', '张小三', '李四光'],
  ['文/记者 张小三 图/王五', '张小三,王五', ''],
  ['张小三/文 王五/图', '张小三,王五', ''],
  ['张小三 文 王五 图', '张小三,王五', ''],
  ['记者：张小三', '张小三', ''],
  ['作者：张小三', '张小三', ''],
  ['文：张小三 图：王五', '张小三,王五', ''],
  ['供稿：张小三', '张小三', ''],
  ['■本报记者 刘 招 通讯员 王 平', '刘招', '王平'],
  ['河南日报客户端记者 张小三 通讯员 李四光', '张小三', '李四光'],
  ['顶端新闻·大河报记者 张小三 文/图', '张小三', ''],
  ['猛犸新闻·东方今报记者 张小三', '张小三', ''],
  ['正观新闻·郑州晚报记者 张小三/文 马健/图', '张小三,马健', ''],
  ['记者 张小三 实习生 王五', '张小三,王五', ''],
  ['通讯员 李四光 文/图', '', '李四光'],
  ['本报通讯员 李四光', '', '李四光'],
  ['本报记者 张小三 本报通讯员 李四光', '张小三', '李四光'],
  ['（记者 张小三）', '张小三', ''],
  ['（张小三 王五）', '张小三,王五', ''],
  ['本报记者 张小三/文 本报记者 王五/图', '张小三,王五', ''],
  ['采写/张小三', '张小三', ''],
  ['记者/张小三', '张小三', ''],
  ['记者 张小三丨文 王五丨图', '张小三,王五', ''],
  ['郑报融媒 记者 张小三', '张小三', ''],
  ['张小三', '张小三', ''],
  ['张 三  李 四', '张三,李四', ''],
  ['特约记者 张小三', '张小三', ''],
  ['□ 张小三', '张小三', ''],
  ['郑州日报记者张小三 李四光', '张小三,李四光', ''],
  ['图/文 张小三', '张小三', ''],
  ['摄影：王五 文字：张小三', '王五,张小三', ''],
  ['通讯员：李四光', '', '李四光'],
  ['本报首席记者 张小三 见习记者 王五', '张小三,王五', ''],
  ['张小三 王五 文/图', '张小三,王五', ''],
  ['商城晚讯记者 张小三', '张小三', ''],
  ['商城晚讯记者 张小三 文/图', '张小三', ''],
  ['嵩山周末记者 张小三 王五', '张小三,王五', ''],
  ['颍川新语首席记者 张小三', '张小三', ''],
  ['记者 吕 崇 文', '吕崇文', ''],
  ['张 三 文 李 四 图', '张三,李四', ''],
];
const atTheEnd: readonly Form[] = [
  ['（张小三）', '张小三', ''],
  ['（记者 张小三 通讯员 李四光）', '张小三', '李四光'],
  ['（李四光 文/图）', '李四光', ''],
  ['（张小三/文 王五/图）', '张小三,王五', ''],
  ['（通讯员 李四光）', '', '李四光'],
  [' 记者 张小三', '张小三', ''],
  ['（记者张小三）', '张小三', ''],
  ['（郑报全媒体记者 张小三）', '张小三', ''],
  ['（据新华社）', '', ''],
  ['（张小三 王五 文/图）', '张小三,王五', ''],
  ['（文/图 张小三）', '张小三', ''],
  ['（张小三、王五）', '张小三,王五', ''],
  ['(图文/张小三)', '张小三', ''],
  ['【记者 张小三】', '张小三', ''],
  ['(本报综合)', '', ''],
  ['（李四光 供稿）', '李四光', ''],
  ['（校平安）', '校平安', ''],
  ['（通讯员 尧小东）', '', '尧小东'],
];
const nobodyThere = [
  '记者 王军在现场看到，工人正在铺路。',
  '记者从区教育局获悉，新学期有三所学校启用。',
  '本报讯记者昨日从会上获悉，项目已经开工。',
  '通讯员队伍建设座谈会召开，二十人参加。',
  '大河报记者节活动昨日举行。',
  '喜讯 传来，全村老少都到村口放鞭炮，二十年的盼头成了真。',
  '好消息：今年的新麦收购价比去年每斤高了六分钱，粮站不再打白条。',
];
const nobodyAtTheEnd = ['（见右图）', '（有删节）', '（未完）', '（本报讯）', '（下半月）'];
const headlinesWithReporters = ['年轻记者的一天', '对话战地记者 归来仍是少年', '女记者 走进深山'];

const text = '金水区一处口袋公园昨天开园，附近居民散步有了新去处。';
const named = (people: People | undefined) => [
  people?.reporters.toSorted().join(),
  people?.correspondents.toSorted().join(),
];
const sorted = (names: string) => names.split(',').sort().join();

describe('bylines as papers write them', () => {
  it.each(atTheHead)('are read at the head: %s', (written, reporters, correspondents) => {
    const byline = readHeadByline(written + text);
    expect(named(byline)).toEqual([sorted(reporters), sorted(correspondents)]);
    expect((written + text).slice(byline?.length)).toBe(text);
  });

  it.each(onItsOwnLine)('are read on a line of their own: %s', (written, reporters, correspondents) => {
    expect(named(readOwnLine(written))).toEqual([sorted(reporters), sorted(correspondents)]);
  });

  it.each(atTheEnd)('are read at the end: %s', (written, reporters, correspondents) => {
    const byline = readEndByline(text + written);
    expect(named(byline)).toEqual([sorted(reporters), sorted(correspondents)]);
    expect((text + written).slice(0, byline?.keep)).toBe(text);
  });

  it.each(nobodyAtTheEnd)('are not invented of a note in brackets: %s', (written) => {
    expect(readEndByline(text + written)).toBeUndefined();
  });

  it.each(headlinesWithReporters)('are not read into a headline: %s', (written) => {
    expect(readOwnLine(written)).toBeUndefined();
  });

  it.each(nobodyThere)('are not invented: %s', (written) => {
    const byline = readHeadByline(written);
    expect([...(byline?.reporters ?? []), ...(byline?.correspondents ?? [])]).toEqual([]);
  });
});
