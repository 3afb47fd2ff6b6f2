import type { Unit } from '../paragraphs/unit.js';
import { briefItems } from './briefs.js';
import { type Cohesion, createCohesion } from './cohesion.js';
import { isBriefColumn, isColumnName, isPlainColumnName } from './column-names.js';
import { isNotice } from './notices.js';
import type { Placed } from './placed.js';
import {
  type Heading,
  hasNumber,
  headingOf,
  isApart,
  type PlaceNames,
  type ReadSegment,
  readSegment,
  withoutNumber,
  withoutPlaceLead,
} from './read-segment.js';
import { type Segment, segmentsOf } from './segment.js';
import { splitAtBylines } from './split-at-bylines.js';
import type { RawStory } from './story.js';
import { beginsStory, type Evidence, evidenceOf, type PageHabits } from './story-starts.js';
import { returnStrays } from './strays.js';

/** Stories of a page, and titles that have no text. */
export interface CutPage {
  readonly stories: readonly RawStory[];
  readonly orphans: readonly Unit[];
}

interface Draft {
  readonly raw: Heading;
  readonly body: Placed[];
  readonly opening: Evidence;
  readonly sections: string[];
  /** Which segment of the page it began with. */
  readonly from: number;
  evidence: Evidence;
  districts: readonly string[];
}

/** The text of a body, so much of it that it is longer than asked for. */
function textOf(body: readonly Placed[], length: number): string {
  let text = '';
  for (const { role, unit } of body) {
    if (role === 'text') text += unit.text;
    if (text.length > length) break;
  }
  return text;
}

const hasText = (body: readonly Placed[]) => body.some(({ role }) => role === 'text');

function habitsOf(segments: readonly Segment[], evidences: readonly Evidence[]): PageHabits {
  const withText = evidences.filter(({ length }) => length > 0);
  const heads = withText.filter(({ hasHeadByline }) => hasHeadByline).length;
  return {
    headBylines: withText.length === 0 ? 0 : heads / withText.length,
    hasEndBylines: withText.some(({ hasEndByline }) => hasEndByline),
    levels: segments.flatMap(({ titles }) => titles.at(-1)?.level ?? []).filter((level) => level <= 6),
  };
}

/** What cutting has come to: the stories so far, the one that runs on, and whether a column of short items does. */
interface Cutting {
  readonly places: PlaceNames;
  readonly habits: PageHabits;
  readonly cohesion: Cohesion;
  readonly drafts: Draft[];
  readonly orphans: Unit[];
  current: Draft | undefined;
  isInBriefs: boolean;
  /** The page's stories have numbers: one stood over the first. */
  isNumbered: boolean;
}

function startStory(
  cutting: Cutting,
  raw: Heading,
  { body, evidence, districts, at }: Omit<ReadSegment, 'titles' | 'named'>,
): void {
  cutting.current = { raw, body: [...body], opening: evidence, evidence, districts, sections: [], from: at };
  cutting.drafts.push(cutting.current);
}

/** Whether the segment is a story of its own, not a section of the running one. */
function isNewStory(cutting: Cutting, segment: ReadSegment): boolean {
  const { current, isInBriefs, habits } = cutting;
  const { evidence, titles, districts } = segment;
  if (current === undefined || isInBriefs) return true;
  if (!hasText(current.body)) return evidence.hasHeadByline;
  if (isApart(segment, 'item')) return true;
  if (cutting.isNumbered && hasNumber(segment)) return true;
  if (evidence.hasHeadByline || evidence.continuesFrom) return true;
  if (titles.length === 0) return false;
  if (titles.length === 1 && isPlainColumnName(titles[0]?.text ?? '')) return true;
  const likeness = cutting.cohesion(segment.at, current.from);
  return beginsStory(
    segment,
    evidence,
    { ...current, level: current.raw.level, text: textOf(current.body, 1000) },
    { habits, districts, likeness },
  );
}

function continueStory(current: Draft, { titles, body, evidence }: ReadSegment): void {
  current.body.push(...titles.map((unit): Placed => ({ unit, role: 'title' })), ...body);
  current.sections.push(...titles.slice(-1).map(({ text }) => text));
  current.evidence = evidence;
}

/**
 * A segment without text: a picture with a long caption is a story, a headline with its byline begins one whose first
 * section follows, everything else is a headline that lost its text.
 */
function takeTextless(cutting: Cutting, segment: ReadSegment): boolean {
  const { titles, body, named } = segment;
  const isPictureStory =
    named !== undefined && body.some(({ role, unit }) => role === 'caption' && unit.text.length >= 24);
  if (isPictureStory) return false;
  if (named !== undefined && segment.body.some(({ role }) => role === 'byline')) {
    startStory(cutting, headingOf(segment, false), segment);
    return true;
  }
  if (named !== undefined && !isColumnName(named.headline)) cutting.orphans.push(...titles.slice(-1));
  cutting.isInBriefs ||= titles.some(({ text }) => isBriefColumn(text));
  return true;
}

/** Takes one segment: short items, nothing, a notice, a section of the running story, or a story. */
function takeSegment(cutting: Cutting, segment: ReadSegment, isScrap: boolean): void {
  const { titles, body, evidence, named } = segment;
  const isBriefHere = titles.some(({ text }) => isBriefColumn(text));
  const items = briefItems(body, isBriefHere && titles.length === 1, titles.length === 0);
  for (const item of items)
    startStory(cutting, withoutPlaceLead(item.raw, cutting.places), {
      body: item.body,
      evidence: evidenceOf(item.body),
      districts: [],
      at: segment.at,
    });
  if (items.length > 0) {
    cutting.isInBriefs = true;
    return;
  }
  if (!hasText(body) && takeTextless(cutting, segment)) return;
  if (isNotice(named?.headline ?? '', textOf(body, 400), evidence.hasHeadByline)) {
    cutting.current = undefined;
    return;
  }
  if (cutting.current !== undefined && !isNewStory(cutting, segment)) {
    continueStory(cutting.current, segment);
    return;
  }
  if (isScrap && named === undefined && !evidence.hasHeadByline && evidence.length < 60) return;
  cutting.isInBriefs = isBriefHere || (cutting.isInBriefs && titles.length > 0 && !evidence.hasHeadByline);
  cutting.isNumbered ||= cutting.drafts.length === 0 && hasNumber(segment);
  const raw = headingOf(segment, cutting.isInBriefs);
  startStory(cutting, cutting.isNumbered ? withoutNumber(raw, cutting.places) : raw, segment);
}

/** Cuts a page into stories: each a headline with its text and sections; notices, weather and slogans are left out. */
export function cutStories(placed: readonly Placed[], places: PlaceNames): CutPage {
  const segments = returnStrays(segmentsOf(placed).flatMap(splitAtBylines));
  const evidences = segments.map(({ body }) => evidenceOf(body));
  const cutting: Cutting = {
    places,
    habits: habitsOf(segments, evidences),
    cohesion: createCohesion(segments),
    drafts: [],
    orphans: [],
    current: undefined,
    isInBriefs: false,
    isNumbered: false,
  };
  for (const [index, segment] of segments.entries()) {
    const read = readSegment(segment, index, evidences[index] ?? evidenceOf(segment.body), places);
    cutting.orphans.push(...(read.named?.orphans ?? []));
    takeSegment(cutting, read, index === 0 && segments.length > 1);
  }
  return { stories: cutting.drafts.map(({ raw, body }) => ({ ...raw, body })), orphans: cutting.orphans };
}
