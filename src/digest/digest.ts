import type { IsoDate } from '../calendar/instant.js';
import type { Language, Rule } from '../subscribers/wish.js';

/** One story of a digest. */
export interface Story {
  /** Number in the archive. */
  readonly number: number;
  readonly id: string;
  readonly headline: string;
  readonly summary: string;
  readonly date: IsoDate;
  readonly paper: string;
  readonly isUrgent: boolean;
  /** Withdrawn after it was sent: a corrected digest strikes it out. */
  readonly isWithdrawn?: boolean;
}

/** Stories under one heading. */
export interface StoryGroup {
  /** Common name of the district; null: the whole city, or elsewhere. */
  readonly district: string | null;
  readonly stories: readonly Story[];
}

/** Composed for all who share a wish: a value, not a text. */
export interface Digest {
  readonly kind: 'digest';
  /** The day it is for, in the city's zone. */
  readonly date: IsoDate;
  /** Articles with `after < number <= upTo` were considered. */
  readonly after: number;
  readonly upTo: number;
  readonly groups: readonly StoryGroup[];
  /** Stories of all groups. */
  readonly shown: number;
  /** How many more there are behind 更多. */
  readonly more: number;
  /** How many are too old to be listed. */
  readonly older: number;
  readonly minutes: number;
  /** What was printed where: `《郑州日报》8月28日 县区新闻`, each once. */
  readonly editions: readonly { readonly paper: string; readonly date: IsoDate; readonly page: string }[];
  readonly isSample: boolean;
  readonly language: Language;
  /** Why these: the rules of the wish. */
  readonly because: readonly Rule[];
}

/** Said instead of a digest to those who asked for it. */
export interface EmptyNote {
  readonly kind: 'empty-note';
  readonly date: IsoDate;
  readonly language: Language;
}
