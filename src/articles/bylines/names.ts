import { isSurname, opensWithDoubleSurname } from './surnames.js';

const han = /^[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2ebef}]+$/u;
const dotted = /^[\u4e00-\u9fff]{1,6}(?:[·•][\u4e00-\u9fff]{1,8}){1,3}$/u;
/** Two to four characters that stand where names stand and are none. */
const notNames = new Set(
  (
    '文图 图文 摄影 摄 文 图 供图 通讯 报道 综合 整理 编辑 记者 消息 如图 完 据悉 资料 视频 制图 来源 采写 撰文 图片 本报 本版 为您 关注 相关 简讯 高清 ' +
    '回访 追访 按语 有删节 有删改 本报讯 下半月 上半月 校园 校园行 有关 万元 全面 平安 安全 经济 金融 国家 文明 文化 方案 成果 成就 高效 和谐 红色 明年 全年 公开 广告 通知 通告 公告 公示 温馨 关爱 时代 时间 明天 水利 商业 ' +
    '农业 农村 都市 边走 连载 向前 从严 应急 强化 安居 乐业 高新 金水 管城 惠济 荥阳 巩义 登封 中牟 上街 郑东 港区 和美 幸福 平等 公正 法治 爱国 敬业 诚信 友善 ' +
    '连日 连日来 常言道 初春 初夏 初秋 初冬 盛夏 盛世 金秋 夏日 夏季 秋日 秋季 夏收 秋收 麦收 时值 时下 马路 花园 水果 鲜花 高温 强降雨 高考 高中 高校 安置 项目 包括 万众 万家 都市圈 ' +
    '手记 观察 调查 札记 体验 见闻 感言 点评 追问 提问 日记 走访 探访 帮办 热线 访谈 专访 述评 特写 目击 暗访 在线 现场 行动 来信 视线 亲历 发现 了解 获悉 看到 采访 现在 那么 那些 那个 走进 来到 队伍 跑腿 ' +
    '时政 时事 时评 时尚 国际 国内 全国 房产 党建 党群 万象 言论 卫生 文艺 文娱 文旅 文体 农事 农村版 乐活 双创 商情 花絮 应用 公益 ' +
    '郑州 许昌 商丘 周口 安阳 焦作 济南 江苏 江西 安徽 云南 贵州 黄河 黄帝 郑汴 郑开 郑上'
  ).split(' '),
);

/** `金水区`, `公安局`: three characters that are a place or an office and nobody's name. */
const placeEnding = /[市区县镇乡村局院社厅委]$/u;

/** Whether the text may be a person's name, standing alone: two or three characters with a family name, four with a double one. */
export function isLikelyName(text: string): boolean {
  if (!han.test(text) || notNames.has(text) || placeEnding.test(text)) return false;
  if (opensWithDoubleSurname(text)) return text.length >= 3 && text.length <= 4;
  return (text.length === 2 || text.length === 3) && isSurname(text[0] ?? '');
}

/** No name begins with a particle, none has a pronoun, none ends as offices do: `年轻记者的一天`, `记者帮您问`, `记者 金水区`. */
const noName = /^[的了在是把被也将从]|[您你我他她们这了吗呢吧啊]|.[区县局院厅委部队所社处]$/u;

/** Four characters: both parents' family names, two of one, or a name from the west of the country. */
const mayBeLong = (text: string) =>
  opensWithDoubleSurname(text) || isSurname(text[0] ?? '') || text[0] === '阿';

/** Whether the text may be a name where a role says that a name comes: rare family names pass, too. */
export function isPossibleName(text: string): boolean {
  if (dotted.test(text)) return true;
  if (!han.test(text) || noName.test(text) || notNames.has(text)) return false;
  const { length } = [...text];
  return length === 2 || length === 3 || (length === 4 && mayBeLong(text));
}

/** Names that were set without a gap between them: `张三李小四`; the text itself where it cannot be so. */
function splitJoined(text: string): readonly string[] {
  if (text.length < 4 || text.length > 9 || !han.test(text)) return [text];
  if (text.length === 4 && opensWithDoubleSurname(text)) return [text];
  for (const length of [3, 2, 4]) {
    const head = text.slice(0, length);
    const rest = text.slice(length);
    if (rest.length < 2 || !isLikelyName(head)) continue;
    const others = splitJoined(rest);
    if (others.every(isLikelyName)) return [head, ...others];
  }
  return [text];
}

/** Names spaced out to equal width (`刘 招`): single characters join with the single one after them. */
function joinSpacedOut(tokens: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    const isPair = token.length === 1 && next.length === 1 && han.test(token + next);
    if (!isPair) {
      joined.push(token);
      continue;
    }
    const third = tokens[at + 2] ?? '';
    const isTriple = third.length === 1 && han.test(third) && (tokens[at + 3] ?? '').length !== 1;
    joined.push(token + next + (isTriple ? third : ''));
    at += isTriple ? 2 : 1;
  }
  return joined;
}

/**
 * Splits a stretch of names at spaces, commas and enumeration marks; names spaced out are put right, and so are, where a
 * role says that names come, names set without a gap.
 */
export function splitNames(text: string, mayBeJoined: boolean): readonly string[] {
  const tokens = text.split(/[\s、，,;；/]+/u).filter((token) => token !== '');
  const names = joinSpacedOut(tokens);
  return mayBeJoined ? names.flatMap(splitJoined) : names;
}
