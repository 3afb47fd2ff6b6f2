import { isLikelyName, isPossibleName, splitNames } from './names.js';

/** Who wrote a story. */
export interface People {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  /** The byline said that its people made pictures, too. */
  readonly hasPhoto: boolean;
}

export const nobody: People = { reporters: [], correspondents: [], hasPhoto: false };

const paperWord =
  '(?:本报|本刊|本网|[\\u4e00-\\u9fff]{0,4}(?:日报|晚报|早报|晨报|商报|都市报|时报|郑报|大河报|晚报|全媒体|融媒体?|传媒|客户端|新闻|广播|电视台))?';
const staff = '(?:全媒体|融媒体?|新媒体|首席|见习|实习|特约|驻站|特派|摄影|文字|资深|本报|记者站|中心){0,3}';
/** A word that says what the names after it are. */
const role = new RegExp(
  `${paperWord}${staff}(?:记者|实习生|编辑)|(?:特约|本报|首席)?通\\s?讯\\s?员|${paperWord}(?:见习生|评论员)|(?:摄影|撰文|采写|整理|作者)(?:[:：]|(?=\\s))|(?:文字|文|图片|图|摄影|摄|视频)[/／](?:文字|文|图片|图|摄影|摄|视频)|(?<![\\u4e00-\\u9fff])(?:文|图|摄影|摄|视频|供图)[/／:：]|(?:[/／]|(?<![\\u4e00-\\u9fff]))(?:文图|图文|文|图|摄影|摄|供图|视频)(?![\\u4e00-\\u9fff])|(?:摄影|摄|供图)$`,
  'gu',
);
/** Words of a byline that are neither role nor name. */
const noise = /(?:报道|综合报道|整理|摄影报道|据|实习|来源|本报|发自[\u4e00-\u9fff]{2,4})$/u;

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
    const isPersonRole = /记者|讯|实习|作者|采写|撰文|评论员|见习|编辑/u.test(word);
    // `A/文 B/图` says what the name before did; `文/A` what the name after does.
    current = isPersonRole || /[:：]$|^(?:文|图|摄影|摄|视频|供图)[/／]$/u.test(word) ? word : '记者';
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

const correspondentRole = /通\s?讯\s?员/u;
const pictureMark =
  /(?:文|图|摄|影|视频)\s*[/／]|[/／]\s*(?:文|图|摄)|(?:^|[\s/／])(?:摄影|摄|图)(?:$|[\s:：])|摄影?$|文图|图文/u;

/** Reads a byline: roles and names in any order and spelling. Nobody is invented: what is no name makes it not whole. */
export function readPeople(text: string): Reading {
  const reporters: string[] = [];
  const correspondents: string[] = [];
  let isWhole = true;
  let hasRole = false;
  for (const part of partsOf(text.replace(/[:：]\s*$/u, ''))) {
    const list = correspondentRole.test(part.role) ? correspondents : reporters;
    if (part.role !== '') hasRole = true;
    for (const token of splitNames(part.names, part.role !== '')) {
      const name = token.replace(noise, '');
      if (name === '') continue;
      const isName = part.role === '' ? isLikelyName(name) : isPossibleName(name);
      if (isName && !list.includes(name)) list.push(name);
      else if (!isName) isWhole = false;
    }
  }
  return { reporters, correspondents, hasPhoto: pictureMark.test(text), isWhole, hasRole };
}

/** Puts two bylines of one story together. */
export function mergePeople(one: People, other: People): People {
  return {
    reporters: [...new Set([...one.reporters, ...other.reporters])],
    correspondents: [...new Set([...one.correspondents, ...other.correspondents])],
    hasPhoto: one.hasPhoto || other.hasPhoto,
  };
}
