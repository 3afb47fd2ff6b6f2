import { type BareByline, readBare, readGlued } from './bare-byline.js';
import { readDispatch } from './dispatch.js';
import { mergePeople, nobody, type People, readSigned } from './people.js';
import { remembering } from './remembering.js';
import { roleLetter } from './roles.js';

/** What stood at the head of a story's text. */
export interface HeadByline extends People {
  /** The agency whose dispatch it is, `新华社`; empty for the paper's own. */
  readonly agency: string;
  /** Whence it is, as the paper's own dispatch says: `本报荥阳讯`; empty where it says nothing. */
  readonly dateline: string;
  /** Where the story's own text begins. */
  readonly length: number;
}

const bracket = /^[\s:：]*[(（[【<〈〔]\s*([^()（）[\]【】<>〈〉〔〕]{2,120})\s*[)）\]】>〉〕]/u;
const opener = /^(?:[□■◎◆○●▲★☆⊙]\s*|口(?=本报|晚报|记者)|——(?=本报|晚报|记者))/u;
const rolesAhead = /记\s?者|通\s?[讯迅]\s?员|实习生|见习|评论员|文\s?[/／]\s?图|[/／][文图]/u;
/** The paper's own people before the text: `本报记者 A 8月26日…`, `晚报记者 A 报道：`. */
const ownStaff = /^(?:本报|本刊|[\u4e00-\u9fff]{0,6}(?:报|新闻|全媒体|融媒体?))(?:首席|见习)?记者/u;
/** What a byline without a bracket opens with, after the paper's name: its first role, or a name and what that one made. */
const opensWithRole =
  /^[\s|□■]*(?:[\u4e00-\u9fff·•]{0,16}?(?:记\s?者|通\s?[讯迅]\s?员|评论员|信息员|宣传员)|(?:稿件|文章)?来源[:：]|(?:原?作者|执笔|撰[文稿]|采写|[供投]稿人?|文|图|摄影?|图文|文图|文[/／]图)\s?[:：/／|｜丨]|[\u4e00-\u9fff]{2,8}[报网媒体心端台][\s:：]|[\u4e00-\u9fff]{2,4}\s?(?:[/／][文图]|通讯员))/u;
/** A day and a paper before the roles: `来源：新密市人大 作者：A`. */
const source = /^(?:稿件|文章)?来源[:：]\s?\S{2,12}\s+(?=\S{0,10}(?:记者|通讯员|作者))/u;

/** Reads what follows `本报讯`: one bracket or several with roles or names. */
function readBrackets(text: string, mayBeNamesOnly: boolean): BareByline | undefined {
  let all: BareByline | undefined;
  for (let count = 0; count < 3; count += 1) {
    const found = bracket.exec(text.slice(all?.length ?? 0));
    const body = found?.[1];
    if (found === null || body === undefined) break;
    const people = readSigned(body);
    const isByline = rolesAhead.test(body)
      ? people.reporters.length + people.correspondents.length > 0
      : people.isWhole && all === undefined;
    if (!isByline || (!people.hasRole && !mayBeNamesOnly)) break;
    all = { ...mergePeople(all ?? nobody, people), length: (all?.length ?? 0) + found[0].length };
  }
  return all;
}

/** Reads the people behind the mark or dispatch, if any, at a text's head. */
function readHead(text: string, mark: string, hasDispatch: boolean): BareByline | undefined {
  const inBrackets = readBrackets(text, hasDispatch);
  if (inBrackets !== undefined) return inBrackets;
  const isExpected = hasDispatch || ownStaff.test(text);
  const needsRole = !mark.startsWith('□');
  if (!needsRole || (roleLetter.test(text.slice(0, 24)) && opensWithRole.test(text))) {
    const before = source.exec(text)?.[0].length ?? 0;
    const bare = readBare(text.slice(before), isExpected || before > 0, needsRole);
    if (bare !== undefined) return { ...bare, length: before + bare.length };
  }
  return isExpected ? readGlued(text) : undefined;
}

/** Reads the byline in the line at the head of a story's text; undefined where the text begins without one. */
export const readHeadByline = remembering((text: string): HeadByline | undefined => {
  const head = text.slice(0, 260);
  const mark = opener.exec(head)?.[0] ?? '';
  const body = head.slice(mark.length);
  const dispatch = readDispatch(body);
  const words = dispatch?.words ?? '';
  // `（本报讯 记者 张三）`: one bracket around all; what follows the dispatch is read as if it opened there.
  const isAround = /^[^】\])）]*[【[(（][^】\])）]*$/u.test(words);
  const before = words.length - (isAround ? 1 : 0);
  const rest = isAround ? `（${body.slice(before + 1)}` : body.slice(before);
  const people = readHead(rest, mark, dispatch !== undefined);
  if (dispatch === undefined && people === undefined) return undefined;
  let length = mark.length + before + (people?.length ?? 0);
  length += /^[\s:：,，]*/u.exec(text.slice(length, length + 20))?.[0].length ?? 0;
  const { reporters, correspondents, hasPhoto } = people ?? nobody;
  const { agency = '', dateline = '' } = dispatch ?? {};
  return { reporters, correspondents, hasPhoto, agency, dateline, length };
});
