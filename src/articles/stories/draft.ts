import type { Evidence } from './evidence.js';
import type { Placed } from './placed.js';
import type { Heading, ReadSegment } from './read-segment.js';
import type { Running } from './start-cues.js';

/** A story that is being cut from the page: sections may still be added. */
export interface Draft {
  readonly raw: Heading;
  readonly body: Placed[];
  readonly opening: Evidence;
  readonly sections: string[];
  /** Which segment of the page it began with. */
  readonly from: number;
  /** Of the segment that came last. */
  evidence: Evidence;
  readonly districts: readonly string[];
}

/** As much of a story's text as a title's words are looked for in. */
const rememberedLength = 1000;

/** Begins a story with a segment. */
export function newDraft(
  raw: Heading,
  { body, evidence, districts, at }: Omit<ReadSegment, 'titles' | 'named'>,
): Draft {
  return { raw, body: [...body], opening: evidence, evidence, districts, sections: [], from: at };
}

/** Adds a segment to a story as its next section. */
export function continueDraft(draft: Draft, { titles, body, evidence }: ReadSegment): void {
  draft.body.push(...titles.map((unit): Placed => ({ unit, role: 'title' })), ...body);
  draft.sections.push(...titles.slice(-1).map(({ text }) => text));
  draft.evidence = evidence;
}

/** What the cues of the next segment are compared with. */
export function runningOf(draft: Draft): Running {
  return { ...draft, level: draft.raw.level, text: textOf(draft.body, rememberedLength) };
}

/** The text of a body, so much of it that it is longer than asked for. */
export function textOf(body: readonly Placed[], length: number): string {
  let text = '';
  for (const { role, unit } of body) {
    if (role === 'text') text += unit.text;
    if (text.length > length) break;
  }
  return text;
}

/** Whether a body has more than pictures and bylines. */
export function hasText(body: readonly Placed[]): boolean {
  return body.some(({ role }) => role === 'text');
}
