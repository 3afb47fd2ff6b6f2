import { wordClass } from './word-classes.js';
import { beginsWithOne, endsWithOne } from './word-tests.js';

/**
 * Tells whether words cut out of a sentence still are a whole thought. By patterns of the language alone: a summary is
 * asked for thousands of times a second when an archive moves house, and a tagger would cost more than all the rest.
 */

/** Words that point back at something that would be missing. */
const pointsBack = beginsWithOne(
  '其 该 此 这 那 他 她 它 两者 二者 双方 前者 后者 以上 上述 本次 同样 对此 为此 因此 因而 但 不过 然而 而 并 且 也 还 又 再 更 就 却 则 于是 从而 以及 及 和 与 或 以便 以此 进而 继而 随即 即 均 都 分别 主要 包括 如 例如 比如 尤其 特别 一是 二是 三是 四是 五是 一方面 另一方面 其次 最后 第二 第三',
);
/** 该, 此 and 其 soon after the start, or right after a scene, have nothing to point to. */
const pointsBackSoon = /^.{0,6}(?:该[^当]|此[次类举项外])/u;

/** True if a clause of these classes points back at something before it. */
export const dangles = (text: string, classes: number): boolean =>
  pointsBack(text) || ((classes & wordClass.pointer) !== 0 && pointsBackSoon.test(text));

const namesSubject =
  /^[^，]{0,24}?(?:[省市区县镇乡村]|街道|社区|局|委|院|部|会|校|学|中心|公司|企业|集团|政府|法庭|医|馆|站|队|所|银行|机场|铁路|项目|工程|条例|办法|规划|国|军|党|总统|总理|主席|部长|[人员者们生]|产业|经济|投资|指数|总额|总值|产值|贸易|产量|人数|台风|地震|卫星|飞船|大桥|高铁|列车|机组|[》”])/u;

const beginsWithVerb = beginsWithOne(
  '对 把 将 被 让 使 给 向 以 为 在 从 由 按 根 据 通 过 随 着 推动 推进 加快 加强 提升 提高 促进 实现 开展 组织 进行 完善 优化 强化 深化 落实 坚持 围绕 聚焦 打造 构建 建设 发展 助力 服务 帮助 引导 鼓励 支持 确保 保障 积极 全面 持续 不断 进一步 共同 努力 切实 扎实 着力 大力 有效 有序 有力 充分 共 已 正 要 可 能 是 有 达 到 占 涉及 涵盖 包含 增长 下降 其中 力争 预计 标志 引发 造成 导致 吸引 介绍 表示 指出 强调 认为 希望 要求 听取 审议 看望 慰问 走进 来到 深入',
);
/** 会 as a verb, and not 会议 or the like. */
const may = /^会(?!议|场|展|上|见)/u;

/** True if a clause begins with a verb or preposition, and so leans on the subject before it. */
export const lacksSubject = (text: string): boolean => beginsWithVerb(text) || may.test(text);

/** True if a clause from inside a sentence names its own subject: a place, a body, a group of people, a quantity. */
export const hasOwnSubject = (text: string): boolean => !lacksSubject(text) && namesSubject.test(text);

const announces = endsWithOne(
  '现决定 决定如下 如下 表示 指出 强调 认为 要求 提出 称 介绍 介绍说 获悉 了解到 显示 包括 例如 比如 以及 其中 并 并且 同时 一方面 称为 就是 即 说 透露 宣布 通报 写道 问题是 题目是 主题是 方面',
);

/** Went somewhere, and did not yet do anything there; took something as a start, and nothing came of it. */
const halfDone =
  /以下.{0,4}$|(?:的重要(?:讲话|指示|论述|批示|贺信)|[上的]发表的.{2,8}|优秀党员|战士|领导人)$|^(?:既|像|不是|与其|要么|或者|先是|一边|一来|无论|即便|哪怕)|(?:来到|走进|前往|走入|赶赴|赴)(?:(?!开展|参加|报名|举行|办理|调研|考察|看望|慰问|宣讲|出席|进行|讲|送|参观|体验|采访|视察)[^，])*$|以[^，]{2,24}为[^，]{0,6}(?:点|契机|目标|抓手|主线|载体|引领|导向|重点|核心|依托|平台|主题|基础)$|举行仪式$|^以[^，]*(?:形式|方式|手段|措施|行动|姿态|力度|态度|标准|方法|步伐)$|对[^，]{2,40}是否[^，]{1,8}$|围绕[^，]*(?:主题|议题|课题|主线)$|(?:通过|采取|借助|利用)[^，]*(?:方式|形式|手段|渠道|途径|契机)$/u;

/** A text with its full stop, unless it ends with speech that has one. */
export const closed = (text: string) => (/[。！？!?…][”’」』）)]$/u.test(text) ? text : `${text}。`);

/** True if nothing may end with this clause of these classes: it announces, or sets out, and what follows was cut off. */
export const endsHalfway = (text: string, classes: number): boolean =>
  announces(text) || ((classes & wordClass.halfway) !== 0 && halfDone.test(text));

/** 虽然 without 但, or a condition without what comes of it. */
export const lacksConsequence = (text: string) =>
  (/(?:^|，)(?:虽然|尽管|虽)/u.test(text) && !/[但却仍也]/u.test(text.slice(2))) ||
  /(?:^|，)(?:如果|若|一旦|只有|只要|无论|不论|不管|即使)[^，]*$/u.test(text);

const halfOfMore = /不仅仅?|不但|不只/u;

/** Takes away 一方面 or 不仅 whose other half was cut off. */
export function withoutHalfPairs(text: string): string {
  let mended = text;
  if (mended.split('一方面').length === 2) mended = mended.replace('一方面', '');
  if (mended.split('一是').length === 2 && !mended.includes('二是')) mended = mended.replace('一是', '');
  if (halfOfMore.test(mended) && !/[，；].*(?:还|更|也|而且|同时|又)/u.test(mended))
    mended = mended.replace(halfOfMore, '');
  return mended;
}
