import type { Article } from '../../src/articles/article.js';

/** What a careful reader finds in a story; `sections` and `optional` may be kept as paragraphs or left out. */
export interface TrueStory
  extends Pick<Article, 'headline' | 'districts' | 'topics' | 'reporters' | 'correspondents' | 'paragraphs'> {
  readonly kicker?: string;
  readonly subheadline?: string;
  readonly date?: string;
  readonly sections?: readonly string[];
  readonly optional?: readonly string[];
}

/** Sums over a page that add up over pages. */
export interface PageScore {
  readonly stories: number;
  readonly articles: number;
}

/** Where the reading of a story differs from the truth. */
export interface Fault {
  readonly story: string;
  readonly field: string;
  readonly wanted: unknown;
  readonly read: unknown;
}

export declare function scorePage(
  wanted: readonly TrueStory[],
  given: readonly Article[],
): { readonly sum: PageScore; readonly faults: readonly Fault[] };

/** Each from 0 to 1. */
export interface Figures {
  readonly articles: number;
  readonly headline: number;
  readonly kicker: number;
  readonly subheadline: number;
  readonly district: number;
  readonly topic: number;
  readonly byline: number;
  readonly paragraphs: number;
  readonly characters: number;
}

export declare function figures(sums: readonly PageScore[]): Figures;
