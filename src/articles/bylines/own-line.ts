import { type People, readPeople } from './people.js';
import { remembering } from './remembering.js';
import { roleLetter } from './roles.js';

/** A byline that is a line of its own. */
export interface OwnLineByline extends People {
  /** Says who they are (记者, 通讯员, 文/图), so that it is a byline beyond doubt. */
  readonly hasRole: boolean;
  /** `… 摄`: the credit of a picture, not of the story. */
  readonly isCredit: boolean;
}

/** Marks before a byline; recognisers read `□` as `口`. */
const opener = /^(?:[□■◎◆◇○●▲★☆⊙☉※▪▢❑—–\s/／]+|口\s?(?=(?:本报|[晚今商早晨]报|记者|见习|首席|实习|通讯员)))/u;
/** `来源：郑州日报 作者：A`, `2024-08-28 郑州日报 记者 A`: day and paper first. */
const source =
  /^(?:[12]\d{3}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*)?(?:(?:(?:稿件|文章|信息)?来源|稿源)[:：]\s?\S{2,12}\s+|[\u4e00-\u9fff]{2,8}(?:报|网|社|客户端)\s+(?=(?:记者|通讯员|作者)))?/u;
const brackets = /^[(（[【〔]\s*([^()（）]*?)\s*[)）\]】〕]\s*[。.]?$/u;
const credit = /(?:摄影?|供图|制图|资料图片?|图片?)\s*$/u;
const writing = /文|[写撰]|报道/u;

/** No byline has them; a comma stands only before a role or a name: `图/A、B，文/C`. */
const sentenceMark =
  /[。！？!?；“”《》\d%]|，(?!(?:[文图摄]|\S{0,8}(?:记者|通讯员|实习生))\s?[\s／/:：|｜\u4e00-\u9fff]|[\u4e00-\u9fff]{2,3}(?:[，、\s／/]|$))/u;

/** Between who took the picture and the next role: `A 图通讯员 B`. */
const lostGap = /(?<=\s[文图摄])(?=通讯员|实习生)/gu;

/** Names alone, four at most and set apart, are no longer. */
const longestNames = 30;

/** Reads a whole line as a byline: `本报记者 A B`, `□晚报记者 A 通讯员 B`, `A B/文 C/图`, `A  B`; otherwise undefined. */
export const readOwnLine = remembering((line: string): OwnLineByline | undefined => {
  if (line.length > 90 || line.length < 2 || (line.length > longestNames && !roleLetter.test(line)))
    return undefined;
  const text = line
    .replace(opener, '')
    .replace(/《([\u4e00-\u9fff]{2,10})》(?=\s?(?:[\u4e00-\u9fff]{0,4}记者))/gu, '$1')
    .replace(source, '')
    .replace(lostGap, ' ')
    .replace(/[。.]$/u, '');
  const body = brackets.exec(text)?.[1] ?? text;
  if (sentenceMark.test(body) || /，.*。$/u.test(line)) return undefined;
  const people = readPeople(body);
  const count = people.reporters.length + people.correspondents.length;
  if (!people.isWhole || count === 0 || count > 12) return undefined;
  if (!people.hasRole && (count > 4 || /，|。$/u.test(line))) return undefined;
  const isCredit = credit.test(body) && !writing.test(body) && !/[/／|｜丨]图$/u.test(body);
  return { ...people, isCredit };
});

const endsWithRole = /(?:记者|通讯员|实习生)\s*$/u;

/** Reads a line as what the byline above it goes on with: `记者 A 通讯员` over `B C 文/图`, `记者 A` over `B`. */
export function readWrappedLine(line: string, above: string | undefined): OwnLineByline | undefined {
  const people = readOwnLine(line);
  if (above === undefined || people === undefined) return people;
  const goesOn = !people.hasRole || endsWithRole.test(above);
  return (goesOn ? readOwnLine(`${above} ${line}`) : undefined) ?? people;
}
