import type { IsoDate } from '../calendar/instant.js';
import type { TopicId } from '../city/city.js';
import type { ArchivedArticle } from './archive.js';

/** A part of a text that matched: UTF-16 offset and length, for bold. */
export interface Hit {
  readonly offset: number;
  readonly length: number;
}

export interface SearchResult {
  readonly article: ArchivedArticle;
  /** Hits in the headline. */
  readonly headlineHits: readonly Hit[];
  /** The sentence of the text that matched, clipped to about 60 characters, with its hits; absent when only the headline did. */
  readonly excerpt?: { readonly text: string; readonly hits: readonly Hit[] };
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  readonly hasMore: boolean;
  /** What the words were understood as: `区:` `主题:` `日期:` filters, for showing beside the results. */
  readonly filters: {
    readonly districts: readonly string[];
    readonly topics: readonly TopicId[];
    readonly from?: IsoDate;
    readonly to?: IsoDate;
  };
  /** Where nothing matched: the nearest queries worth offering ("你是不是要找…"). */
  readonly suggestions: readonly string[];
  /** Where nothing matched a question: the words that it is about, for following them. */
  readonly gist?: string;
}

export interface SearchOptions {
  readonly offset?: number;
  /** Results a page; default 5. */
  readonly limit?: number;
  /** The reader's own districts, ranked a little ahead. */
  readonly ownDistricts?: readonly string[];
  readonly now: Date;
}

/** Headline and full-text search. Any input is safe. */
export interface Search {
  search(query: string, options: SearchOptions): Promise<SearchAnswer>;
}
