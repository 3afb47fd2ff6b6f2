import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.js';

/** What tells whether two texts are the same story: letters and digits only, width folded. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

const hash = (text: string) => createHash('sha1').update(text).digest('base64url').slice(0, 20);

/** Fingerprint of a story's text, whatever its headline, punctuation and line breaks. */
export function textPrint(article: Pick<Article, 'paragraphs'>): string {
  return `t:${hash(bare(article.paragraphs.join('')))}`;
}

/** Fingerprint of a headline; undefined for an item without one: those are never taken for each other by it. */
export function headlinePrint(article: Pick<Article, 'headline'>): string | undefined {
  const headline = bare(article.headline);
  return headline === '' ? undefined : `h:${hash(headline)}`;
}

/** Fingerprint of all that a correction can change; where the story stands in its file does not count. */
export function contentPrint(article: Article): string {
  const { id: _id, source: _source, ...content } = article;
  return hash(JSON.stringify(Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** Share of character pairs that two stories have in common (Dice), 0 to 1. */
export function similarity(one: Pick<Article, 'paragraphs'>, other: Pick<Article, 'paragraphs'>): number {
  const pairsOfOne = pairsOf(one);
  const pairsOfOther = pairsOf(other);
  if (pairsOfOne.size + pairsOfOther.size === 0) return 0;
  let common = 0;
  for (const pair of pairsOfOne) if (pairsOfOther.has(pair)) common++;
  return (2 * common) / (pairsOfOne.size + pairsOfOther.size);
}

function pairsOf(article: Pick<Article, 'paragraphs'>): Set<string> {
  const text = bare(article.paragraphs.join(''));
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
