import type { Unit } from '../paragraphs/unit.js';
import { briefItems } from './briefs.js';
import { isBriefColumn, isColumnName, isPlainColumnName } from './column-names.js';
import { readTitles, splitKicker, type Titles } from './headline.js';
import { isNotice } from './notices.js';
import { type Segment, segmentsOf } from './segment.js';
import { splitAtBylines } from './split-at-bylines.js';
import type { RawStory } from './story.js';
import { beginsStory, type Evidence, evidenceOf, type PageHabits } from './story-starts.js';
import { returnStrays } from './strays.js';
import type { Placed } from './titles.js';

/** What the city knows of places, as far as cutting stories needs it. */
export interface PlaceNames {
  /** The whole text is the name of a place of this city. */
  namesPlace(text: string): boolean;
  /** Districts that a text names outright. */
  districtsNamedIn(text: string): readonly string[];
}

/** Stories of a page, and titles that have no text. */
export interface CutPage {
  readonly stories: readonly RawStory[];
  readonly orphans: readonly Unit[];
}

interface Draft {
  readonly raw: Omit<RawStory, 'body'>;
  readonly body: Placed[];
  readonly opening: Evidence;
  evidence: Evidence;
  districts: readonly string[];
  sections: number;
}

function textOf(body: readonly Placed[]): string {
  let text = '';
  for (const { role, unit } of body) {
    if (role === 'text') text += unit.text;
    if (text.length > 400) break;
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
  readonly drafts: Draft[];
  readonly orphans: Unit[];
  current: Draft | undefined;
  isInBriefs: boolean;
  /** The page's stories have numbers: one stood over the first. */
  isNumbered: boolean;
}

/** A segment with what was read of its titles and text. */
interface ReadSegment extends Segment {
  readonly evidence: Evidence;
  readonly named: Titles | undefined;
  readonly districts: readonly string[];
}

function startStory(
  cutting: Cutting,
  raw: Draft['raw'],
  { body, evidence, districts }: Omit<ReadSegment, 'titles' | 'named'>,
): void {
  cutting.current = { raw, body: [...body], opening: evidence, evidence, districts, sections: 0 };
  cutting.drafts.push(cutting.current);
}

/** A headline of a digest that numbers its stories: `一、…`, `2. …`. */
const number =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d))\s*(?=\S)/u;

/** Whether the segment has a number, before its headline or over it. */
function hasNumber(segment: ReadSegment): boolean {
  return isApart(segment, 'number') || number.test(segment.named?.headline ?? '');
}

/** Whether a number or a rule stands over the segment, or it opens an item beyond doubt. */
function isApart({ titles, body }: Segment, by: Unit['apart']): boolean {
  return titles.some(({ apart }) => apart === by) || body[0]?.unit.apart === by;
}

/** Whether the segment is a story of its own, not a section of the running one. */
function isNewStory(cutting: Cutting, segment: ReadSegment): boolean {
  const { current, isInBriefs, habits } = cutting;
  const { evidence, titles, districts } = segment;
  if (current === undefined || isInBriefs) return true;
  if (!hasText(current.body)) return evidence.hasHeadByline;
  if (isApart(segment, 'item')) return true;
  if (cutting.isNumbered && hasNumber(segment)) return true;
  if (titles.length === 0) return evidence.hasHeadByline || evidence.continuesFrom;
  if (titles.length === 1 && isPlainColumnName(titles[0]?.text ?? '')) return true;
  return beginsStory(segment, evidence, { ...current, level: current.raw.level }, habits, districts);
}

function continueStory(current: Draft, { titles, body, evidence }: ReadSegment): void {
  current.body.push(...titles.map((unit): Placed => ({ unit, role: 'title' })), ...body);
  current.evidence = evidence;
  current.sections += 1;
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
    startStory(cutting, rawOf(segment, false), segment);
    return true;
  }
  if (named !== undefined && !isColumnName(named.headline)) cutting.orphans.push(...titles.slice(-1));
  cutting.isInBriefs ||= titles.some(({ text }) => isBriefColumn(text));
  return true;
}

function rawOf({ titles, body, named }: ReadSegment, isBrief: boolean): Draft['raw'] {
  const line = named?.line ?? body[0]?.unit.line ?? 1;
  const level = named?.level ?? 9;
  const isColumn = named !== undefined && isPlainColumnName(named.headline) && titles.length === 1;
  if (isColumn) return { headline: '', kicker: named.headline, subheadline: '', line, level, isBrief };
  const { headline = '', kicker = '', subheadline = '' } = named ?? {};
  return { headline, kicker, subheadline, line, level, isBrief };
}

/** An item that opens with nothing but a place has no headline: the place is its kicker. */
function withoutPlaceLead(raw: Draft['raw'], places: PlaceNames): Draft['raw'] {
  return places.namesPlace(raw.headline) ? { ...raw, headline: '', kicker: raw.headline } : raw;
}

/** The number before a headline says nothing of it; a place behind the number is its kicker. */
function withoutNumber(raw: Draft['raw'], places: PlaceNames): Draft['raw'] {
  const headline = raw.headline.replace(number, '');
  const place = /^([\u4e00-\u9fff]{2,8})[:：]\s?(?=\S)/u.exec(headline);
  if (
    headline === raw.headline ||
    place?.[1] === undefined ||
    !places.namesPlace(place[1]) ||
    raw.kicker !== ''
  )
    return { ...raw, headline };
  return { ...raw, headline: headline.slice(place[0].length), kicker: place[1] };
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
    });
  if (items.length > 0) {
    cutting.isInBriefs = true;
    return;
  }
  if (!hasText(body) && takeTextless(cutting, segment)) return;
  if (isNotice(named?.headline ?? '', textOf(body), evidence.hasHeadByline)) {
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
  const raw = rawOf(segment, cutting.isInBriefs);
  startStory(cutting, cutting.isNumbered ? withoutNumber(raw, cutting.places) : raw, segment);
}

/** Cuts a page into stories: each a headline with its text and sections; notices, weather and slogans are left out. */
export function cutStories(placed: readonly Placed[], places: PlaceNames): CutPage {
  const segments = returnStrays(segmentsOf(placed).flatMap(splitAtBylines));
  const evidences = segments.map(({ body }) => evidenceOf(body));
  const cutting: Cutting = {
    places,
    habits: habitsOf(segments, evidences),
    drafts: [],
    orphans: [],
    current: undefined,
    isInBriefs: false,
    isNumbered: false,
  };
  for (const [index, segment] of segments.entries()) {
    const evidence = evidences[index] ?? evidenceOf(segment.body);
    const read = readTitles(segment.titles);
    const named = read === undefined ? undefined : splitKicker(read, places.namesPlace);
    cutting.orphans.push(...(named?.orphans ?? []));
    const lead = `${named?.kicker ?? ''}${named?.headline ?? ''}。${evidence.lead.slice(0, 50)}`;
    const districts = places.districtsNamedIn(lead);
    takeSegment(cutting, { ...segment, evidence, named, districts }, index === 0 && segments.length > 1);
  }
  return { stories: cutting.drafts.map(({ raw, body }) => ({ ...raw, body })), orphans: cutting.orphans };
}
