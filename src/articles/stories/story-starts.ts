import type { Cohesion } from './cohesion.js';
import { isPlainColumnName } from './column-names.js';
import { type Draft, hasText, runningOf } from './draft.js';
import type { PageHabits } from './page-habits.js';
import { hasNumber, isApart, type ReadSegment } from './read-segment.js';
import { startCuesOf } from './start-cues.js';
import { weigh } from './start-weights.js';

/** What the whole page tells of where its stories begin. */
export interface PageKnowledge {
  readonly habits: PageHabits;
  readonly cohesion: Cohesion;
}

/**
 * Whether a segment is a story of its own rather than a section of the running one. A byline at its head, a number on a
 * page of numbered stories or a column's name decide; elsewhere the cues of titles, text and page are weighed.
 */
export function isNewStory(
  segment: ReadSegment,
  current: Draft,
  { habits, cohesion }: PageKnowledge,
  isNumberedPage: boolean,
): boolean {
  const { evidence, titles, districts, named } = segment;
  if (!hasText(current.body)) return evidence.hasHeadByline;
  if (isApart(segment, 'item') || (isNumberedPage && hasNumber(segment))) return true;
  if (evidence.hasHeadByline || evidence.continuesFrom) return true;
  if (titles.length === 0) return false;
  if (titles.length === 1 && isPlainColumnName(titles[0]?.text ?? '')) return true;
  const likeness = cohesion(segment.at, current.from);
  const hasKickerInLine =
    named !== undefined && named.kicker !== '' && /[：:]/u.test(titles.at(-1)?.text ?? '');
  const context = { habits, districts, likeness, hasKickerInLine };
  return weigh(startCuesOf(segment, evidence, runningOf(current), context)) > 0;
}
