import { straddlesWords } from '../characters/word-borders.js';
import type { Gazetteer, GazetteerName } from './gazetteer.js';
import { settleNeighbours } from './neighbours.js';
import type { Where } from './placed-text.js';

/** A name found in a story's text. */
export interface Mention {
  readonly word: string;
  readonly entry: GazetteerName;
  readonly where: Where;
  /** Place in the order of reading. */
  readonly at: number;
  /** District that stands right before it: `中原区` of `中原区须水街道`; empty where none does. */
  readonly after: string;
  /** A short name that an institution follows: `荥阳法院`, `二七区` is none. */
  readonly isInstitution: boolean;
  /** Name of another city right before it. */
  readonly isForeign: boolean;
  /** Only where a person of the story lives or comes from: 家住金水区的吴女士. */
  readonly isOrigin: boolean;
}

const institution =
  /^(?:区委|区政府|法院|人民法院|检察院|人民检察院|公安|警方|交警|消防|人社|教育|教体|税务|市场监|卫健|城管|城市管理|民政|文旅|文广|住建|环保|生态环境|自然资源|应急|司法|财政|统计|审计|发改|发展改革|商务|农业|农委|水利|水务|交通|林业|科技局|科工|工信|妇联|团委|残联|红十字|一中|二中|三中|实验[中小]|实验高|第[一二三四五六七]|外国语|高中|初中|小学|中学|幼儿园|人民医院|中医院|妇幼|执法|巡特警|巡警|刑警|供电|烟草|民警|融媒|总工会|工会|巡防|特巡警|热力|园林|疾控|医保|信访|政务|行政审批|纪委|武装部|职教|党校|图书馆|文化馆|博物馆|体育|分局|籍|产业集聚区|城区|县城|新城|老城|全域|各界|群众|居民|市民|农民|村民|街坊|市区|境内|街头)/u;
const notThePlace = /^(?:域|间|块链|别|分)/u;
/** Bodies that are named after a road that they look after. */
const bodyOfRoad = /^(?:派出所|社区|巡防|办事处|卫生服务中心|市场监管所)/u;
/** Words that begin with 路: 人民路线, 文化路径. */
const notTheRoad = /^(?:线|径|子|演|透|标|灯|程|费|网|况|障|政)/u;
const foreignBefore = /[\u4e00-\u9fff](?:省|市|州|自治区|国家级?|东湖|滨湖|浦东|天府|两江)$/u;
/** Characters before a name that are looked at. */
const longestBefore = 6;
const origin = /(?:家住|住在|家在|来自|就读于)(?:郑州市?|我市)?$/u;

/** Whether what follows a name makes it an institution's: courts take short names of districts, police stations those of roads. */
function isInstitution({ kind, weight }: GazetteerName, rest: string): boolean {
  if (kind === 'road') return bodyOfRoad.test(rest);
  return (kind === 'stem' || (kind === 'district' && weight < 3)) && institution.test(rest);
}

/** The name before another one, and where it ends. */
interface Previous {
  readonly end: number;
  readonly entry: GazetteerName;
}

/** Whether the characters of a name are none here: part of another word, or only the beginning of one. */
function isOtherWord({ name, kind }: GazetteerName, text: string, at: number, rest: string): boolean {
  if (name.endsWith('区') && notThePlace.test(rest)) return true;
  if (kind === 'road' && notTheRoad.test(rest)) return true;
  return name.length === 2 && kind !== 'lookalike' && straddlesWords(text, at);
}

/** The district that stands right before a name; cities and roads say nothing of what follows them. */
function districtBefore(adjacent: Previous | undefined): string {
  const { kind, districts } = adjacent?.entry ?? {};
  return kind === 'city' || kind === 'road' ? '' : (districts?.[0] ?? '');
}

/** Whether another city's name stands before a name that every city has. */
function isForeignHere({ kind }: GazetteerName, before: string, previous: Previous | undefined): boolean {
  return kind === 'generic' && foreignBefore.test(before.slice(-5)) && previous?.entry.kind !== 'city';
}

/** Finds the names in one stretch of text; `start` is its place in the order of reading. */
export function mentionsIn(
  gazetteer: Gazetteer,
  text: string,
  where: Where,
  start: number,
): readonly Mention[] {
  const mentions: Mention[] = [];
  let previous: Previous | undefined;
  const { length } = text;
  for (let at = gazetteer.nextStart(text, 0); at < length; at = gazetteer.nextStart(text, at + 1)) {
    const entry = gazetteer.nameAt(text, at);
    if (entry === undefined) continue;
    const end = at + entry.name.length;
    const rest = text.slice(end, end + 8);
    if (isOtherWord(entry, text, at, rest)) continue;
    const before = text.slice(Math.max(0, at - longestBefore), at);
    const adjacent = previous !== undefined && at - previous.end <= 1 ? previous : undefined;
    mentions.push({
      word: entry.name,
      entry,
      where,
      at: start + at,
      after: districtBefore(adjacent),
      isInstitution: isInstitution(entry, rest),
      isForeign: adjacent?.entry.kind === 'elsewhere' || isForeignHere(entry, before, previous),
      isOrigin: origin.test(before),
    });
    previous = { end, entry };
    at = end - 1;
  }
  settleNeighbours(mentions, text, start);
  return mentions;
}
