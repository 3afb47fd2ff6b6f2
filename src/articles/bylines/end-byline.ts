import { firstWordLength } from '../characters/word-borders.js';
import { isPossibleName } from './names.js';
import { nobody, type People, readPeople, readSigned } from './people.js';
import { remembering } from './remembering.js';
import { roleLetter } from './roles.js';

/** A byline at the end of a story's last paragraph. */
export interface EndByline extends People {
  /** How much of the text is the story's own. */
  readonly keep: number;
}

const bracketed = /[(（【〔[]\s*([^()（）【】〔〕。，；]{2,80}?)\s*[)）】〕\]]\s*[。.]?\s*$/u;
/** Whose report it is, in place of a name: `(据新华社)`, `(本报综合)`. */
const source =
  /^(?:据|综合)\s?《?[\u4e00-\u9fff]{2,10}(?:社|报|网|新闻|客户端)》?(?:电|报道|消息)?$|^(?:本报)?综合(?:报道|消息|整理)?$/u;
/** What stands behind the last sentence's end, with a mark before it or not: `。□记者 A`. */
const bare = /(?<=[。！？!?…”』）)])\s*[□■◎◆●⊙—]*\s*([^。！？!?…“”』（）()，；《》\d]{2,70})$/u;
/** A provincial paper's editors sign what they have seen: `③5`. */
const initials = /\s*[①-⑩]\d{1,2}\s*$/u;
const ended = /[。！？!?…”』）)]\s*$/u;

/** In brackets after the last sentence stands a name, also with a family name that hardly anybody has: `(校平安)`. */
const rare = /^(?![本据见有未待以上下左右转接全编附注略完])[\u4e00-\u9fff]{3}(?<![图文版页完续略注])$/u;
const isRareName = (text: string) => rare.test(text) && isPossibleName(text) && firstWordLength(text) === 1;

/** Reads what stands in the brackets that end a text: people, whose report it is, or undefined where it is the story's own. */
function readBracketed(body: string): People | undefined {
  if (source.test(body)) return nobody;
  if (isRareName(body)) return { ...nobody, reporters: [body] };
  const people = readSigned(body.replace(/^[□■◎◆●]\s*/u, ''));
  const count = people.reporters.length + people.correspondents.length;
  return people.isWhole && count > 0 && (people.hasRole || count <= 5) ? people : undefined;
}

/** Reads roles and names that end a text without brackets. */
function readBareEnd(body: string): People | undefined {
  if (!roleLetter.test(body)) return undefined;
  const people = readPeople(body);
  const count = people.reporters.length + people.correspondents.length;
  return people.isWhole && people.hasRole && count > 0 ? people : undefined;
}

/** Most texts end with a sentence. */
const endsPlainly = /[^)）】〕\]][。！？!?…”』]$/u;

/** Reads the byline that ends a text: `。(A B)`, `。(记者 A 通讯员 B)`, `。记者 A 文/图`; undefined where there is none. */
export const readEndByline = remembering((text: string): EndByline | undefined => {
  if (endsPlainly.test(text.slice(-2))) return undefined;
  const from = Math.max(0, text.length - 120);
  const tail = text.slice(from).replace(initials, '');
  const inBrackets = bracketed.exec(tail);
  const found = inBrackets ?? bare.exec(tail);
  const before = tail.slice(0, found?.index ?? tail.length).trimEnd();
  if (!ended.test(before)) return undefined;
  const keep = from + before.length;
  if (found === null) return tail.length < text.length - from ? { ...nobody, keep } : undefined;
  const people = inBrackets === null ? readBareEnd(found[1] ?? '') : readBracketed(found[1] ?? '');
  if (people === undefined) return undefined;
  const { reporters, correspondents, hasPhoto } = people;
  return { reporters, correspondents, hasPhoto, keep };
});
