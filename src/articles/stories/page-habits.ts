import type { Evidence } from './evidence.js';
import type { Segment } from './segment.js';

/** What is known of the page as a whole. */
export interface PageHabits {
  /** Share of the segments whose text opens with a byline. */
  readonly headBylines: number;
  /** Levels of the headings that tools marked, in the order of the page. */
  readonly levels: readonly number[];
}

/** The deepest level of a heading that is marked as one. */
const deepestHeading = 6;

/** Tells a page's habits by its segments and what is known of each. */
export function habitsOf(segments: readonly Segment[], evidences: readonly Evidence[]): PageHabits {
  const withText = evidences.filter(({ length }) => length > 0);
  const heads = withText.filter(({ hasHeadByline }) => hasHeadByline).length;
  return {
    headBylines: withText.length === 0 ? 0 : heads / withText.length,
    levels: segments
      .flatMap(({ titles }) => titles.at(-1)?.level ?? [])
      .filter((level) => level <= deepestHeading),
  };
}
