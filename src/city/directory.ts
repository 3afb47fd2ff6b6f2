import type { TopicId } from './city.js';

/** What a reader's words can mean: one district, by its common name, or one topic, by its id. */
export type Subject =
  | { readonly kind: 'district'; readonly name: string }
  | { readonly kind: 'topic'; readonly id: TopicId };

/** What looking a name up gave. Never a guess: an ambiguous name gives all it can mean. */
export type Lookup =
  /** `isBySlip`: not as it was typed, but one character away or the same in sound, and nothing else can be meant. */
  | { readonly kind: 'found'; readonly subject: Subject; readonly isBySlip?: true }
  /** Several are meant equally well, best first. */
  | { readonly kind: 'choices'; readonly choices: readonly Subject[] }
  /** Nothing is meant; `nearest` are the subjects worth offering, possibly none. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Subject[] };

/** Finds districts and topics by what people type: names with or without 区/市/县, aliases, pinyin, initials, one slip. */
export interface Directory {
  find(words: string): Lookup;
  /** Pulls the subjects out of a longer wish, `金水区 教育 地铁`: what is left over, in order, is `rest`. */
  parse(words: string): { readonly subjects: readonly Lookup[]; readonly rest: readonly string[] };
  /** The district of a deep-link slug: `jinshui` -> `金水区`. */
  districtOfSlug(slug: string): string | undefined;
  slugOf(district: string): string | undefined;
}
