import { isLikelyName, isPossibleName, splitNames } from './names.js';

/** Who wrote a story. */
export interface People {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  /** The byline said that its people made pictures, too. */
  readonly hasPhoto: boolean;
}

export const nobody: People = { reporters: [], correspondents: [], hasPhoto: false };

/** Papers, stations and sites that stand before a role: `顶端新闻·大河报记者`, `郑报融媒 记者`. */
const outlet =
  '(?:本报|本刊|本网|本台|[\\u4e00-\\u9fff]{0,6}?(?:报|新闻|网|视频|客户端|全媒体|融媒体?(?:中心)?|新媒体|传媒|电视台|电台|广播|财立方|在线))';
const outlets = `(?:${outlet}[·•\\s/]{0,2}){0,3}`;
const staff =
  '(?:全媒体|融媒体?|新媒体|首席|见习|实习|特约|驻站|特派|驻[豫郑]|摄影|文字|资深|本报|记者站|中心){0,3}';
const picture = '文字|文图|图文|文|图片|图|摄影|摄|视频|供图';
/** A word that says what the names after it are. */
const role = new RegExp(
  [
    `${outlets}${staff}(?:记者|实习生)[:：/]?`,
    '(?:责任编辑|责编|编辑|校对|统筹|编审|审核)[:：/]?',
    '(?:特约|本报|首席)?通讯员[:：/]?',
    `${outlets}(?:见习生|评论员)`,
    '(?:摄影|撰文|撰稿|采写|整理|作者|供稿)(?:[:：/]|(?=\\s))',
    `(?:${picture})/(?:${picture})`,
    `(?<![\\u4e00-\\u9fff])(?:${picture})[/:：]`,
    `(?:/|(?<![\\u4e00-\\u9fff]))(?:${picture})(?![\\u4e00-\\u9fff])`,
    '(?:摄影|摄|供图|供稿)$',
  ].join('|'),
  'gu',
);
/** Words of a byline that are neither role nor name. */
const noise = /(?:摄影报道|综合报道|报道|整理|据|实习|来源|本报|发自[\u4e00-\u9fff]{2,4})$/u;
/** Where correspondents work: `通讯员 区法院 李四`. */
const workplace =
  /^.{1,12}(?:法院|检察院|公安局?|分局|局|委|办|宣传部|大队|支队|中队|派出所|街道|办事处|社区|中心|大学|学院|学校|中学|小学|医院|公司|银行|集团|记者站)$/u;

interface Part {
  readonly role: string;
  readonly names: string;
}

/** `记者 A B 通讯员 C 文/图` as roles with what follows each. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let current = '';
  let from = 0;
  for (const match of text.matchAll(role)) {
    parts.push({ role: current, names: text.slice(from, match.index) });
    const word = match[0];
    const isPersonRole = /记者|讯|实习|作者|采写|撰|评论员|见习|编|校对|统筹|审核|供稿/u.test(word);
    // `A/文 B/图` says what the name before did; `文/A` what the name after does.
    current = isPersonRole || /[:：/]$/u.test(word) ? word : '记者';
    from = match.index + word.length;
  }
  parts.push({ role: current, names: text.slice(from) });
  return parts;
}

/** A byline taken apart, and whether all of it was understood. */
export interface Reading extends People {
  readonly isWhole: boolean;
  readonly hasRole: boolean;
}

/** They saw it through the press and wrote nothing of it. */
const editors = /编|校对|统筹|审核/u;
const pictureMark =
  /(?:文|图|摄|影|视频)\s*\/|\/\s*(?:文|图|摄)|(?:^|[\s/])(?:摄影|摄|图)(?:$|[\s:：])|摄影?(?:报道)?$|文图|图文/u;

/** `吕 崇 文` is a name set apart and no writer of words, unless another word says who made the pictures. */
const apart =
  /(?<![\u4e00-\u9fff]|[文图摄]\s.{0,40})([\u4e00-\u9fff]) ([\u4e00-\u9fff]) ([文图])(?=$|\s[^文图摄]*$)/u;

/** One spelling: `记 者` is 记者, every stroke between names a slash. */
function tidy(text: string): string {
  return text
    .replace(/记\s?者/gu, '记者')
    .replace(/通\s?讯\s?员/gu, '通讯员')
    .replace(apart, '$1$2$3')
    .replace(/[／|｜丨]/gu, '/')
    .replace(/[:：]\s*$/u, '');
}

/**
 * Reads a byline: roles and names in any order and spelling. Nobody is invented: what is no name makes it not whole. Where
 * the story's text may follow without a border, only the name right after a role may have a rare family name.
 */
export function readPeople(text: string, mayRunIntoText = false): Reading {
  const reporters: string[] = [];
  const correspondents: string[] = [];
  let isWhole = true;
  let hasRole = false;
  const line = tidy(text);
  for (const part of partsOf(line)) {
    if (editors.test(part.role)) continue;
    const list = part.role.includes('通讯员') ? correspondents : reporters;
    if (part.role !== '') hasRole = true;
    splitNames(part.names, part.role !== '').forEach((token, at) => {
      const name = token.replace(noise, '');
      if (name === '' || (part.role !== '' && workplace.test(name))) return;
      const isSure = part.role !== '' && (at === 0 || !mayRunIntoText);
      const isName = isSure ? isPossibleName(name) : isLikelyName(name);
      if (isName && !list.includes(name)) list.push(name);
      else if (!isName) isWhole = false;
    });
  }
  return { reporters, correspondents, hasPhoto: pictureMark.test(line), isWhole, hasRole };
}

/** Puts two bylines of one story together. */
export function mergePeople(one: People, other: People): People {
  return {
    reporters: [...new Set([...one.reporters, ...other.reporters])],
    correspondents: [...new Set([...one.correspondents, ...other.correspondents])],
    hasPhoto: one.hasPhoto || other.hasPhoto,
  };
}
