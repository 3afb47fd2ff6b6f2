import { printedWidth } from '../paragraphs/sentence-ends.js';

/** Marks a line as the sub-headline. */
export const dash = /^[—–―-]{1,3}\s*(?=\S)/u;
/** Marks a line as the kicker. */
export const opener = /^[□■◎◆○●▲★☆▶►]\s*/u;
/** Ends what a speech or a meeting is introduced with. */
const introduction = /(?:强调|要求|指出|时说|表示|提出)[:：]?$/u;
const event = /(?:召开|举行|印发|出台|公布|启动)$/u;
/** Whom one would look for in a sub-headline. */
const attendance = /出席|主持|讲话|参加|致辞/u;

/** A theme or an occasion instead of a statement: 聚焦秋季开学, 文明创建在行动①, 【关注中招】. */
const theme =
  /^【[^【】]+】$|^(?:聚焦|关注|直击|走进|对话|探访|探秘|喜迎|庆祝|纪念|迎接|献礼|深入学习|学习贯彻|贯彻落实|全面落实)|(?:活动|大会|会议|仪式|论坛|行动|工程|专题|专项|系列报道|系列|侧记|纪实|见闻|观察|调查|走笔|巡礼|综述|特写|进行时|在行动|之[一二三四五六七八九十]|[①-⑳])$/u;
/** Who did it, at the head of a line: 惠济区教育局推行…, 我市出台…; but not 市民, 满乡间. */
const doer =
  /^(?:我[市省区县镇]|全[市省国区县]|[省市区县](?:委|政府|政协|人大|[\u4e00-\u9fff]{1,6}(?:局|委|办|院|队|中心|协会|集团))|[\u4e00-\u9fff]{2,12}?(?:[区县市镇](?![民场值集别间块域区外里内中])|乡(?![间村土亲情音愁下])|街道|办事处|社区|局|委(?![屈员])|政协|人大|政府|法院|检察院|公安|派出所|大队|支队|中心(?![城])|集团|公司|大学|学院|小学|中学|医院)(?=[\u4e00-\u9fff“]))/u;
/** Nothing but who or where: 解放路小学, 中原西路街道罗庄村. */
const nameOnly =
  /^(?!.*(?:[走引]进|[了有在到送来为让把]|落户|亮相|入驻))[\u4e00-\u9fff\d]{2,14}(?:[区县市镇乡村]|街道|办事处|社区|局|委|法院|检察院|派出所|大队|支队|集团|公司|大学|学院|小学|中学|医院|幼儿园|政府|区委|县委|市委|党委|工委|管委会|植物园|动物园|公园|博物馆|图书馆|文化馆|景区|车站|机场|服务中心)$/u;
/** Cannot end a statement: a word that asks for another, an open quotation, a time or a stretch without what happened. */
const open =
  /(?:[、的和与及或为在把被让使向从对将给比于是]|“[^”]*|[一两几数\d][个名条家座辆起位项处]|(?:之|以)[前后来]|[年月]底|期间|路段|[到至][\u4e00-\u9fff]{2,6}段)$/u;
/** Goes on with what a line before it began. */
const goesOn = /^(?:[和与及或的而且并却]|也[\u4e00-\u9fff]|[^“]{0,12}”)/u;
/** A line that a quoted name alone completes: `…开了家` / `“后悔药铺”`. */
const asksForName = /[了着过成出开个家位条项座间所处支][\u4e00-\u9fff]?$/u;
const addition =
  /^(?:提醒|链接|回应|预计|最新|目前|[\u4e00-\u9fff]{0,4}(?:市民|专家|官方|部门|警方|网友|律师|医生|校方|记者))[：:]/u;
/** A sum, a number of days, what was spent: it goes with a statement and is none. */
const sum =
  /^(?:总?(?:投资|面积|长|价)|引资|预计|最[高快低早]|涉及|惠及|覆盖|耗资)[\u4e00-\u9fff]{0,4}[\d百千万亿]/u;
/** What a doer does to the public, which is a kicker's matter rather than a headline's. */
const act =
  /(?:开展|推行|推进|实施|启动|组织|举行|举办|召开|出台|印发|部署|调研|督办|视察|试点|探索|推动|加强|落户|揭牌|成立)/u;
/** Begins with what was done, not with who did it: it goes on with the line above. */
const deed =
  /^(?:引发|引来|造成|导致|开展|助力|让|送|将|被|喜获|再|齐|共|促|打造|打响|提升|走进|点亮|照亮|守护|护航|破解|化解|擦亮|绘就|谱写|凝聚|激活|赋能|织密|筑牢|捧回|荣获|要|预计|多次|没|演绎|撑起|托起|走出|迎来|换来|变成|成了|惠及|方便|温暖|救助|帮|助|解决|为|努力|服务|激发|挽救|建设|改善|推进|推动|加快|加强|强化|深化|关爱|关注|传承|弘扬|拒绝|远离|严查|严打|整治|杜绝|防范|呵护|拓宽|破除|打通|畅通|奏响|唱响|点燃|释放|培育|引领|带动|催生|跑出|按下|守住|扛起|答好|念好|下好|种出|走好|办好|过上|住进|迈向|冲刺|决战|抢抓|聚力|赋予|重塑|再现|再造|描绘|织就|铺就|筑就|构筑|构建|搭建|架起|拉近|缩短|减轻|降低|增强|改写|填补|谋|惠|享|创|迎|战|护)/u;
/** Lines that match even in their marks: `依靠营商“软环境”` / `助力经济“硬发展”`. */
export const patternOf = (text: string) => text.replace(/[\u4e00-\u9fff]/gu, '字');

const exhortation =
  /^(?:改善|提升|建设|打造|推进|推动|加强|强化|深化|优化|守护|共[建创享筑治]|创建|弘扬|传承|凝聚|不忘|牢记|学习|践行|倡导|树立|关爱|服务|构建|筑牢|夯实|落实|严[格守防]|确保|抓|促|争|让|助力|携手|同心)/u;

/** How many even groups a motto has, three and more of any kind, or two of exhortation; 0 for lines of another kind. */
function mottoGroupsOf(text: string): number {
  const groups = text.split(' ');
  const [first = ''] = groups;
  if (groups.length < 2 || first.length < 2 || first.length > 8 || !/^[\u4e00-\u9fff\s]+$/u.test(text))
    return 0;
  const isEven = groups.every(({ length }) => length === first.length);
  return isEven && (groups.length > 2 || groups.every((group) => exhortation.test(group)))
    ? groups.length
    : 0;
}

/** A line over a story with what its words say of its place there. */
export interface TitleCues {
  /** Without a place or column before a colon. */
  readonly text: string;
  readonly width: number;
  readonly level: number;
  readonly line: number;
  readonly isDashed: boolean;
  readonly isMarked: boolean;
  readonly endsWithColon: boolean;
  readonly introduces: boolean;
  readonly reportsEvent: boolean;
  readonly tellsAttendance: boolean;
  readonly isTheme: boolean;
  readonly isBracketed: boolean;
  readonly hasDoer: boolean;
  /** Somebody holds, starts, inspects something. */
  readonly reportsAct: boolean;
  readonly beginsWithDeed: boolean;
  readonly isName: boolean;
  readonly isOpen: boolean;
  readonly endsWithComma: boolean;
  readonly goesOn: boolean;
  /** Adds advice, an answer or a figure: 提醒：…, 专家：… */
  readonly adds: boolean;
  readonly asksForName: boolean;
  readonly isQuoted: boolean;
  readonly isSum: boolean;
  readonly endsWithFigure: boolean;
  /** Groups of equal length: 0 for none, 2 for 改善人居环境 提升生活质量. */
  readonly mottoGroups: number;
  readonly hasComma: boolean;
}

/** A place or column that will become the kicker: 新密市：… */
const columnBefore = /^[^：:，“”]{2,10}[：:]\s?(?=\S{3})/u;

/** Reads the cues of a title line. */
export function cuesOf({
  text: whole,
  level,
  line,
}: {
  text: string;
  level: number;
  line: number;
}): TitleCues {
  const text = whole.replace(columnBefore, '');
  const hasDoer = doer.test(text);
  return {
    text,
    width: printedWidth(text),
    level,
    line,
    isDashed: dash.test(text),
    isMarked: opener.test(text),
    endsWithColon: /[:：]$/u.test(text),
    introduces: introduction.test(text),
    reportsEvent: event.test(text),
    tellsAttendance: attendance.test(text),
    isTheme: theme.test(text),
    isBracketed: /^【[^【】]{2,8}】$/u.test(text),
    hasDoer,
    reportsAct: hasDoer && act.test(text),
    beginsWithDeed: deed.test(text),
    isName: nameOnly.test(text),
    isOpen: open.test(text),
    endsWithComma: /，$/u.test(text),
    goesOn: goesOn.test(text),
    adds: addition.test(whole),
    asksForName: asksForName.test(text),
    isQuoted: /^“[^“”]+”$/u.test(text),
    isSum: sum.test(text),
    endsWithFigure: /\d[\u4e00-\u9fff%]{1,3}$/u.test(text),
    mottoGroups: mottoGroupsOf(text),
    hasComma: /，./u.test(text),
  };
}
