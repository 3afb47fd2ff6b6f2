import { firstWordLength } from '../characters/word-borders.js';
import { isLikelyName } from './names.js';

/** What a word of a byline makes of the names beside it. */
export type RoleKind = 'reporter' | 'correspondent' | 'paper' | 'picture' | 'other';

const medium =
  '报|新闻|网|社|视频|客户端|全媒体|融媒体?(?:中心)?|新媒体|传媒|报业|台|广播|央视|财立方|在线|观察|频道';
/** Papers, stations and sites that stand before a role: `顶端新闻·大河报记者`, `郑报融媒 记者`. */
const outlets = `(?:(?:本[报刊网台社]|(?:(?![者员])[\\u4e00-\\u9fff]){0,8}?(?:${medium}))[·•\\s/]{0,2}){0,3}`;
const staff =
  '(?:全媒体|融媒体?|新媒体|首席|见习|实习|特约|驻站|特派|驻[豫郑]|摄影|文字|资深|本报|记者站|中心|热线|市民|出镜){0,3}';
/** A paper that is known by its name stands for its reporters: `新郑时报 A`, `荥阳融媒：A`. */
const paper =
  '(?<![\\u4e00-\\u9fff])(?:[\\u4e00-\\u9fff]{1,6}(?:[时日晚晨早今商快周导]报|都市报|青年报|播报|全媒体|融媒(?:体中心)?|客户端|电视台)|大河报|' +
  '(?:大河|中原|映象|人民|新华|中新|央广|光明|文明|郑州|商都|河南[\\u4e00-\\u9fff]{0,3}|中国[\\u4e00-\\u9fff]{0,4})网)(?:[:/]|(?=\\s))';
const picture = '文字|文图|图文|文|图片|图|摄影|摄|视频|供图|航拍|拍摄|摄像';
/** They saw it through the press, or told the paper, and wrote nothing of it. */
const other =
  '责任编辑|责编|编辑|美编|校对|统筹|编审|审核|审读|[初复终一二三]审|出品|签发|设计|排版|版式|组版|总?(?:策划|统筹|监制)|监审|副?主编|编导|编校|海报|制图|图表|动画|后期|剪辑|配音|主播|指导(?:老师|教师)?|值班[\\u4e00-\\u9fff]{2}|线索提供|新闻线索|线索|报料人?|爆料人?';

/** A word that says what the names around it are; colons and strokes are in half width. */
const role = new RegExp(
  [
    `(?<reporter>${outlets}${staff}(?:记者|实习生|见习生|评论员|撰稿人)[:/]?|(?:文案|撰写|采访|采编|编写)[:/]|(?:撰文|撰稿人?|采写|整理|原?作者|[供投]稿人?|执笔|主笔)(?:[:/]|(?=\\s)))`,
    `(?<correspondent>${outlets}(?:特约|首席|实习)?(?:通讯员|信息员|宣传员)[:/]?)`,
    `(?<other>(?:稿件|文章|信息)?来源:\\s?\\S{2,14}|(?:责任编辑|责编|编辑|校对|统筹|编审|审核)[:/]?|(?<![\\u4e00-\\u9fff])(?:${other})(?:[:/]|(?=\\s)))`,
    `(?<paper>${paper})`,
    `(?<picture>(?:摄影|航拍|视频|拍摄|摄像)(?:[:/]|(?=\\s))|(?:${picture})/(?:${picture})|/?(?<![\\u4e00-\\u9fff])(?:${picture})[/:]|(?:/|(?<![\\u4e00-\\u9fff]))(?:${picture})(?![\\u4e00-\\u9fff])|(?:摄影|摄|供图|供稿)$)`,
  ].join('|'),
  'gu',
);

/** How many characters stand before the words of a paper's name: two, or three where no word begins with the third. */
function lengthBeforePaper(words: string): number {
  const own = words.search(/本[报刊网台社]/u);
  if (own >= 0) return own;
  let length = firstWordLength(words);
  while (length < 2) length += firstWordLength(words.slice(length)) || 2;
  return length === 2 && firstWordLength(words.slice(2)) === 1 ? 3 : length;
}

/**
 * How many characters the name has that stands without a gap before the next role's paper, and is no part of the paper's
 * own: `记者A郑州台记者B`; 0 where the role stands by itself.
 */
function gluedName(words: string): number {
  const length = lengthBeforePaper(words);
  const hasPaper = /^[\u4e00-\u9fff]{2,}(?:记者|通讯员)/u.test(words.slice(length));
  return hasPaper && isLikelyName(words.slice(0, length)) ? length : 0;
}

/** A role, or the line's beginning (`undefined`), with what stands between it and the next. */
export interface Part {
  readonly kind: RoleKind | undefined;
  readonly names: string;
}

const kinds: readonly RoleKind[] = ['reporter', 'correspondent', 'paper', 'picture', 'other'];

/** Takes `记者 A B 通讯员 C 文/图` apart: roles with what follows each. */
export function partsOf(line: string): readonly Part[] {
  const parts: Part[] = [];
  let kind: RoleKind | undefined;
  let from = 0;
  for (const match of line.matchAll(role)) {
    const name = kind === undefined || match.index > from ? 0 : gluedName(match[0]);
    parts.push({ kind, names: line.slice(from, match.index + name) });
    kind = kinds.find((one) => match.groups?.[one] !== undefined);
    from = match.index + match[0].length;
  }
  parts.push({ kind, names: line.slice(from) });
  return parts;
}

/** A character without which no word of a byline can be there. */
export const roleLetter = /[者员生稿写文图摄影频拍报网媒端台撰笔]/u;
