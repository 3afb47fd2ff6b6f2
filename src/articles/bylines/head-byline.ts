import { firstWordLength } from '../characters/word-borders.js';
import { isLikelyName } from './names.js';
import { mergePeople, nobody, type People, readPeople } from './people.js';
import { remembering } from './remembering.js';

/** What stood at the head of a story's text. */
export interface HeadByline extends People {
  /** The agency whose dispatch it is, `新华社`; empty for the paper's own. */
  readonly agency: string;
  /** Whence it is, as the paper's own dispatch says: `本报荥阳讯`; empty where it says nothing. */
  readonly dateline: string;
  /** Where the story's own text begins. */
  readonly length: number;
}

const date = '(?:\\d{4}年)?\\s?(?:\\d{1,2}月)?\\s?\\d{1,2}日';
const outlet =
  '(?:本报|本刊|本网|本台|[\\u4e00-\\u9fffA-Za-z]{1,10}?(?:日报|晚报|早报|晨报|商报|都市报|时报|报|网|客户端|全媒体|融媒体?|传媒|融媒体中心))';
/** `本报讯`, `本报3月2日讯`, `大河网讯`, `本报登封讯`, `郑报全媒体讯`; other words with 讯 (互联网通讯设备) are none. */
const dispatch = new RegExp(
  `^(?:[【\\[(（]\\s*)?(?:本报\\s?(?:${date})?\\s?(?:综合)?讯|${outlet}\\s?[\\u4e00-\\u9fff]{0,4}?\\s?(?:${date})?\\s?(?:综合)?(?:讯|专电|消息|电)(?=[\\s:：()（）【】\\[\\]]|记者))(?:\\s*[】\\])）])?`,
  'u',
);
/** `登封讯 `, `商城晚讯（记者`, `巩义4月8日电 `: any place's or outlet's, where a gap or a byline follows and no word ends so. */
const namedDispatch = new RegExp(
  `^(?:[【\\[(（]\\s*)?[\\u4e00-\\u9fff]{2,8}?\\s?(?:${date}\\s?(?:讯|电|消息)|(?<![通资简快短喜音传审问视电闻捷微速要网时腾警])讯|(?<![据好有新此等])消息(?=[:：]))(?:\\s*[】\\])）])?(?=[\\s:：]|[(（【][^()（）【】]{0,12}(?:记者|通讯员))`,
  'u',
);
/** No headline that a dispatch's name could open is as long as its text. */
const shortestText = 24;
/** `据新华社郑州9月4日电`, `新华社北京8月26日电`, `中新网8月26日电`. */
const wire = new RegExp(
  `^(?:[【\\[(（]\\s*)?(?:综合|据)?\\s?(新华社|中新社|中新网|新华网|人民网|央视|中国新闻社)\\s?[\\u4e00-\\u9fff]{0,8}?\\s?(?:${date})?\\s?(?:专?电|讯|消息)(?:\\s*[】\\])）])?`,
  'u',
);
const bracket = /^[\s:：]*[(（[【<〈]\s*([^()（）[\]【】<>〈〉]{2,120})\s*[)）\]】>〉]/u;
const opener = /^[□■◎◆○●▲★☆]\s*/u;
const rolesAhead = /记\s?者|通\s?讯\s?员|实习生|见习|文\s?[/／]\s?图|[/／][文图]/u;
/** The paper's own people before the text: `本报记者 A 8月26日…`, `晚报记者 A 报道：`. */
const ownStaff = /^(?:本报|本刊|[\u4e00-\u9fff]{0,6}(?:报|新闻|全媒体|融媒体?))(?:首席|见习)?记者/u;
/** Where roles and names without a bracket may end. */
const bareEnd = /报道\s*[:：]?\s*|[:：|]\s*|\s+(?:文\s?[/／]\s?图\s*)?/gu;
/** Roles and names without a bracket are not longer. */
const bareLength = 70;

interface Found extends People {
  readonly length: number;
}

/** Reads what follows `本报讯`: one bracket or several with roles or names. */
function readBrackets(text: string, mayBeNamesOnly: boolean): Found | undefined {
  let all: Found | undefined;
  for (let count = 0; count < 3; count += 1) {
    const found = bracket.exec(text.slice(all?.length ?? 0));
    const body = found?.[1];
    if (found === null || body === undefined) break;
    const people = readPeople(body);
    const isByline = rolesAhead.test(body)
      ? people.reporters.length + people.correspondents.length > 0
      : people.isWhole && all === undefined;
    if (!isByline || (!people.hasRole && !mayBeNamesOnly)) break;
    all = { ...mergePeople(all ?? nobody, people), length: (all?.length ?? 0) + found[0].length };
  }
  return all;
}

/** Reads `记者 A 通讯员 B 8月26日…`, `记者A通讯员B报道：…`: roles and names without a bracket, as many as there are. */
function readBare(text: string, mustSayReport: boolean): Found | undefined {
  const head = text.slice(0, bareLength);
  const lead = /^[\s|]*/u.exec(head)?.[0].length ?? 0;
  let best: Found | undefined;
  for (const end of head.matchAll(bareEnd)) {
    const length = end.index + end[0].length;
    if (length <= lead || (mustSayReport && !/报道|[:：]/u.test(end[0]))) continue;
    const people = readPeople(head.slice(lead, length).trim(), true);
    if (people.isWhole && people.hasRole && people.reporters.length + people.correspondents.length > 0)
      best = { ...people, length };
  }
  return best;
}

/** `本报记者 路小远年三十晚上…`: the gap after the name is lost. */
const glued = /^[\s|]*[\u4e00-\u9fff·]{0,12}?记者\s(?=([\u4e00-\u9fff]{4,8}))/u;

/** Reads a role with one name that the text follows without a gap: two characters if the third begins a word of the text. */
function readGlued(text: string): Found | undefined {
  const found = glued.exec(text);
  const run = found?.[1];
  if (found === null || run === undefined) return undefined;
  const name = run.slice(0, firstWordLength(run.slice(2)) > 1 ? 2 : 3);
  if (!isLikelyName(name)) return undefined;
  return { reporters: [name], correspondents: [], hasPhoto: false, length: found[0].length + name.length };
}

/** `本报讯` and the like say nothing of a place. */
const datelineOf = (dispatched: RegExpExecArray | null) =>
  dispatched === null || /^本报\s?讯$/u.test(dispatched[0]) ? '' : dispatched[0];

/** The words of a dispatch that is no agency's. */
function dispatchOf(text: string): RegExpExecArray | null {
  const found = dispatch.exec(text);
  const mayBeNamed = found === null && text.length >= shortestText && /[讯电息]/u.test(text.slice(0, 24));
  return mayBeNamed ? namedDispatch.exec(text) : found;
}

/** Reads the byline in the line at the head of a story's text; undefined where the text begins without one. */
export const readHeadByline = remembering((text: string): HeadByline | undefined => {
  const head = text.slice(0, 260);
  const opening = opener.exec(head)?.[0].length ?? 0;
  const body = head.slice(opening);
  const agencyMatch = wire.exec(body);
  const own = agencyMatch === null ? dispatchOf(body) : null;
  const start = agencyMatch ?? own;
  // `（本报讯 记者 A）`: one bracket around all; what follows the dispatch is read as if it opened there.
  const isAround = start !== null && /^[^】\])）]*[【[(（][^】\])）]*$/u.test(start[0]);
  const before = (start?.[0].length ?? 0) - (isAround ? 1 : 0);
  const rest = isAround ? `（${body.slice(before + 1)}` : body.slice(before);
  const opensWithRole = /^[\s|]*[\u4e00-\u9fff·]{0,12}?(?:记\s?者|通\s?讯\s?员)/u.test(rest);
  const mustSayReport = start === null && !ownStaff.test(rest);
  const people =
    readBrackets(rest, start !== null) ??
    (opensWithRole ? readBare(rest, mustSayReport) : undefined) ??
    (mustSayReport ? undefined : readGlued(rest));
  if (start === null && people === undefined) return undefined;
  if (start === null && !rolesAhead.test(body.slice(0, people?.length ?? 0))) return undefined;
  let length = opening + before + (people?.length ?? 0);
  length += /^[\s:：,，]*/u.exec(text.slice(length, length + 20))?.[0].length ?? 0;
  const { reporters, correspondents, hasPhoto } = people ?? nobody;
  return {
    reporters,
    correspondents,
    hasPhoto,
    agency: agencyMatch?.[1] ?? '',
    dateline: datelineOf(own),
    length,
  };
});
