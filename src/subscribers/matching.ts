import type { TopicId } from '../city/city.js';
import type { Rule, Wish } from './wish.js';

/** What a rule looks at. */
export interface Matchable {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly paragraphs: readonly string[];
  readonly districts: readonly string[];
  readonly topics: readonly TopicId[];
}

/**
 * Whether an article is for a wish: one of its rules matches in all its parts, and no muted word occurs. A story for the
 * whole city names no district, so only topics and keywords find it.
 */
export function isWanted(wish: Pick<Wish, 'rules' | 'mute'>, article: Matchable): boolean {
  const text = foldedText(article);
  if (wish.mute.some((words) => hasWords(text, words))) return false;
  return wish.rules.some((rule) => isMatch(rule, article, text));
}

function isMatch(rule: Rule, article: Matchable, text: string): boolean {
  if (rule.district === undefined && rule.topic === undefined && rule.keyword === undefined) return false;
  if (rule.district !== undefined && !article.districts.includes(rule.district)) return false;
  if (rule.topic !== undefined && !article.topics.includes(rule.topic)) return false;
  return rule.keyword === undefined || hasWords(text, rule.keyword);
}

/** Words with a space between them may stand anywhere: Chinese is printed without spaces. */
function hasWords(text: string, words: string): boolean {
  return fold(words)
    .split(' ')
    .every((word) => text.includes(word));
}

/** Texts of articles folded once: a run asks for the same article with thousands of wishes. */
const folded = new WeakMap<Matchable, string>();

function foldedText(article: Matchable): string {
  const known = folded.get(article);
  if (known !== undefined) return known;
  const text = fold(
    [article.kicker, article.headline, article.subheadline, ...article.paragraphs].join('\n'),
  );
  folded.set(article, text);
  return text;
}

/** Width and case do not count: `５Ｇ` is `5g`. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
