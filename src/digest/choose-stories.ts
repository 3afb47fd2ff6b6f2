import type { ArchivedArticle, Release } from '../archive/archive.js';
import { headlinePrint, similarity } from '../archive/fingerprint.js';
import { isWanted } from '../subscribers/matching.js';
import type { Wish } from '../subscribers/wish.js';

/** Two stories with this much text in common are one, whatever stands above them. */
const sameTextSimilarity = 0.85;
/** Under the same headline, this much is enough: one paper cuts what the other prints in full. */
const sameHeadlineSimilarity = 0.5;

/** What decides which stories a wish gets. */
type Asked = Pick<Wish, 'rules' | 'mute'>;

/**
 * The stories of `releases` that a wish asks for, each once, in the order in which a digest tells them: urgent ones,
 * then the newest issue first, then as they arrived.
 * @param ahead numbers that the chat has had already.
 */
export function chooseStories(
  wish: Asked,
  releases: readonly Release[],
  ahead: readonly number[] = [],
): readonly ArchivedArticle[] {
  const chosen: Story[] = [];
  for (const release of releases) {
    if (ahead.includes(release.number) || !isDueTo(wish, release)) continue;
    const next = storyOf(release.article);
    if (!chosen.some((story) => isSameStory(story, next))) chosen.push(next);
  }
  const articles = chosen.map(({ article }) => article);
  return articles.sort(
    (one, other) =>
      Number(other.urgent) - Number(one.urgent) || byText(other.date, one.date) || one.number - other.number,
  );
}

/** A step that adds districts is for those who were not reached by the districts before. */
function isDueTo(wish: Asked, { article, addedDistricts, districtsBefore }: Release): boolean {
  if (!isWanted(wish, article)) return false;
  if (addedDistricts === undefined) return true;
  const before =
    districtsBefore ?? article.districts.filter((district) => !addedDistricts.includes(district));
  return !isWanted(wish, { ...article, districts: before });
}

/** An article with what it is compared by, found once. */
interface Story {
  readonly article: ArchivedArticle;
  readonly headline: string | undefined;
  /** Characters of its text. */
  readonly length: number;
}

function storyOf(article: ArchivedArticle): Story {
  const length = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  return { article, headline: headlinePrint(article), length };
}

function isSameStory(one: Story, other: Story): boolean {
  if (one.article.id === other.article.id) return true;
  if (one.headline !== undefined && one.headline === other.headline)
    return similarity(one.article, other.article) >= sameHeadlineSimilarity;
  return isOfLikeLength(one, other) && similarity(one.article, other.article) >= sameTextSimilarity;
}

/** Texts of very different length cannot be nearly equal; most pairs end here, without comparing. */
function isOfLikeLength(one: Story, other: Story): boolean {
  return Math.min(one.length, other.length) > 0.75 * Math.max(one.length, other.length);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
