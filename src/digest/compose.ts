import type { ArchivedArticle, Release } from '../archive/archive.js';
import type { IsoDate } from '../calendar/instant.js';
import { addDays } from '../calendar/zone.js';
import type { Rule, Wish } from '../subscribers/wish.js';
import { chooseStories } from './choose-stories.js';
import type { Digest, Story, StoryGroup } from './digest.js';

/** Stories that one digest tells; the rest is behind 更多. */
export const maxStories = 10;
/** Articles older than this are counted, not listed. */
export const defaultMaxAgeDays = 7;
/** Characters a minute at which a reader of Chinese takes in short news. */
const charactersPerMinute = 400;

/** What a digest is made of. */
export interface Composition {
  readonly wish: Pick<Wish, 'rules' | 'mute' | 'language'>;
  /** The steps after the chat's cursor, up to `upTo`. */
  readonly releases: readonly Release[];
  readonly after: number;
  readonly upTo: number;
  /** The day it is for, in the city's zone. */
  readonly day: IsoDate;
  readonly ahead?: readonly number[];
  /** Default 7; a newcomer's first digest has no limit. */
  readonly maxAgeDays?: number;
}

/** Composes the digest of a wish; undefined where nothing matched. Pure: the same values give the same digest. */
export function composeDigest(composition: Composition): Digest | undefined {
  const { wish, releases, after, upTo, day, ahead, maxAgeDays = defaultMaxAgeDays } = composition;
  const stories = chooseStories(wish, releases, ahead);
  if (stories.length === 0) return undefined;
  const oldest = addDays(day, -Math.min(maxAgeDays, 36_500));
  const fresh = stories.filter(({ date }) => date >= oldest);
  const shown = fresh.slice(0, maxStories);
  return {
    kind: 'digest',
    date: day,
    after,
    upTo,
    groups: groupByDistrict(shown, wish.rules),
    shown: shown.length,
    more: fresh.length - shown.length,
    older: stories.length - fresh.length,
    minutes: minutesFor(shown),
    editions: editionsOf(shown),
    isSample: stories.some(({ sample }) => sample),
    language: wish.language,
    because: wish.rules,
  };
}

/** Under the reader's own districts in the order they were asked for, then the others, the whole city last. */
export function groupByDistrict(
  stories: readonly ArchivedArticle[],
  rules: readonly Rule[],
): readonly StoryGroup[] {
  const own = [...new Set(rules.flatMap(({ district }) => district ?? []))];
  const groups = new Map<string | null, Story[]>(own.map((district) => [district, []]));
  for (const article of stories) {
    const district = own.find((name) => article.districts.includes(name)) ?? article.districts[0] ?? null;
    groups.set(district, [...(groups.get(district) ?? []), storyOf(article)]);
  }
  const wholeCity = groups.get(null) ?? [];
  groups.delete(null);
  return [...groups, [null, wholeCity] as const]
    .filter(([, told]) => told.length > 0)
    .map(([district, told]) => ({ district, stories: told }));
}

/** A story as messages tell it. */
export function storyOf(article: ArchivedArticle): Story {
  const { number, id, headline, summary, date, paper, urgent } = article;
  return { number, id, headline, summary, date, paper, isUrgent: urgent };
}

function minutesFor(stories: readonly ArchivedArticle[]): number {
  const characters = stories.reduce(
    (sum, { headline, summary }) => sum + headline.length + summary.length,
    0,
  );
  return Math.max(1, Math.round(characters / charactersPerMinute));
}

function editionsOf(stories: readonly ArchivedArticle[]): Digest['editions'] {
  const editions = new Map<string, Digest['editions'][number]>();
  for (const { paper, date, page } of stories)
    editions.set(`${paper}|${date}|${page}`, { paper, date, page });
  return [...editions.values()];
}
