/** What districts and topics are read from. */
export interface PlacedText {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly paragraphs: readonly string[];
  /** Whence the paper says it is; none by default. */
  readonly dateline?: string;
}

/** Where in a story a word stands. */
export type Where = 'kicker' | 'headline' | 'subheadline' | 'lead' | 'first' | 'text';

/** The places above a story's text. */
export const titles: ReadonlySet<Where> = new Set<Where>(['kicker', 'headline', 'subheadline']);

/** A title or paragraph of a story. */
export interface PlacedPart {
  readonly text: string;
  /** Never `lead`: that is the beginning of `first`. */
  readonly where: Where;
  /** Place of its first character in the order of reading. */
  readonly from: number;
}

/** Place of the first paragraph in the order of reading. */
export function textStart({ kicker, headline, subheadline }: PlacedText): number {
  return kicker.length + headline.length + subheadline.length + 3;
}

/** Titles and paragraphs in the order of reading, those that begin within the first `length` characters. */
export function partsOf(story: PlacedText, length: number): readonly PlacedPart[] {
  const [first = '', ...rest] = story.paragraphs;
  const titles = [
    { text: story.kicker, where: 'kicker' },
    { text: story.headline, where: 'headline' },
    { text: story.subheadline, where: 'subheadline' },
    { text: first, where: 'first' },
  ] as const;
  const parts: PlacedPart[] = [];
  let from = 0;
  const add = (text: string, where: Where) => {
    if (from <= length) parts.push({ text: text.slice(0, length), where, from });
    from += text.length + 1;
  };
  for (const { text, where } of titles) add(text, where);
  for (const text of rest) {
    if (from > length) break;
    add(text, 'text');
  }
  return parts;
}
