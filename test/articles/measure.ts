import type { Article } from '../../src/articles/article.js';
import type { TruePage, TrueStory } from './page-generator.js';

/** How well pages were read; every figure from 0 to 1. */
export interface Measures {
  readonly articlesF1: number;
  readonly headlines: number;
  readonly districts: number;
  readonly topics: number;
  readonly bylines: number;
  readonly paragraphsF1: number;
  readonly charactersKept: number;
}

const letters = (text: string) => text.replace(/\s/gu, '');

function shared(one: string, other: string): number {
  const counts = new Map<string, number>();
  for (let at = 0; at < one.length - 1; at += 1)
    counts.set(one.slice(at, at + 2), (counts.get(one.slice(at, at + 2)) ?? 0) + 1);
  let both = 0;
  for (let at = 0; at < other.length - 1; at += 1) {
    const left = counts.get(other.slice(at, at + 2)) ?? 0;
    if (left > 0) both += 1;
    counts.set(other.slice(at, at + 2), left - 1);
  }
  return both / Math.max(1, Math.max(one.length, other.length) - 1);
}

/** Pairs each true story with the article that has at least half of its text. */
function pair(stories: readonly TrueStory[], articles: readonly Article[]): readonly (Article | undefined)[] {
  const used = new Set<number>();
  return stories.map((story) => {
    const text = letters(story.paragraphs.join(''));
    let best = -1;
    let bestShare = 0.5;
    articles.forEach((article, at) => {
      const share = used.has(at) ? 0 : shared(text, letters(article.paragraphs.join('')));
      if (share > bestShare) [best, bestShare] = [at, share];
    });
    if (best >= 0) used.add(best);
    return articles[best];
  });
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join();

/** Measures what was read of pages against what is true of them. */
export function measure(
  pages: readonly TruePage[],
  read: (page: TruePage) => readonly Article[],
  onFault?: (page: TruePage, what: string) => void,
): Measures {
  const sum = {
    stories: 0,
    articles: 0,
    matched: 0,
    headline: 0,
    district: 0,
    topic: 0,
    byline: 0,
    right: 0,
    trueParagraphs: 0,
    readParagraphs: 0,
    kept: 0,
    characters: 0,
  };
  for (const page of pages) {
    const articles = read(page);
    const pairs = pair(page.stories, articles);
    sum.stories += page.stories.length;
    sum.articles += articles.length;
    sum.readParagraphs += articles.reduce((total, { paragraphs }) => total + paragraphs.length, 0);
    for (const [at, story] of page.stories.entries()) {
      const text = letters(story.paragraphs.join(''));
      sum.characters += text.length;
      sum.trueParagraphs += story.paragraphs.length;
      const article = pairs[at];
      const fault = (what: string) => onFault?.(page, `${story.headline}: ${what}`);
      if (article === undefined) {
        fault('not found');
        continue;
      }
      sum.matched += 1;
      const isHeadline = article.headline === story.headline;
      if (!isHeadline) fault(`headline ${article.kicker}|${article.headline}|${article.subheadline}`);
      const isDistrict = article.districts[0] === story.district;
      if (!isDistrict)
        fault(
          `district ${story.district} read ${article.districts.join()}; ${story.paragraphs[0]?.slice(0, 40)}`,
        );
      const isTopic = article.topics[0] === story.topic;
      if (!isTopic) fault(`topic ${story.topic} read ${article.topics.join()}`);
      const isByline =
        sameSet(article.reporters, story.reporters) && sameSet(article.correspondents, story.correspondents);
      if (!isByline)
        fault(
          `byline ${story.bylineAt} ${story.reporters}/${story.correspondents} read ${article.reporters}/${article.correspondents}`,
        );
      sum.headline += isHeadline ? 1 : 0;
      sum.district += isDistrict ? 1 : 0;
      sum.topic += isTopic ? 1 : 0;
      sum.byline += isByline ? 1 : 0;
      const own = new Set(article.paragraphs.map(letters));
      const right = story.paragraphs.filter((paragraph) => own.has(letters(paragraph))).length;
      if (right < story.paragraphs.length)
        fault(
          `paragraphs ${right}/${story.paragraphs.length}: ${story.paragraphs
            .filter((p) => !own.has(letters(p)))
            .map((p) => p.slice(0, 20))
            .join(' / ')}`,
        );
      sum.right += right;
      sum.kept += shared(text, letters(article.paragraphs.join(''))) * text.length;
    }
    if (articles.length > page.stories.length)
      onFault?.(
        page,
        `extra articles: ${articles.map((a) => a.headline || a.paragraphs[0]?.slice(0, 12)).join(' / ')}`,
      );
  }
  const ratio = (one: number, all: number) => (all === 0 ? 1 : one / all);
  return {
    articlesF1: ratio(2 * sum.matched, sum.stories + sum.articles),
    headlines: ratio(sum.headline, sum.stories),
    districts: ratio(sum.district, sum.stories),
    topics: ratio(sum.topic, sum.stories),
    bylines: ratio(sum.byline, sum.stories),
    paragraphsF1: ratio(2 * sum.right, sum.trueParagraphs + sum.readParagraphs),
    charactersKept: ratio(sum.kept, sum.characters),
  };
}
