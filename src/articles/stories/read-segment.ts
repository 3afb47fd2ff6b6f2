import type { Unit } from '../paragraphs/unit.js';
import { isPlainColumnName } from './column-names.js';
import type { Evidence } from './evidence.js';
import { readTitles, splitKicker, type Titles } from './headline.js';
import type { Segment } from './segment.js';
import type { RawStory } from './story.js';

/** What the city knows of places, as far as cutting stories needs it. */
export interface PlaceNames {
  /** The whole text is the name of a place of this city. */
  namesPlace(text: string): boolean;
  /** Districts that a text names outright. */
  districtsNamedIn(text: string): readonly string[];
}

/** A segment with what was read of its titles and text. */
export interface ReadSegment extends Segment {
  readonly evidence: Evidence;
  readonly named: Titles | undefined;
  /** Its place among the page's segments. */
  readonly at: number;
  readonly districts: readonly string[];
}

/** What stands over a story. */
export type Heading = Omit<RawStory, 'body'>;

/** Reads a segment's titles, and which districts they and its first words name. */
export function readSegment(
  segment: Segment,
  at: number,
  evidence: Evidence,
  places: PlaceNames,
): ReadSegment {
  const read = readTitles(segment.titles);
  const named = read === undefined ? undefined : splitKicker(read, places.namesPlace);
  const lead = `${named?.kicker ?? ''}${named?.headline ?? ''}。${evidence.lead.slice(0, 50)}`;
  return { ...segment, at, evidence, named, districts: places.districtsNamedIn(lead) };
}

/** A headline of a digest that numbers its stories: `一、…`, `2. …`. */
const number =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d))\s*(?=\S)/u;

/** Whether the segment has a number, before its headline or over it. */
export function hasNumber(segment: ReadSegment): boolean {
  return isApart(segment, 'number') || number.test(segment.named?.headline ?? '');
}

/** Whether a number or a rule stands over the segment, or it opens an item beyond doubt. */
export function isApart({ titles, body }: Segment, by: Unit['apart']): boolean {
  return titles.some(({ apart }) => apart === by) || body[0]?.unit.apart === by;
}

/** What stands over the story that a segment begins; a column's name alone is its kicker. */
export function headingOf({ titles, body, named }: ReadSegment, isBrief: boolean): Heading {
  const line = named?.line ?? body[0]?.unit.line ?? 1;
  const level = named?.level ?? 9;
  const isColumn = named !== undefined && isPlainColumnName(named.headline) && titles.length === 1;
  if (isColumn) return { headline: '', kicker: named.headline, subheadline: '', line, level, isBrief };
  const { headline = '', kicker = '', subheadline = '' } = named ?? {};
  return { headline, kicker, subheadline, line, level, isBrief };
}

/** An item that opens with nothing but a place has no headline: the place is its kicker. */
export function withoutPlaceLead(raw: Heading, places: PlaceNames): Heading {
  return places.namesPlace(raw.headline) ? { ...raw, headline: '', kicker: raw.headline } : raw;
}

/** The number before a headline says nothing of it; a place behind the number is its kicker. */
export function withoutNumber(raw: Heading, places: PlaceNames): Heading {
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
