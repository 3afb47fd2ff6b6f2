import type { Unit } from '../paragraphs/unit.js';
import type { Placed } from './placed.js';

/** A run of titles with what stands under it until the next run. */
export interface Segment {
  readonly titles: readonly Unit[];
  readonly body: readonly Placed[];
}

/** A caption with fewer characters is no story told by its picture. */
const shortestStory = 24;

/** Whether an item is a caption long enough to be a story told by its picture. */
export function isLongCaption({ role, unit }: Placed): boolean {
  return role === 'caption' && unit.text.length >= shortestStory;
}

function isContent(item: Placed): boolean {
  return item.role === 'text' || item.role === 'byline' || isLongCaption(item);
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
