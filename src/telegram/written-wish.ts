import type { Directory, Subject } from '../city/directory.js';
import type { Rule } from '../subscribers/wish.js';
import { isSameRule, ruleOf } from './rule-codec.js';

const maxLength = 200;
/** What stands between names and words, and says nothing of its own. */
const fillers = /^(?:in|of|on|and|or|the|about|with|for|from|news|·|的|和|与|及|或|跟|在|里|新闻|消息)$/i;

/** What a reader wrote as a wish, taken apart. */
export interface WrittenWish {
  /** Districts, topics and keywords, each a rule of its own, each once. */
  readonly parts: readonly Rule[];
  /** What the names that are not clear may mean, best first. */
  readonly unclear: readonly Subject[];
}

/** Reads `中牟 消防`, `education in jinshui`: names by any alias, and every word left over as a keyword. */
export function readWish(words: string, directory: Directory): WrittenWish {
  const { subjects, rest } = directory.parse(words.slice(0, maxLength));
  const found = subjects.flatMap((lookup) => (lookup.kind === 'found' ? [ruleOf(lookup.subject)] : []));
  const keywords = rest
    .map(unquoted)
    .filter((word) => word !== '' && !fillers.test(word))
    .map((keyword) => ({ keyword }));
  const unclear = subjects.flatMap((lookup) => (lookup.kind === 'choices' ? lookup.choices : []));
  return { parts: distinct([...found, ...keywords]), unclear };
}

function unquoted(word: string): string {
  return word.replace(/^["“「]+|["”」]+$/gu, '');
}

function distinct(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule, at) => rules.findIndex((other) => isSameRule(rule, other)) === at);
}

/** The parts of a wish as one wish for all of it: each district with each topic, and all keywords with both. */
export function joinParts(parts: readonly Rule[]): readonly Rule[] {
  if (parts.length === 0) return [];
  const keyword = parts.flatMap((part) => part.keyword ?? []).join(' ');
  const districts = orNothing(parts.filter(({ district }) => district !== undefined));
  const topics = orNothing(parts.filter(({ topic }) => topic !== undefined));
  return districts.flatMap((district) =>
    topics.map((topic) => ({ ...district, ...topic, ...(keyword !== '' && { keyword }) })),
  );
}

/** A kind that the wish does not name asks for nothing. */
function orNothing(parts: readonly Rule[]): readonly Rule[] {
  return parts.length === 0 ? [{}] : parts;
}

/** Whether the parts mean one thing joined and another thing each: two of a kind are always meant each. */
export function isAmbiguous(parts: readonly Rule[]): boolean {
  const kinds = new Set(parts.map(({ district, topic }) => (district ? 'place' : topic ? 'topic' : 'word')));
  return kinds.size > 1 || parts.filter(({ keyword }) => keyword !== undefined).length > 1;
}
