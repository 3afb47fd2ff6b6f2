import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import { trimTails } from '../paragraphs/tails.js';
import { isForeword } from './foreword.js';
import type { Segment } from './segment.js';
import type { Placed } from './titles.js';

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
  readonly sections: number;
}

/** What speaks for a segment beside its titles and its text's beginning and end. */
export interface Context {
  readonly habits: PageHabits;
  /** Districts that its titles and first words name. */
  readonly districts: readonly string[];
  /** How much more it has in common with the running story than with the page's others; undefined if it is too short. */
  readonly cohesion: number | undefined;
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

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．是]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[章节、])/u;
const quoted = /^“[^“”]{2,24}”$/u;
const leadLike =
  /^(?:近日|日前|昨日|昨天|昨晚|昨晨|今日|今天|连日来|近期|\d{1,2}月\d{1,2}日|\d{1,2}日|记者)|^.{2,22}?(?:近日|日前|昨日|记者从|获悉)/u;

/** How strongly a segment's own titles look like a section's head (negative) or a headline (positive). */
function titleScore(segment: Segment): number {
  const title = segment.titles.at(-1)?.text ?? '';
  if (numbered.test(title)) return -3.5;
  if (quoted.test(title) && segment.titles.length === 1) return -3;
  let score = segment.titles.length > 1 ? 1.5 : 0;
  const width = printedWidth(title);
  if (width <= 8 && !title.includes(' ')) score -= 1;
  if (width >= 13 || /\S{4} \S{4}/u.test(title)) score += 1;
  return score;
}

function levelScore(level: number, running: Running): number {
  if (level > 6 || running.level > 6) return level > running.level ? -2 : level < running.level ? 2 : 0;
  return level > running.level ? -2 : level < running.level ? 2 : 0;
}

/** Where stories and sections part, by what they have in common with the running story; and how far that can tip the scales. */
const [parting, mostAlike, mostUnlike] = [0.015, -3.5, 2];

function cohesionScore(cohesion: number | undefined): number {
  return cohesion === undefined ? 0 : Math.max(mostAlike, Math.min(mostUnlike, (parting - cohesion) * 80));
}

/** Sections of this page have a level of their own, below this one: what stands as high as the running story is none. */
function isAboveSections(level: number, running: Running, { levels }: PageHabits): boolean {
  return level <= running.level && running.level <= 6 && levels.filter((one) => one > level).length >= 2;
}

/**
 * Whether a segment begins a story of its own rather than a section of the running one: a byline decides; without one
 * the level, the wording, the place, what it has in common with the story before, what ended there, and the habits of the
 * page are weighed.
 */
export function beginsStory(
  segment: Segment,
  evidence: Evidence,
  running: Running,
  { habits, districts, cohesion }: Context,
): boolean {
  if (evidence.hasHeadByline || evidence.continuesFrom) return true;
  const level = Math.min(...segment.titles.map((title) => title.level));
  let score = titleScore(segment) + levelScore(level, running) + cohesionScore(cohesion);
  if (isAboveSections(level, running, habits)) score += 2.5;
  if (running.evidence.hasEndByline || running.evidence.continuesOn) score += 5;
  if (!running.evidence.endsWhole) score -= 3;
  if (segment.titles[0]?.apart === 'rule') score += 1.5;
  if (habits.headBylines >= 0.5) score -= 2.5;
  else if (habits.headBylines > 0) score -= 1;
  else if (!habits.hasEndBylines) score += 0.8;
  if (/^[^：:]{2,8}[：:]/u.test(segment.titles.at(-1)?.text ?? '')) score += 1.5;
  if (leadLike.test(evidence.lead)) score += 2.2;
  if (evidence.hasEndByline) score += running.opening.hasHeadByline ? 4 : running.sections > 0 ? -1 : 1;
  if (
    districts.length > 0 &&
    running.districts.length > 0 &&
    !districts.some((name) => running.districts.includes(name))
  )
    score += 4;
  return score > 0;
}
