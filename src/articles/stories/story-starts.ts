import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { endsSentence } from '../paragraphs/sentence-ends.js';
import { trimTails } from '../paragraphs/tails.js';
import type { Likeness } from './cohesion.js';
import { isForeword } from './foreword.js';
import type { Placed } from './placed.js';
import type { Segment } from './segment.js';
import { startCuesOf, weigh } from './start-cues.js';

/** What the text under a title says about where stories begin and end. */
export interface Evidence {
  readonly hasHeadByline: boolean;
  readonly hasEndByline: boolean;
  readonly endsWhole: boolean;
  readonly continuesOn: boolean;
  /** Opens with 上接: the rest of a story that began on another page. */
  readonly continuesFrom: boolean;
  readonly lead: string;
  readonly length: number;
}

/** Gathers the evidence of a segment's body. */
export function evidenceOf(body: readonly Placed[]): Evidence {
  const content = body.filter(({ role }) => role === 'text' || role === 'byline');
  const firstText =
    content.find(({ role, unit }) => role === 'text' && !isForeword(unit.text))?.unit.text ?? '';
  const last = content.at(-1);
  const trimmed = trimTails(last?.unit.text ?? '');
  const lastIsByline = last?.role === 'byline' && content.length > 1;
  const head = readHeadByline(firstText);
  return {
    hasHeadByline: content[0]?.role === 'byline' || head !== undefined,
    hasEndByline: lastIsByline || (last !== undefined && readEndByline(trimmed.text) !== undefined),
    endsWhole: last === undefined || lastIsByline || endsSentence(trimmed.text) || trimmed.continuesOn !== '',
    continuesOn: trimmed.continuesOn !== '',
    continuesFrom: trimTails(firstText).continuesFrom !== '',
    lead: head === undefined ? firstText.slice(0, 80) : firstText.slice(head.length, head.length + 80),
    length: content.reduce((sum, { unit }) => sum + unit.text.length, 0),
  };
}

/** What is known of the story that a segment would end or continue. */
export interface Running {
  readonly level: number;
  readonly evidence: Evidence;
  /** The story's first segment, whose byline speaks for all of it. */
  readonly opening: Evidence;
  readonly districts: readonly string[];
  /** Titles of its sections so far. */
  readonly sections: readonly string[];
  /** The story's text so far, its first thousand characters. */
  readonly text: string;
}

/** What speaks for a segment beside its titles and its text's beginning and end. */
export interface Context {
  readonly habits: PageHabits;
  /** Districts that its titles and first words name. */
  readonly districts: readonly string[];
  /** How like the running story it is. */
  readonly likeness: Likeness;
}

/** What is known of the page as a whole. */
export interface PageHabits {
  /** Share of the segments whose text opens with a byline. */
  readonly headBylines: number;
  /** Some segment's text ends with one. */
  readonly hasEndBylines: boolean;
  /** Levels of the headings that tools marked, in the order of the page. */
  readonly levels: readonly number[];
}

/**
 * Whether a segment without a byline at its head begins a story of its own rather than a section of the running one: the
 * cues of its titles and text, of the story before it and of the page are weighed.
 */
export function beginsStory(
  segment: Segment,
  evidence: Evidence,
  running: Running,
  context: Context,
): boolean {
  return weigh(startCuesOf(segment, evidence, running, context)) > 0;
}
