import { firstWordLength } from '../characters/word-borders.js';
import { isPossibleName } from './names.js';
import { nobody, type People, readPeople } from './people.js';
import { remembering } from './remembering.js';

/** A byline at the end of a story's last paragraph. */
export interface EndByline extends People {
  /** How much of the text is the story's own. */
  readonly keep: number;
}

const bracketed = /[(（【]\s*([^()（）【】。，；]{2,80}?)\s*[)）】]\s*[。.]?\s*$/u;
/** Whose report it is, in place of a name: `(据新华社)`, `(本报综合)`. */
const source =
  /^(?:据|综合)\s?《?[\u4e00-\u9fff]{2,10}(?:社|报|网|新闻|客户端)》?(?:电|报道|消息)?$|^(?:本报)?综合(?:报道|消息|整理)?$/u;
const bare =
  /(?<=[。！？!?”』）)])\s*((?:[\u4e00-\u9fff]{0,7}(?:记者|通讯员|实习生))[\s\u4e00-\u9fff/／、]{2,60})$/u;
const ended = /[。！？!?…”』）)]\s*$/u;

/** Where somebody works, before the name: `(须水社区 A)`. */
const workplaceAhead =
  /^[\u4e00-\u9fff]{2,14}(?:社区|街道|办事处|镇|乡|村|局|委|院|校|学|中心|公司|队|所)\s+(?=[\u4e00-\u9fff]{2,4}(?:\s|$))/u;

/** In brackets after the last sentence stands a name, also with a family name that hardly anybody has: `(校平安)`. */
const rare = /^(?![本据见有未待以上下左右转接全编附注略完])[\u4e00-\u9fff]{3}(?<![图文版页完续略注])$/u;
const isRareName = (text: string) => rare.test(text) && isPossibleName(text) && firstWordLength(text) === 1;

/** Reads the byline that ends a text: `。(A B)`, `。(记者 A 通讯员 B)`, `。记者 A 文/图`; undefined where there is none. */
export const readEndByline = remembering((text: string): EndByline | undefined => {
  const from = Math.max(0, text.length - 120);
  const tail = text.slice(from);
  const found = bracketed.exec(tail) ?? bare.exec(tail);
  const body = found?.[1];
  if (found === null || body === undefined) return undefined;
  const before = tail.slice(0, found.index);
  if (!ended.test(before)) return undefined;
  if (source.test(body)) return { ...nobody, keep: from + before.trimEnd().length };
  if (isRareName(body)) return { ...nobody, reporters: [body], keep: from + before.trimEnd().length };
  const people = readPeople(body.replace(workplaceAhead, ''));
  const count = people.reporters.length + people.correspondents.length;
  if (!people.isWhole || count === 0 || (!people.hasRole && count > 5)) return undefined;
  const { reporters, correspondents, hasPhoto } = people;
  return { reporters, correspondents, hasPhoto, keep: from + before.trimEnd().length };
});
