import type { IsoDate } from '../../calendar/instant.js';
import type { Clause } from './sentences.js';
import { endsWithOne } from './word-tests.js';

/**
 * What stands before or inside the news of a sentence and is none: days, sources, scene-setting. Everything here
 * only takes away, so that what is left is still the paper's own words.
 */

const numeral = '[0-9一二三四五六七八九十]+';
const partOfDay = '(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|深夜|晚|夜)?';
const bracketed = '(?:[（(][^（）()]{1,12}[）)])?';
const day = `(?:当地时间|北京时间)?(?:(?:${numeral}年)?${numeral}月${numeral}日|${numeral}日|今天|昨天|前天|今日|昨日|前日|昨晚|今晨|今早|本周${numeral}|上周${numeral}|近日|日前|近期|连日来|这几天|不久前|前不久|近段时间|前一阵子|前些天|前几天|前段时间|最近|目前|当前|眼下|如今|时下)${bracketed}${partOfDay}`;

/** `8时许`, `10点20分左右`, `9:30`. */
const clock = `${numeral}(?:[时点](?:许|半|整|多|左右|${numeral}分(?:许|左右)?)?|[:：]${numeral}(?:许|左右)?)`;

/** A day at the head of a sentence, with or without the comma; a day that belongs to the words after it stays. */
const leadingDay = new RegExp(
  `^(?:在|从|于)?(?:${day}|(?:本周|上周|周|星期)[一二三四五六日](?:上午|下午|晚上)?)(?:${clock})?(?:开始|起)?[，, ]?(?![的至到起前后底初末、—～~-]|以来|是|出版|.{1,3}的)`,
  'u',
);
/** A day behind the subject: `李强24日在京会见`. One that says until or from when stays. */
const innerDay = new RegExp(
  `(?<![自从至到于的在是为第迟早了及和、—～~0-9年月]|截至|预计|计划)${day}(?=[一-鿿“《])(?![是的至到起前后底初末以零内为、—～~-])`,
  'gu',
);

const clutter =
  /[（(]以下(?:简称|称)[^（）()]{1,20}[）)]|[（(](?:如图|见图|图|上图|下图|资料图|左图|右图|(?:\d+年)?\d+月\d+日|\d+日|今天|昨天|昨日)[^（）()]{0,4}[）)]/gu;

/** Stands in every day that is taken out. */
const partOfDays =
  /[0-9一二三四五六七八九十]日|[今昨前][天日]|昨晚|今[晨早]|[周期][0-9一二三四五六七八九十日]|近[日期段]|日前|连日|几天|不久前|前不久|最近|[目当]前|眼下|如今|时下/u;

/** Takes days that have passed, `(如图)` and the like out of a sentence; days to come are news. */
export function withoutDays(text: string, issueDate: IsoDate): string {
  const tidy = /[（(]/u.test(text) ? text.replace(clutter, '') : text;
  if (!partOfDays.test(tidy)) return tidy;
  const unlessToCome = (found: string) => (isToCome(found, issueDate) ? found : '');
  const headless = tidy.replace(leadingDay, unlessToCome);
  return (headless.length < 4 ? tidy : headless).replace(innerDay, unlessToCome);
}

const daysAYear = 372;

/**
 * Whether a day without a year lies after the issue rather than three times as far before it; a day without a month, within ten
 * days.
 */
function isToCome(found: string, issueDate: IsoDate): boolean {
  const [, month, date] = /(?:(\d+)月)?(\d+)日/u.exec(found) ?? [];
  if (date === undefined) return false;
  const issueMonth = Number(issueDate.slice(5, 7));
  const issueDay = Number(issueDate.slice(8, 10));
  if (month === undefined) return Number(date) > issueDay && Number(date) <= issueDay + 10;
  const ahead = (Number(month) - issueMonth) * 31 + Number(date) - issueDay;
  const inYear = (ahead + daysAYear) % daysAYear;
  return inYear > 0 && inYear < daysAYear / 4;
}

const wholeTime = new RegExp(
  `^(?:在|自|从|到|截至|今年|去年|当天|当日|当晚|同日|其间|期间)?(?:${day}|今年|去年|(?:上|本|下)?周末|上周|本周|上个?月|本月|当天|当日|当晚|同日|其间|期间|以来|下午|上午|清晨|凌晨|傍晚|中午|晚上|0[—–~～至到-]24时|${clock})*$`,
  'u',
);
const connectives = new Set(
  (
    '此外 另外 同时 与此同时 据悉 据了解 据介绍 其中 另据了解 目前 接下来 下一步 随后 会上 会议期间 活动中 活动当天 活动现场 现场 近年来 一直以来 长期以来 截至目前 事实上 值得一提的是 值得注意的是 需要注意的是 具体来看 具体来说 总体来看 当前 眼下 如今 同期 后来 最终 ' +
    '最后 首先 其次 再次 紧接着 接着 之后 此后 从此 这天 一大早 对此 为此 相比之下 不仅如此 与此相应 总的来看 下半年 新学期伊始 镜头一 镜头二 镜头三 镜头四 场景一 场景二 场景三 故事一 故事二 故事三 案例一 案例二 案例三'
  ).split(' '),
);
const longestConnective = Math.max(...[...connectives].map(({ length }) => length));
const source =
  /^(?:据|记者|根据|从|经).{0,40}(?:获悉|了解到|了解|介绍|消息|报道|统计|通报|公布|透露|显示|测算|监测|预测|消息称|报道称)$|(?:数据|结果|统计|报告|信息|情况|监测|调度|调查|预报)(?:显示|表明)$|^[^，]{0,24}(?:获悉|了解到)$/u;
const scene =
  /^(?:为了?|随着|在|面对|围绕|按照|根据|依据|经过|通过|作为|针对|结合|由于|当|正值|适逢|时值|伴随|走进|一进入|为进一步|为深入|为贯彻|为落实|为切实|借助|依托|应|受|自|从|对于|关于|确保|为了|围绕|因|因为|每当|每逢).{2,}$|^.{3,}(?:以来|之际|之后|之前|之时|的同时|过程中|期间|时候|的情况下|的背景下|的基础上|将至|来临|到来)$|^.{2,12}[时后前]$/u;
/** A clause that opens like a scene but tells by itself: `从3万户增加到5万户`, `为群众送上…`. */
const tells =
  /^(?:为(?!了|进一步|深入|切实|更好|全面|贯彻|落实|有效|充分|不断|加快|推动).{1,14}(?:提供|送|宣讲|讲解|讲授|开展|带来|打造|解决|办理|服务|注入|赋能|奠定|作出)|受.{0,8}欢迎|自.{1,14}(?:施行|实施)|从.{1,16}(?:增|升|提高|降|减|变|跃)|在.{1,24}(?:举行|举办|召开|开幕|闭幕|启动|发布|揭牌|开展|落户|投用|会见|设立))/u;

const edge = { opensTime: 1, endsTime: 2, endsSource: 4, opensScene: 8, endsScene: 16 } as const;
const numerals = '0123456789一二三四五六七八九十';
/** The characters with which the patterns above may begin and end: most clauses need not be held against them. */
const edgeCharacters: Readonly<Record<keyof typeof edge, string>> = {
  opensTime: `在自从到截周上本下清凌傍中晚今去当同其期北昨前本上近日不连这最目眼如时以下${numerals}`,
  endsTime: `在自从到至年天日晚间来前期近下今久晨早上午夜时）)${numerals}`,
  endsSource: '悉到解绍息道计报布露示算测称明',
  opensScene: '为随在面围按根依经通作针结由当正适时伴走一借应受自从对关确因每',
  endsScene: '来际后前时间中候下上至临到',
};
const edges = buildEdges();

function buildEdges(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const name of Object.keys(edge) as (keyof typeof edge)[])
    for (const character of edgeCharacters[name]) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] ?? 0) | edge[name];
    }
  return table;
}

const edgesAt = (text: string, index: number): number => edges[text.charCodeAt(index)] ?? 0;

/** What a clause does at the head of a sentence. */
export type Opening = 'connective' | 'time' | 'source' | 'scene' | 'none';

/** Tells whether a clause only opens the sentence and may be left out. */
export function openingOf(clause: string): Opening {
  if (clause.length <= longestConnective && connectives.has(clause)) return 'connective';
  const opens = edgesAt(clause, 0);
  const ends = edgesAt(clause, clause.length - 1);
  if ((opens & edge.opensTime) !== 0 && (ends & edge.endsTime) !== 0 && wholeTime.test(clause)) return 'time';
  if ((ends & edge.endsSource) !== 0 && source.test(clause)) return 'source';
  const mayBeScene = (opens & edge.opensScene) !== 0 || (ends & edge.endsScene) !== 0;
  return mayBeScene && scene.test(clause) && !tells.test(clause) ? 'scene' : 'none';
}

const hearsOf = endsWithOne('了解到 获悉');
const told = /^.{0,24}?从(.{3,24}?)(?:了解到|获悉)$/u;
const sameBody = /^该[局委院校部会厅所馆站公司市县区镇乡村街道社中心企集团]{1,3}/u;

/** `记者从某局获悉，该局推广…`: puts the name in the place of 该局. Undefined where the sentence is not of this form. */
export function withNamedSource(clauses: readonly Clause[]): readonly Clause[] | undefined {
  const [first, second, ...rest] = clauses;
  const name = first !== undefined && hearsOf(first.text) ? told.exec(first.text)?.[1] : undefined;
  if (name === undefined || second === undefined || !sameBody.test(second.text)) return undefined;
  return [{ ...second, text: second.text.replace(sameBody, name) }, ...rest];
}
