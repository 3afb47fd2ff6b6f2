import { wordClass } from './word-classes.js';
import { beginsWithOne, endsWithOne } from './word-tests.js';

/**
 * Tells whether words cut out of a sentence still are a whole thought. By patterns of the language alone: a summary is
 * asked for thousands of times a second when an archive moves house, and a tagger would cost more than all the rest.
 */

/** Words that point back at something that would be missing. */
const pointsBack = beginsWithOne(
  '其 该 此 这 那 他 她 它 两者 二者 双方 前者 后者 以上 上述 本次 同样 对此 为此 因此 因而 但 不过 然而 而 并 且 也 还 又 再 更 就 却 则 于是 从而 以及 及 和 与 或 以便 以此 进而 继而 随即 即 均 都 分别 主要 包括 如 例如 比如 尤其 特别 一是 二是 三是 四是 五是 一方面 另一方面 其次 最后 第二 第三 便 遂 才 只见 只好 不禁 不料 谁知 原来 可是 所以 随之 为的是 有的 这样 那么 同样 与之 是 同时',
);
/** 该, 此 and 其 soon after the start, or right after a scene, have nothing to point to. */
const pointsBackSoon = /^.{0,6}(?:该[^当]|此[次类举项外])/u;

/** True if a clause of these classes points back at something before it. */
export const dangles = (text: string, classes: number): boolean =>
  pointsBack(text) || ((classes & wordClass.pointer) !== 0 && pointsBackSoon.test(text));

const namesSubject =
  /^[^，]{0,24}?(?:[省市区县镇乡村]|街道|社区|局|委|院|部|会|校|学|中心|公司|企业|集团|政府|法庭|医|馆|站|队|所|银行|机场|铁路|项目|工程|条例|办法|规划|国|军|党|总统|总理|主席|部长|[人员者们生]|产业|经济|投资|指数|总额|总值|产值|贸易|产量|人数|台风|地震|卫星|飞船|大桥|高铁|列车|机组|[》”])/u;

const beginsWithVerb = beginsWithOne(
  '对 把 将 被 让 使 给 向 以 为 在 从 由 按 根 据 通 过 随 着 推动 推进 加快 加强 提升 提高 促进 实现 开展 组织 进行 完善 优化 强化 深化 落实 坚持 围绕 聚焦 打造 构建 建设 发展 助力 服务 帮助 引导 鼓励 支持 确保 保障 积极 全面 持续 不断 进一步 共同 努力 切实 扎实 着力 大力 有效 有序 有力 充分 共 已 正 要 可 能 是 有 达 到 占 涉及 涵盖 包含 增长 下降 其中 力争 预计 标志 引发 造成 导致 吸引 介绍 表示 指出 强调 认为 希望 要求 听取 审议 看望 慰问 走进 来到 深入 营造 增强 倡导 弘扬 普及 丰富 引领 培养 激发 拓宽 解决 满足 减少 避免 防止 防范 杜绝 消除 改善 巩固 扩大 增加 带动 拉动 方便 讲述 传承 展示 展现 彰显 践行 创新 规范 整治 清理 清洗 排查 检查 观摩 参观 讲解 延伸 注重 提出 决定 分组 组建 发现 出动 发放 张贴 悬挂 播放 送上 送去 开设 开通 投入 配备 申请 立即 提供 设立 安排 邀请 召集 号召 呼吁 倡议 动员 发动 结合 依托 利用 借助 采取 采用 先后 逐一 逐户 逐步 主动 及时 认真 严格 严厉 精心 科学 合理 统筹 协调 迎来 目睹',
);
/** 会 as a verb, and not 会议 or the like. */
const may = /^会(?!议|场|展|上|见)/u;

/** Something is there, and the place where it is was taken away: `活跃着一支队伍`. */
const isThere = /^(?![随沿本朝向])[\u4e00-\u9fff]{1,2}着(?![力重手])/u;

/** True if a clause begins with a verb or preposition, and so leans on the subject before it. */
export const lacksSubject = (text: string): boolean =>
  beginsWithVerb(text) || may.test(text) || isThere.test(text);

/** True if a clause from inside a sentence names its own subject: a place, a body, a group of people, a quantity. */
export const hasOwnSubject = (text: string): boolean => !lacksSubject(text) && namesSubject.test(text);

const announces = endsWithOne(
  '现决定 决定如下 如下 表示 指出 强调 认为 要求 提出 称 介绍 介绍说 获悉 了解到 显示 包括 例如 比如 以及 其中 并 并且 同时 一方面 称为 就是 即 说 透露 宣布 通报 写道 问题是 题目是 主题是 方面 — 一幕 情景 一番景象 很快 随后 立即 马上 接着 随即',
);

/** Ends where somebody begins to speak: what was said stands in another sentence. */
export const startsSpeech = endsWithOne('说 道 表示 指出 认为 坦言 介绍 介绍说 告诉记者 写道 感慨 回忆');

/** Went somewhere, and did not yet do anything there; took something as a start, and nothing came of it. */
const halfDone =
  /以下.{0,4}$|(?:的重要(?:讲话|指示|论述|批示|贺信)|[上的]发表的.{2,8}|优秀党员|战士|领导人)$|^(?:既|像|不是|与其|要么|或者|先是|一边|一来|无论|即便|哪怕)|(?:来到|走进|前往|走入|赶赴|赴)(?:(?!开展|参加|报名|举行|办理|调研|考察|看望|慰问|宣讲|出席|进行|讲|送|参观|体验|采访|视察)[^，])*$|以[^，]{2,24}为[^，]{0,6}(?:点|契机|目标|抓手|主线|载体|引领|导向|重点|核心|依托|平台|主题|基础)$|举行仪式$|^以[^，]*(?:形式|方式|手段|措施|行动|姿态|力度|态度|标准|方法|步伐)$|对[^，]{2,40}是否[^，]{1,8}$|围绕[^，]*(?:主题|议题|课题|主线)$|(?:通过|采取|借助|利用)[^，]*(?:方式|形式|手段|渠道|途径|契机)$/u;

/** A text with its full stop, unless it ends with speech that has one. */
export const closed = (text: string) => (/[。！？!?…][”’」』）)]$/u.test(text) ? text : `${text}。`);

/**
 * What was meant, where it was, under whom, with whom, to whom, and not what came of it: `乡政府为了让…住得稳`, `但在…村`,
 * `学校在…的组织下`, `区长带领有关部门`, `执法人员发现店里销售的腐竹`, `几个带着工具包的身影`.
 */
const onlySetsOut = new RegExp(
  [
    '^[^，]{0,24}为了(?:让|使|确保|保证|实现|解决|方便|满足|防止|避免|进一步)[^，]*$',
    '^(?:但|而|可)?(?:在|当|从|对)[^，]{2,24}$',
    '在[^，]{2,}(?:下|中|时|后|前|期间|之际|[米处]处?)$',
    '(?:带领|率领|跟随|会同|协同|召集|陪同|携手|组织|联合)(?:(?!开展|举行|举办|参加|进行|召开|活动|培训|演练|学习|检查|调研|宣讲|讲座|建|设|办|推)[^，])*$',
    '(?:发现|看到|得知|听说|觉得|认为)[^，]*的[\\u4e00-\\u9fff\\d]{2,10}$',
    '^(?:[几两三数]|一)[个位名群支双只][^，]*的[\\u4e00-\\u9fff]{2,6}$',
    '^[^，是有]*(?:等|类)[^，是有]{2,8}的[\\u4e00-\\u9fff]{2,6}$',
    '以[^，]{2,60}为(?:题|名|由|例|代表|首)$',
    '的(?:今天|时候|同时|那一刻)$',
    '通过[^，]{1,6}$',
    '利用“[^”]*”$',
    '^到了?[^，]{1,4}$',
    '(?:其中|尤其|特别)[^，]{0,8}$',
    '^[^，]{0,30}刚(?:刚|开始|到)?[^，]{0,4}\\d+(?:分钟|小时|天|个月)$',
    '本着[^，]*$',
    '(?:将|从)[^，]*[处米]处?$',
  ].join('|'),
  'u',
);
/** To whom, from where, with what, or where, and no verb. */
const onlyLeadsTo =
  /^(?:向|对|把|将|给|以|从|由|按照|根据|通过|针对|除了)|^[^，是有]{2,24}(?<![正现存实落住设站放跃处聚建])在[^，着了]{3,24}$/u;
/** Who was there, and not what they did: `机关、学校等2000余人`. */
const onlyNamesPeople = /、[^，]{0,40}\d[\d,万千百余多]*(?:人|名|位)$/u;
const tellsOfDoing = wordClass.deed | wordClass.event;

/** True if nothing may end with this clause of these classes: it announces, or sets out, and what follows was cut off. */
export const endsHalfway = (text: string, classes: number): boolean =>
  announces(text) ||
  ((classes & wordClass.halfway) !== 0 && halfDone.test(text)) ||
  onlySetsOut.test(text) ||
  ((classes & tellsOfDoing) === 0 && (onlyNamesPeople.test(text) || onlyLeadsTo.test(text)));

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
