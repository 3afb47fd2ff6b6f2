import type { Unit } from '../paragraphs/unit.js';
import { type BriefItem, briefItems } from './briefs.js';
import { createCohesion } from './cohesion.js';
import { isBriefColumn, isColumnName } from './column-names.js';
import { continueDraft, type Draft, hasText, newDraft, textOf } from './draft.js';
import { evidenceOf } from './evidence.js';
import { isNotice } from './notices.js';
import { habitsOf } from './page-habits.js';
import type { Placed } from './placed.js';
import {
  type Heading,
  hasNumber,
  headingOf,
  type PlaceNames,
  type ReadSegment,
  readSegment,
  withoutNumber,
  withoutPlaceLead,
} from './read-segment.js';
import { isLongCaption, segmentsOf } from './segment.js';
import { splitAtBylines } from './split-at-bylines.js';
import type { RawStory } from './story.js';
import { isNewStory, type PageKnowledge } from './story-starts.js';
import { returnStrays } from './strays.js';

/** Stories of a page, and titles that have no text. */
export interface CutPage {
  readonly stories: readonly RawStory[];
  readonly orphans: readonly Unit[];
}

/** What cutting has come to: the stories so far, the one that runs on, and whether a column of short items does. */
interface Cutting {
  readonly page: PageKnowledge;
  readonly places: PlaceNames;
  readonly drafts: Draft[];
  readonly orphans: Unit[];
  current: Draft | undefined;
  isInBriefs: boolean;
  /** The page's stories have numbers: one stood over the first. */
  isNumbered: boolean;
}

function startStory(cutting: Cutting, raw: Heading, segment: Omit<ReadSegment, 'titles' | 'named'>): void {
  cutting.current = newDraft(raw, segment);
  cutting.drafts.push(cutting.current);
}

/** Starts a story with every item of a column of short news. */
function takeItems(cutting: Cutting, items: readonly BriefItem[], at: number): void {
  for (const { raw, body } of items)
    startStory(cutting, withoutPlaceLead(raw, cutting.places), {
      body,
      evidence: evidenceOf(body),
      districts: [],
      at,
    });
  cutting.isInBriefs = true;
}

/** Whether the segment goes on with the running story: nothing does behind a column of short items. */
function goesOn({ current, isInBriefs, isNumbered, page }: Cutting, segment: ReadSegment): boolean {
  return current !== undefined && !isInBriefs && !isNewStory(segment, current, page, isNumbered);
}

/**
 * A segment without text: a picture with a long caption is a story, a headline with its byline begins one whose first
 * section follows, everything else is a headline that lost its text.
 */
function takeTextless(cutting: Cutting, segment: ReadSegment): boolean {
  const { titles, body, named } = segment;
  const isPictureStory = named !== undefined && body.some(isLongCaption);
  if (isPictureStory) return false;
  if (named !== undefined && body.some(({ role }) => role === 'byline')) {
    startStory(cutting, headingOf(segment, false), segment);
    return true;
  }
  if (named !== undefined && !isColumnName(named.headline)) cutting.orphans.push(...titles.slice(-1));
  cutting.isInBriefs ||= titles.some(({ text }) => isBriefColumn(text));
  return true;
}

/** Characters in which a notice shows what it is. */
const noticeLength = 400;
/** Before the page's first title, a text with fewer characters is no story. */
const longestScrap = 60;

/** Takes one segment: short items, nothing, a notice, a section of the running story, or a story. */
function takeSegment(cutting: Cutting, segment: ReadSegment, isScrap: boolean): void {
  const { titles, body, evidence, named } = segment;
  const isBriefHere = titles.some(({ text }) => isBriefColumn(text));
  const items = briefItems(body, isBriefHere && titles.length === 1, titles.length === 0);
  if (items.length > 0) {
    takeItems(cutting, items, segment.at);
    return;
  }
  if (!hasText(body) && takeTextless(cutting, segment)) return;
  if (isNotice(named?.headline ?? '', textOf(body, noticeLength), evidence.hasHeadByline)) {
    cutting.current = undefined;
    return;
  }
  if (cutting.current !== undefined && goesOn(cutting, segment)) {
    continueDraft(cutting.current, segment);
    return;
  }
  if (isScrap && named === undefined && !evidence.hasHeadByline && evidence.length < longestScrap) return;
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
    page: { habits: habitsOf(segments, evidences), cohesion: createCohesion(segments) },
    places,
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
