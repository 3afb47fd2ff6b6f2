import { isLikelyName, isPossibleName, splitNames } from './names.js';
import { partsOf } from './roles.js';

/** Who wrote a story. */
export interface People {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  /** The byline said that its people made pictures, too. */
  readonly hasPhoto: boolean;
}

/** No byline, or one that names no one. */
export const nobody: People = { reporters: [], correspondents: [], hasPhoto: false };

/** A byline taken apart, and whether all of it was understood. */
export interface Reading extends People {
  readonly isWhole: boolean;
  readonly hasRole: boolean;
}

/** Words of a byline that are neither role nor name. */
const noise = /(?:摄影报道|综合报道|报道|整理|据|实习|来源|本报|发自[\u4e00-\u9fff]{2,4})$/u;
const workplaces =
  '法院|检察院|公安局?|分局|局|委|办|部|大队|支队|中队|街道|办事处|社区|镇|乡|村|院|校|中心|大学|学院|中学|小学|医院|公司|银行|集团|记者站|队|所';
/** Where correspondents work: `通讯员 区法院 李四`, also without a gap before a name. */
const workplace = new RegExp(`^.{1,12}(?:${workplaces})(?:$|(?=[\\u4e00-\\u9fff]{2,3}$))`, 'u');
const workplaceAhead = new RegExp(
  `^[\\u4e00-\\u9fff]{2,14}(?:${workplaces})\\s+(?=[\\u4e00-\\u9fff]{2,4}(?:\\s|$))`,
  'u',
);

const pictureMark =
  /(?:文|图|摄|影|视频)\s*\/|\/\s*(?:文|图|摄)|(?:^|[\s/])(?:摄影|摄|图)(?:$|[\s:])|摄影?(?:报道)?$|文图|图文/u;
/** `吕 崇 文` is a name set apart and no writer of words, unless another word says who made the pictures. */
const apart =
  /(?<![\u4e00-\u9fff]|[文图摄]\s.{0,40})([\u4e00-\u9fff]) ([\u4e00-\u9fff]) ([文图])(?=$|\s[^文图摄]*$)/u;

/** Whose pictures they are, where nobody of the paper made them: `受访者供图`, `图据网络`. */
const borrowed =
  /\s(?:部分)?(?:资料图片?|网络图片?|图片?据\S{2,6}|图片?由\S{2,12}提供|受访\S{1,2}\s?\/?(?:供图|提供|图)?)$/u;

/** One spelling: `记 者` is 记者, `文并图` is 文/图, every stroke between names a slash. */
function tidy(text: string): string {
  return text
    .replace(/(?:本 报 )?记\s?者/gu, (word) => word.replace(/\s/gu, ''))
    .replace(/通\s?[讯迅]\s?员/gu, '通讯员')
    .replace(borrowed, '')
    .replace(apart, '$1$2$3')
    .replace(/\s?[／|｜丨]\s?/gu, '/')
    .replace(/：/gu, ':')
    .replace(/\s[□■◎◆●]\s?|，(?=[文图摄]\s?[/:])/gu, ' ')
    .replace(/([文图])[并和]([文图摄])/u, '$1/$2')
    .replace(/:\s*$/u, '');
}

function readRoles(line: string, mayRunIntoText: boolean): Reading {
  const reporters: string[] = [];
  const correspondents: string[] = [];
  let isWhole = true;
  let hasRole = false;
  for (const { kind, names } of partsOf(line)) {
    const list = kind === 'correspondent' ? correspondents : reporters;
    if (kind !== undefined && kind !== 'other') hasRole = true;
    splitNames(names, kind !== undefined).forEach((token, at) => {
      const bare = token.replace(noise, '');
      const mayBeWorkplace = kind !== undefined && (bare.length > 3 || !isPossibleName(bare));
      const name = mayBeWorkplace ? bare.replace(workplace, '') : bare;
      if (name === '') return;
      const isSure = kind !== undefined && kind !== 'paper' && (at === 0 || !mayRunIntoText);
      if (!(isSure ? isPossibleName(name) : isLikelyName(name))) isWhole = false;
      else if (kind !== 'other' && !list.includes(name)) list.push(name);
    });
  }
  return { reporters, correspondents, hasPhoto: pictureMark.test(line), isWhole, hasRole };
}

/** Who sent the piece in, from where: `未来路街道 A 供稿`. */
const contribution =
  /^[\u4e00-\u9fff]{2,18}(?:街道|办事处|社区|镇|乡|局|委|院|校|学|中心|公司|队|所|部|办)\s?([\u4e00-\u9fff]{2,3}(?:[、\s][\u4e00-\u9fff]{2,3}){0,2})\s?(?:供稿|投稿|来稿)$/u;

/** Reads `未来路街道 A B 供稿`: they are correspondents; undefined where no workplace or no plain name is named. */
function readContribution(line: string): Reading | undefined {
  const names = /[供投来]稿$/u.test(line) ? contribution.exec(line)?.[1]?.split(/[、\s]/u) : undefined;
  if (names === undefined || !names.every(isLikelyName)) return undefined;
  return { reporters: [], correspondents: names, hasPhoto: false, isWhole: true, hasRole: true };
}

/** A paper that nobody knows, before its own: `商城晚讯记者 A`. */
const unknownOutlet =
  /^[\u4e00-\u9fff·]{2,10}(?=(?:首席|见习|实习|特约|全媒体|融媒体?)?(?:记者|通讯员)\s?[\u4e00-\u9fff])/u;

/**
 * Reads a byline: roles and names in any order and spelling. Nobody is invented: what is no name makes it not whole. Where
 * the story's text may follow without a border, only the name right after a role may have a rare family name; behind a
 * paper that nobody knows none may.
 */
export function readPeople(text: string, mayRunIntoText = false): Reading {
  const line = tidy(text);
  const people = readContribution(line) ?? readRoles(line, mayRunIntoText);
  if (people.isWhole || !people.hasRole) return people;
  const rest = line.replace(unknownOutlet, '');
  if (rest === line) return people;
  const ofRest = readRoles(rest, mayRunIntoText);
  return [...ofRest.reporters, ...ofRest.correspondents].every(isLikelyName) ? ofRest : people;
}

/** Reads what stands in a byline's brackets, where a workplace may stand before names alone: `须水社区 A`. */
export function readSigned(text: string): Reading {
  const people = readPeople(text);
  return people.isWhole ? people : readPeople(text.replace(workplaceAhead, ''));
}

/** Puts two bylines of one story together. */
export function mergePeople(one: People, other: People): People {
  return {
    reporters: [...new Set([...one.reporters, ...other.reporters])],
    correspondents: [...new Set([...one.correspondents, ...other.correspondents])],
    hasPhoto: one.hasPhoto || other.hasPhoto,
  };
}
