import { readHeadByline } from '../bylines/head-byline.js';
import { trimTails } from '../paragraphs/tails.js';
import { isForeword } from './foreword.js';
import type { Segment } from './segment.js';
import type { Placed } from './titles.js';

/** Text that can only be the beginning of a story, or of the rest of one. */
function opensStory(text: string): boolean {
  return readHeadByline(text) !== undefined || trimTails(text).continuesFrom !== '';
}

/** Whether all that stands below a title so far is a word ahead of the story. */
function hasOnlyForeword({ titles, body }: Segment): boolean {
  const texts = body.filter(({ role }) => role === 'text');
  return titles.length > 0 && texts.length === 1 && isForeword(texts[0]?.unit.text ?? '');
}

/** A byline in the middle of the text begins an item without a headline. */
export function splitAtBylines(segment: Segment): readonly Segment[] {
  const parts: Segment[] = [];
  let titles = segment.titles;
  let body: Placed[] = [];
  let hasText = false;
  for (const item of segment.body) {
    const isStart =
      item.role === 'text' && hasText && opensStory(item.unit.text) && !hasOnlyForeword({ titles, body });
    if (isStart) {
      parts.push({ titles, body });
      [titles, body] = [[], []];
    }
    hasText ||= item.role === 'text';
    body.push(item);
  }
  parts.push({ titles, body });
  return parts;
}
