import { readHeadByline } from '../bylines/head-byline.js';
import { trimTails } from '../paragraphs/tails.js';
import type { Unit } from '../paragraphs/unit.js';
import { briefItems } from './briefs.js';
import { isBriefColumn, isColumnName, isPlainColumnName } from './column-names.js';
import { readTitles, splitKicker } from './headline.js';
import { isNotice } from './notices.js';
import { type Segment, segmentsOf } from './segment.js';
import type { RawStory } from './story.js';
import { beginsStory, type Evidence, evidenceOf, type PageHabits } from './story-starts.js';
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

/** Text that can only be the beginning of a story, or of the rest of one. */
function opensStory(text: string): boolean {
  return readHeadByline(text) !== undefined || trimTails(text).continuesFrom !== '';
}

/** A byline in the middle of the text begins an item without a headline. */
function splitAtBylines(segment: Segment): readonly Segment[] {
  const parts: Segment[] = [];
  let titles = segment.titles;
  let body: Placed[] = [];
  let hasText = false;
  for (const item of segment.body) {
    const isStart = item.role === 'text' && hasText && opensStory(item.unit.text);
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

function textOf(body: readonly Placed[]): string {
  let text = '';
  for (const { role, unit } of body) {
    if (role === 'text') text += unit.text;
    if (text.length > 400) break;
  }
  return text;
}

const hasText = (body: readonly Placed[]) => body.some(({ role }) => role === 'text');

function habitsOf(evidences: readonly Evidence[]): PageHabits {
  const withText = evidences.filter(({ length }) => length > 0);
  const heads = withText.filter(({ hasHeadByline }) => hasHeadByline).length;
  return {
    headBylines: withText.length === 0 ? 0 : heads / withText.length,
    hasEndBylines: withText.some(({ hasEndByline }) => hasEndByline),
  };
}

/** Cuts a page into stories: each a headline with its text and sections; notices, weather and slogans are left out. */
export function cutStories(placed: readonly Placed[], places: PlaceNames): CutPage {
  const segments = segmentsOf(placed).flatMap(splitAtBylines);
  const evidences = segments.map(({ body }) => evidenceOf(body));
  const habits = habitsOf(evidences);
  const drafts: Draft[] = [];
  const orphans: Unit[] = [];
  let current: Draft | undefined;
  let isInBriefs = false;
  const start = (
    raw: Omit<RawStory, 'body'>,
    body: readonly Placed[],
    evidence: Evidence,
    districts: readonly string[],
  ) => {
    current = { raw, body: [...body], opening: evidence, evidence, districts, sections: 0 };
    drafts.push(current);
  };

  segments.forEach((segment, index) => {
    const evidence = evidences[index];
    if (evidence === undefined) return;
    const { titles, body } = segment;
    const read = readTitles(titles);
    const named = read === undefined ? undefined : splitKicker(read, places.namesPlace);
    orphans.push(...(named?.orphans ?? []));
    const columnIsBrief = titles.some(({ text }) => isBriefColumn(text));
    const items = briefItems(body, columnIsBrief && titles.length === 1);
    if (items.length > 0) {
      for (const item of items) start(item.raw, item.body, evidenceOf(item.body), []);
      isInBriefs = true;
      return;
    }
    if (!hasText(body)) {
      const captions = body.filter(({ role }) => role === 'caption');
      const isPictureStory = named !== undefined && captions.some(({ unit }) => unit.text.length >= 24);
      if (!isPictureStory) {
        if (named !== undefined && !isColumnName(named.headline)) orphans.push(...titles.slice(-1));
        isInBriefs ||= columnIsBrief;
        return;
      }
    }
    if (isNotice(named?.headline ?? '', textOf(body), evidence.hasHeadByline)) {
      current = undefined;
      return;
    }
    const lead = `${named?.kicker ?? ''}${named?.headline ?? ''}。${evidence.lead.slice(0, 50)}`;
    const districts = places.districtsNamedIn(lead);
    const running = current;
    const begins =
      running === undefined ||
      isInBriefs ||
      (titles.length === 0
        ? evidence.hasHeadByline || evidence.continuesFrom
        : beginsStory(
            segment,
            evidence,
            {
              level: running.raw.level,
              evidence: running.evidence,
              opening: running.opening,
              districts: running.districts,
              sections: running.sections,
            },
            habits,
            districts,
          ));
    if (!begins && running !== undefined) {
      running.body.push(...titles.map((unit): Placed => ({ unit, role: 'title' })), ...body);
      running.evidence = evidence;
      running.sections += 1;
      return;
    }
    if (
      named === undefined &&
      !evidence.hasHeadByline &&
      index === 0 &&
      segments.length > 1 &&
      evidence.length < 60
    )
      return;
    isInBriefs = columnIsBrief || (isInBriefs && titles.length > 0 && !evidence.hasHeadByline);
    const firstLine = body[0]?.unit.line ?? 1;
    const isColumn = named !== undefined && isPlainColumnName(named.headline) && titles.length === 1;
    start(
      {
        headline: isColumn ? '' : (named?.headline ?? ''),
        kicker: isColumn ? named.headline : (named?.kicker ?? ''),
        subheadline: named?.subheadline ?? '',
        line: named?.line ?? firstLine,
        level: named?.level ?? 9,
        isBrief: isInBriefs,
      },
      body,
      evidence,
      districts,
    );
  });
  return { stories: drafts.map(({ raw, body }) => ({ ...raw, body })), orphans };
}
