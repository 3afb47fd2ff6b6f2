import { firstWordLength } from '../characters/word-borders.js';
import { isLikelyName } from './names.js';
import { type People, type Reading, readPeople } from './people.js';

/** A byline without brackets, and where it ends. */
export interface BareByline extends People {
  readonly length: number;
}

/** Where roles and names without a bracket may end. */
const end = /报道\s*[:：]?\s*|[:：|]\s*|\s+(?:文\s?[/／]\s?图\s*)?|$/gu;
/** Roles and names without a bracket are not longer. */
const longest = 90;
/** What a reporter does, not who one is: `记者 A 从区教育局获悉`. */
const deed = /^(?:从|看到|了解|获悉|发现|采访|来到|走进|注意到|跟随|实地|现场|说|问|答)/u;
/** Somebody is asked, and the paper's question is printed: `记者：…`. */
const question = /^[\s\u4e00-\u9fff]{0,6}记者[:：]/u;

const namesOf = ({ reporters, correspondents }: People) => [...reporters, ...correspondents];

/** Whether nothing but a gap need end the byline: its names are plain, and no sentence about a reporter goes on behind it. */
function isPlain(people: Reading, byline: string, after: string): boolean {
  if (!namesOf(people).every(isLikelyName)) return false;
  const saysMore = people.hasPhoto || (people.reporters.length > 0 && people.correspondents.length > 0);
  return saysMore || !(question.test(byline) || deed.test(after));
}

/**
 * Reads `记者 A 通讯员 B 8月26日…`, `记者A通讯员B报道：…`, `□ A 8月26日…`: roles and names without a bracket, as many as there
 * are. Where it is not `expected`, by a dispatch or the paper's own name before it, the names must be plain; `needsRole`
 * is false where a mark shows that names alone are a byline.
 */
export function readBare(text: string, isExpected: boolean, needsRole: boolean): BareByline | undefined {
  const head = text.slice(0, longest);
  const lead = /^[\s|□■]*/u.exec(head)?.[0].length ?? 0;
  let best: BareByline | undefined;
  for (const found of head.matchAll(end)) {
    const length = found.index + found[0].length;
    if (length <= lead) continue;
    const byline = head.slice(lead, length).trim();
    const people = readPeople(byline, true);
    if (!people.isWhole || namesOf(people).length === 0 || (needsRole && !people.hasRole)) continue;
    const saysSo = /报道|[:：]/u.test(found[0]);
    if (isExpected || saysSo || isPlain(people, byline, head.slice(length))) best = { ...people, length };
  }
  return best;
}

/** `本报记者 路小远年三十晚上…`: the gap after the name is lost. */
const glued = /^[\s|]*[\u4e00-\u9fff·]{0,12}?记者\s(?=([\u4e00-\u9fff]{4,8}))/u;

/** Reads a role with one name that the text follows without a gap: two characters if the third begins a word of the text. */
export function readGlued(text: string): BareByline | undefined {
  const found = glued.exec(text);
  const run = found?.[1];
  if (found === null || run === undefined) return undefined;
  const name = run.slice(0, firstWordLength(run.slice(2)) > 1 ? 2 : 3);
  if (!isLikelyName(name)) return undefined;
  return { reporters: [name], correspondents: [], hasPhoto: false, length: found[0].length + name.length };
}
