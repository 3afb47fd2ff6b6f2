import { printedWidth } from '../paragraphs/sentence-ends.js';
import type { Unit } from '../paragraphs/unit.js';

/** How a line over a story is marked: with a dash a sub-headline, with a colon or a square a kicker. */
export const dash = /^[—–―-]{1,3}\s*(?=\S)/u;
export const opener = /^[□■◎◆○●▲★☆▶►]\s*/u;
/** Ends what a speech is introduced with: never a headline where another line is there to be one. */
export const speechEnd = /(?:强调|要求|指出|时说|表示|提出)[:：]?$/u;
/** Whom one would look for in a sub-headline. */
export const subheadWords = /出席|主持|讲话|参加|致辞/u;

/** A theme or an occasion instead of a statement: 聚焦秋季开学, 文明创建在行动①, 【关注中招】. */
export const theme =
  /^【[^【】]+】$|^(?:聚焦|关注|直击|走进|对话|探访|探秘|喜迎|庆祝|纪念|迎接|献礼|深入学习|学习贯彻|贯彻落实|全面落实)|(?:活动|大会|会议|仪式|论坛|行动|工程|专题|专项|系列报道|系列|侧记|纪实|见闻|观察|调查|走笔|巡礼|综述|特写|进行时|在行动|之[一二三四五六七八九十]|[①-⑳])$/u;
/** Who did it, at the head of a line: 惠济区教育局推行…, 我市出台…. */
const doer =
  /^(?:我[市省区县镇]|全[市省国区县])|^[\u4e00-\u9fff]{2,12}?(?:区|县|市|镇|乡|街道|办事处|社区|局|委|法院|检察院|公安|派出所|大队|支队|中心|集团|公司|大学|学院|小学|中学|医院)(?=[\u4e00-\u9fff“])/u;
/** Cannot end a statement. */
const open = /(?:[，、的和与及或为在把被让使向从对将给比于是]|“[^”]*)$/u;
/** Goes on with what a line before it began. */
const goesOn = /^(?:[和与及或的而且并却]|也[\u4e00-\u9fff]|[^“]{0,12}”)/u;

/** A line that a quoted name alone completes: `…开了家` / `“后悔药铺”`. */
const asksForName = /[了着过成出开个家位条项座间所处支][\u4e00-\u9fff]?$/u;
const quotedName = /^“[^“”]{2,8}”$/u;

const widest = 17;
/** How much narrower than the other a line of a couplet may be. */
const evenness = 0.65;

/** Whether two neighbouring lines of one mark are one headline set in two lines, neither of them kicker nor sub-headline. */
function isCouplet(first: Unit, second: Unit, least: number): boolean {
  if (first.level !== second.level || second.line - first.line > 2) return false;
  const [one, other] = [first.text, second.text];
  if (opener.test(one) || /[:：]$/u.test(one) || speechEnd.test(one) || dash.test(other)) return false;
  const widths = [printedWidth(one), printedWidth(other)];
  if (Math.max(...widths) > widest) return false;
  if (open.test(one) || goesOn.test(other)) return true;
  if (asksForName.test(one) && quotedName.test(other)) return true;
  if (theme.test(one) || theme.test(other) || subheadWords.test(other)) return false;
  if (doer.test(one) !== doer.test(other)) return false;
  return Math.min(...widths) >= Math.max(...widths) * least;
}

/** The lines over a story with those two put together that are one headline; the others stay. */
export function joinCouplet(lines: readonly Unit[]): readonly Unit[] {
  const at = lines.findIndex((line, index) => {
    const next = lines[index + 1];
    const follows = speechEnd.test(lines[index - 1]?.text ?? '');
    return next !== undefined && isCouplet(line, next, follows ? 0 : evenness);
  });
  const [first, second] = [lines[at], lines[at + 1]];
  if (first === undefined || second === undefined) return lines;
  const gap = /[，、]$/u.test(first.text) ? '' : ' ';
  const joined = { ...first, text: `${first.text}${gap}${second.text}` };
  return [...lines.slice(0, at), joined, ...lines.slice(at + 2)];
}
