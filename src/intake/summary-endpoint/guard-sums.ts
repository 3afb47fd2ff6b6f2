import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { longestPoint, longestSummary } from '../../articles/summary/candidate.js';
import type { City } from '../../city/city.js';

/** Sums as an endpoint wrote them. */
export interface WrittenSums {
  readonly summary: string;
  readonly points: readonly string[];
}

/** Judges a text against its article: undefined if all is well, otherwise a clause that says what is not. */
export type Guard = (sums: WrittenSums, articleText: string) => string | undefined;

/**
 * Makes the guard. It lets nothing pass that names what the article does not: numbers with their units and direction,
 * every noun and name, everything in quotation marks, Latin words, places of the city. It would rather refuse a
 * good paraphrase than pass a bad fact.
 */
export function createGuard(city: City): Guard {
  const jieba = Jieba.withDict(dict);
  const places = placesOf(city);
  jieba.loadDict(Buffer.from(places.map((name) => `${name} 1000 ns`).join('\n')));
  return (sums, articleText) => {
    const shape = shapeFault(sums);
    if (shape !== undefined) return shape;
    const article = fold(articleText);
    for (const text of [sums.summary, ...sums.points]) {
      const stranger = strangerIn(fold(text), article, jieba, places);
      if (stranger !== undefined) return `the article does not have ${stranger}`;
    }
    return undefined;
  };
}

function shapeFault({ summary, points }: WrittenSums): string | undefined {
  if (summary.length < 8 || summary.length > longestSummary)
    return `the summary has ${summary.length} characters`;
  if (/[。！？!?].*\p{L}/u.test(summary)) return 'the summary is more than one sentence';
  if (points.length > 3) return `there are ${points.length} points`;
  if (points.some(({ length }) => length < 4 || length > longestPoint))
    return 'a point is too short or too long';
  return [summary, ...points].some((text) => /[\p{Cc}\p{Cf}]/u.test(text))
    ? 'there are control characters'
    : undefined;
}

/** One width, no spaces, no thousands separators. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/(?<=\d),(?=\d{3})/gu, '');

const patterns: readonly RegExp[] = [
  // A number with what it counts, and the direction it went.
  /(?:增长|上升|提高|增加|上涨|下降|减少|降低|回落|下跌)?\d[\d.]*(?:[%‰]|个百分点|[余多]?(?:万亿|[百千万亿])?[余多]?(?:[\p{Script=Han}A-Za-z]|$))?/gu,
  /[〇零二两三四五六七八九十百千万亿]+[余多]?\p{Script=Han}?/gu,
  /[A-Za-z][A-Za-z0-9.+-]*/gu,
  /[“《「『]([^”》」』]+)[”》」』]/gu,
];

function strangerIn(
  text: string,
  article: string,
  jieba: Jieba,
  places: readonly string[],
): string | undefined {
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const claimed = match[1] ?? match[0];
      if (!stands(claimed, article)) return claimed;
    }
  }
  return (
    places.find((place) => text.includes(place) && !article.includes(place)) ??
    strangeWord(text, article, jieba)
  );
}

const digit = /[\d.]/;
const chineseDigit = /[〇零二两三四五六七八九十百千万亿]/u;

/** Whether the article has these words; a number only as a whole, not as a part of a longer one. */
function stands(claimed: string, article: string): boolean {
  const kind = [digit, chineseDigit].find((each) => each.test(claimed.charAt(0)));
  const last = claimed.charAt(claimed.length - 1);
  for (let at = article.indexOf(claimed); at >= 0; at = article.indexOf(claimed, at + 1)) {
    const isPart =
      kind?.test(article.charAt(at - 1)) ||
      (digit.test(last) && digit.test(article.charAt(at + claimed.length)));
    if (!isPart) return true;
  }
  return false;
}

/** Tags of words that say nothing of their own: adverbs, particles, prepositions, conjunctions, pronouns, measures. */
const functional = /^(?:a|ad|b|c|d|df|f|m|mq|o|p|q|r|rr|rz|u\w*|v|vd|vi|vq|x|y|z|zg|w)$/u;
const surname = /^nr/u;

function strangeWord(text: string, article: string, jieba: Jieba): string | undefined {
  const words = jieba.tag(text, true);
  for (const [index, { word, tag }] of words.entries()) {
    if (!/\p{L}/u.test(word)) continue;
    const isKnown = article.includes(word);
    if (!isKnown && (!functional.test(tag) || holdsStrangeLetter(word, article))) return word;
    // A surname goes with its given name, which may look like any word: 王 | 建设.
    const next = words[index + 1]?.word ?? '';
    if (
      surname.test(tag) &&
      word.length <= 2 &&
      /^\p{Script=Han}/u.test(next) &&
      !article.includes(word + next.charAt(0))
    )
      return word + next;
  }
  return undefined;
}

/** Two characters that the article never uses, side by side: rather a name than a turn of phrase. */
function holdsStrangeLetter(word: string, article: string): boolean {
  return [...word].filter((letter) => !article.includes(letter)).length >= 2;
}

/** Names of the city, its districts, sub-districts, towns, landmarks and roads; villages are told by their words. */
function placesOf(city: City): string[] {
  const names = [
    city.name,
    ...city.elsewhere,
    ...city.districts.flatMap(({ name, official, aliases, places }) => [
      name,
      official,
      ...aliases,
      ...places.flatMap((place) => [place.name, ...place.aliases]),
    ]),
  ];
  return [...new Set(names)].filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
}
