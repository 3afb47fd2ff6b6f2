import type { Unit } from '../paragraphs/unit.js';
import type { Placed } from './titles.js';

/** A run of titles with what stands under it until the next run. */
export interface Segment {
  readonly titles: readonly Unit[];
  readonly body: readonly Placed[];
}

/** Cuts the page into segments; the first may have no title. */
export function segmentsOf(placed: readonly Placed[]): readonly Segment[] {
  const segments: Segment[] = [];
  let titles: Unit[] = [];
  let body: Placed[] = [];
  const close = () => {
    if (titles.length > 0 || body.length > 0) segments.push({ titles, body });
    [titles, body] = [[], []];
  };
  for (const item of placed) {
    if (item.role !== 'title') {
      body.push(item);
      continue;
    }
    const hasText = body.some(({ role }) => role === 'text' || role === 'byline');
    if (hasText) close();
    titles.push(item.unit);
  }
  close();
  return segments;
}
