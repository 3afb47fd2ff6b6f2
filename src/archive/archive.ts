import type { Article } from '../articles/article.js';
import type { IsoDate, IsoInstant } from '../calendar/instant.js';
import type { TopicId } from '../city/city.js';

/** An article that has been released: it has a number, and is visible everywhere. */
export interface ArchivedArticle extends Article {
  /** Order of arrival, from 1, never changed; negative for imported ones, which are never due to anybody. */
  readonly number: number;
  readonly releasedAt: IsoInstant;
  /** Counts corrections: 0 as first printed. */
  readonly revision: number;
  readonly isWithdrawn: boolean;
}

/**
 * One step of the archive's sequence. Usually an article's arrival; when a correction adds districts, a second
 * step with a number of its own makes the article due to the chats that have not had it.
 */
export interface Release {
  readonly number: number;
  readonly article: ArchivedArticle;
  /** Districts that a correction added; absent at an article's first release. */
  readonly addedDistricts?: readonly string[];
  /** The districts that it had before them: who was reached by these has had it. */
  readonly districtsBefore?: readonly string[];
}

/** What taking articles in did, by article id. */
export interface TakeIn {
  readonly released: readonly Release[];
  /** Known, but invisible until 00:00 of their issue date. */
  readonly pending: readonly string[];
  readonly corrected: readonly ArchivedArticle[];
  /** The same story as one already known: the first one stands. */
  readonly repeated: readonly string[];
  readonly unchanged: number;
}

/** What `/latest` shows: newest first (issue date, then page order). */
export interface LatestFilter {
  readonly districts?: readonly string[];
  readonly topics?: readonly TopicId[];
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** A record of another system: searchable and in `/latest`, never due to anybody. */
export interface ImportedRecord {
  readonly date: IsoDate;
  readonly headline: string;
  readonly paragraphs?: readonly string[];
  readonly districts?: readonly string[];
  readonly topics?: readonly TopicId[];
  readonly reporters?: readonly string[];
}

/** Articles of other systems: searchable and in `/latest`, never due to anybody. Their numbers are negative. */
export interface ForeignArticles {
  byId(id: string): Promise<ArchivedArticle | undefined>;
  byNumber(number: number): Promise<ArchivedArticle | undefined>;
  /** Newest first, at most `limit`. */
  latest(filter: LatestFilter, limit: number): Promise<readonly ArchivedArticle[]>;
  count(): Promise<number>;
}

/** Every article in order of arrival. The stages after it see only what `now` has released. */
export interface Archive {
  /**
   * Takes in all articles that content holds now (or those of changed pages): new ones are released or wait,
   * known ones are corrected in place, matched by text. What is no longer there is left alone.
   * Also releases what waited for a day that has come.
   */
  takeIn(articles: readonly Article[], now: Date): Promise<TakeIn>;
  /** The highest number whose issue date has begun at `moment` in the city's zone; 0 when there is none. */
  headAt(moment: Date): Promise<number>;
  /** Steps with `after < number <= upTo`, ascending, withdrawn articles left out. */
  releases(after: number, upTo: number): Promise<readonly Release[]>;
  byId(id: string): Promise<ArchivedArticle | undefined>;
  byNumber(number: number): Promise<ArchivedArticle | undefined>;
  /** One page, newest first, and whether there are more; `offset` and `limit` count articles. */
  latest(
    filter: LatestFilter,
    page: { readonly offset: number; readonly limit: number; readonly now: Date },
  ): Promise<{ readonly articles: readonly ArchivedArticle[]; readonly hasMore: boolean }>;
  /** Takes an article out of everything that is shown from now on. */
  withdraw(id: string): Promise<ArchivedArticle | undefined>;
  /**
   * Sets the districts of an article by an editor's word, the primary first; they stand when its page is read again. Those
   * that are new make it due to the chats that have not had it.
   */
  place(id: string, districts: readonly string[]): Promise<ArchivedArticle | undefined>;
  /** Better sums for an article, written after it was released; neither number nor revision changes. */
  improve(id: string, sums: { readonly summary: string; readonly points: readonly string[] }): Promise<void>;
  count(): Promise<number>;
  /** Lets `/latest`, `byId` and `byNumber` see articles of other systems too. */
  addForeign(articles: ForeignArticles): void;
  /** Called after every change that search must know of. */
  onChanged(listener: (changed: readonly ArchivedArticle[]) => Promise<void>): void;
}
