import type { IsoInstant, TimeOfDay } from '../calendar/instant.js';
import type { TopicId } from '../city/city.js';

/** Where messages go: a chat, or one forum topic of it. */
export interface Address {
  readonly chat: number;
  readonly thread: number | null;
}

/** What a chat asked for. All of a rule's parts must match; the rules of a wish are joined by or. */
export interface Rule {
  /** Common name of a district. */
  readonly district?: string;
  readonly topic?: TopicId;
  /** Matched in headline and text, case and width folded; words with a space between them must all occur. */
  readonly keyword?: string;
}

export type Language = 'zh' | 'en';
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
/** `weekly` is Saturday. */
export type Days = 'daily' | 'weekdays' | 'weekly' | readonly Weekday[];

/** What a chat wants: written only by the chat's own commands and by import. */
export interface Wish extends Address {
  readonly rules: readonly Rule[];
  /** Articles with one of these words are left out. */
  readonly mute: readonly string[];
  /** One or more, ascending; empty: the default of the settings. */
  readonly times: readonly TimeOfDay[];
  readonly days: Days;
  readonly language: Language;
  /** Paused until then; `forever` until `/resume`. */
  readonly pausedUntil: IsoInstant | 'forever' | null;
  /** Wants a short note when a slot has nothing new. */
  readonly wantsEmptyNote: boolean;
  /** Wants urgent news in quiet hours too. */
  readonly wantsNightWarnings: boolean;
  readonly kind: 'private' | 'group' | 'channel';
  readonly createdAt: IsoInstant;
}
