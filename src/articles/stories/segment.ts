import type { Unit } from '../paragraphs/unit.js';
import type { Placed } from './placed.js';

/** A run of titles with what stands under it until the next run. */
export interface Segment {
  readonly titles: readonly Unit[];
  readonly body: readonly Placed[];
}

/** Text, a byline, or a caption long enough to be a story told by its picture. */
function isContent({ role, unit }: Placed): boolean {
  return role === 'text' || role === 'byline' || (role === 'caption' && unit.text.length >= 24);
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
    if (body.some(isContent)) close();
    titles.push(item.unit);
  }
  close();
  return segments;
}
