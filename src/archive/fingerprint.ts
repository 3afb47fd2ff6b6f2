import { hash } from 'node:crypto';
import type { Article } from '../articles/article.js';

/** Characters of which folding changes no letter or digit: most texts have no others and are spared it. */
const plain =
  /^[\u0020-\u007e\u00b7\u2014\u2018-\u201d\u2026\u3000-\u3011\u4e00-\u9fff\uff01\uff05\uff08\uff09\uff0c\uff1a\uff1b\uff1f]*$/u;

/** What tells whether two texts are the same story: letters and digits only, width folded. */
function bare(text: string): string {
  const folded = plain.test(text) ? text : text.normalize('NFKC');
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

const printOf = (text: string) => hash('sha1', text, 'base64url').slice(0, 20);

/** Prints of texts found once: taking in asks for them at every step, of the article and of its copies. */
const knownPrints = new WeakMap<Article['paragraphs'], string>();

/** Fingerprint of a story's text, whatever its headline, punctuation and line breaks. */
export function textPrint({ paragraphs }: Pick<Article, 'paragraphs'>): string {
  const known = knownPrints.get(paragraphs);
  if (known !== undefined) return known;
  const print = `t:${printOf(bare(paragraphs.join('')))}`;
  knownPrints.set(paragraphs, print);
  return print;
}

/** Fingerprint of a headline; undefined for an item without one: those are never taken for each other by it. */
export function headlinePrint(article: Pick<Article, 'headline'>): string | undefined {
  const headline = bare(article.headline);
  return headline === '' ? undefined : `h:${printOf(headline)}`;
}

/** Fingerprint of all that a correction can change; where the story stands in its file does not count. */
export function contentPrint(article: Article): string {
  const { id: _id, source: _source, ...content } = article;
  return printOf(JSON.stringify(Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** Share of character pairs that two stories have in common (Dice), 0 to 1. */
export function similarity(one: Pick<Article, 'paragraphs'>, other: Pick<Article, 'paragraphs'>): number {
  const pairsOfOne = pairsOf(one);
  const pairsOfOther = pairsOf(other);
  const total = pairsOfOne.length + pairsOfOther.length;
  return total === 0 ? 0 : (2 * commonCount(pairsOfOne, pairsOfOther)) / total;
}

/** Pairs of a story found once: a run compares the same stories for hundreds of wishes. */
const knownPairs = new WeakMap<Pick<Article, 'paragraphs'>, Uint32Array>();

/** Pairs of neighbouring characters as one number each, ascending, none twice. */
function pairsOf(article: Pick<Article, 'paragraphs'>): Uint32Array {
  const known = knownPairs.get(article);
  if (known !== undefined) return known;
  const text = bare(article.paragraphs.join(''));
  const all = Uint32Array.from(
    { length: Math.max(0, text.length - 1) },
    (_, at) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1),
  ).sort();
  const pairs = all.filter((pair, index) => pair !== all[index - 1]);
  knownPairs.set(article, pairs);
  return pairs;
}

/** How many numbers two ascending lists have in common. */
function commonCount(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  let at = 0;
  for (const pair of one) {
    while (at < other.length && (other[at] ?? 0) < pair) at++;
    if (other[at] === pair) common++;
  }
  return common;
}
