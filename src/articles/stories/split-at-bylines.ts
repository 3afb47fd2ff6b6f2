import { readHeadByline } from '../bylines/head-byline.js';
import { trimTails } from '../paragraphs/tails.js';
import { isForeword } from './foreword.js';
import type { Placed } from './placed.js';
import type { Segment } from './segment.js';

/** Text that can only be the beginning of a story, or of the rest of one. */
function opensStory(text: string): boolean {
  return readHeadByline(text) !== undefined || trimTails(text).continuesFrom !== '';
}

/** Whether all that stands below a title so far is a word ahead of the story. */
function hasOnlyForeword({ titles, body }: Segment): boolean {
  const texts = body.filter(({ role }) => role === 'text');
  return titles.length > 0 && texts.length === 1 && isForeword(texts[0]?.unit.text ?? '');
}

const isClosed = ({ role, unit }: Placed) => role === 'byline' && /^[(（【].*[)）】]$/u.test(unit.text);

/** Where a byline in brackets closes an item and text without one goes on: two and more show that it is the page's way. */
function closingBylines(body: readonly Placed[]): ReadonlySet<Placed> {
  const firstText = body.findIndex(({ role }) => role === 'text');
  const closing = body.filter((item, at) => at > firstText && firstText >= 0 && isClosed(item));
  return new Set(closing.length >= 2 ? closing : []);
}

/** A byline in the middle of the text begins an item without a headline, or closes one. */
export function splitAtBylines(segment: Segment): readonly Segment[] {
  const parts: Segment[] = [];
  let titles = segment.titles;
  let body: Placed[] = [];
  let hasText = false;
  let hasClosed = false;
  const closing = closingBylines(segment.body);
  for (const item of segment.body) {
    const isStart =
      item.role === 'text' &&
      hasText &&
      (hasClosed || (opensStory(item.unit.text) && !hasOnlyForeword({ titles, body })));
    if (isStart) {
      parts.push({ titles, body });
      [titles, body] = [[], []];
    }
    hasText ||= item.role === 'text';
    body.push(isStart && hasClosed ? { ...item, unit: { ...item.unit, apart: 'item' } } : item);
    hasClosed = closing.has(item);
  }
  parts.push({ titles, body });
  return parts;
}
