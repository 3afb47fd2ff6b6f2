import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { beginsInside, endsSentence } from '../paragraphs/sentence-ends.js';
import type { Unit } from '../paragraphs/unit.js';
import { itemMarkOf, readBriefOpening } from './brief-opening.js';
import type { Placed } from './placed.js';
import type { RawStory } from './story.js';

/** An item of a column of short news. */
export interface BriefItem {
  readonly raw: Omit<RawStory, 'body'>;
  readonly body: readonly Placed[];
}

/** Says by itself that it is an item: a bullet or bold lead with a byline, or a bold lead that is a headline. */
function isSelfEvident(unit: Unit, isUntitled: boolean): boolean {
  const mark = itemMarkOf(unit);
  if (mark === undefined || mark === 'column') return mark === 'column' && isUntitled;
  const { headline, text } = readBriefOpening(unit);
  if (mark === 'headline') return headline !== '' && text.length > 20;
  return headline !== '' || readHeadByline(text) !== undefined || readEndByline(text) !== undefined;
}

const isMarked = (unit: Unit) => itemMarkOf(unit) !== undefined;
const hasLead = ({ boldLead }: Unit) => boldLead !== '';
const opensWithByline = ({ text }: Unit) => readHeadByline(text) !== undefined;
const beginsAfresh = ({ text }: Unit) => !beginsInside(text);

/** By what the items of a column begin: marks or bold leads of half the paragraphs, bylines where the first has one. */
function beginningOf(texts: readonly Unit[]): (unit: Unit) => boolean {
  const isUsual = (is: (unit: Unit) => boolean) => texts.filter(is).length >= Math.max(1, texts.length / 2);
  if (isUsual(isMarked)) return isMarked;
  if (isUsual(hasLead)) return hasLead;
  return texts[0] !== undefined && opensWithByline(texts[0]) ? opensWithByline : beginsAfresh;
}

/** Whether an item may begin behind a text; behind none, too. */
function hasEnded(before: string): boolean {
  return before === '' || endsSentence(before) || readEndByline(before) !== undefined;
}

function newItem(unit: Unit): { raw: BriefItem['raw']; body: Placed[] } {
  const { kicker, headline, text } = readBriefOpening(unit);
  const raw = { headline, kicker, subheadline: '', line: unit.line, level: 9, isBrief: true };
  return { raw, body: [{ role: 'text', unit: { ...unit, text, boldLead: '' } }] };
}

/**
 * The items of a body, when it is a column of short news: under such a column's name every paragraph that begins
 * afresh, or with a byline where the first does, elsewhere only what opens with a bullet and has a headline or byline of
 * its own, or where no title stands above with its column in brackets. Empty for a story.
 */
export function briefItems(
  body: readonly Placed[],
  isColumn: boolean,
  isUntitled: boolean,
): readonly BriefItem[] {
  const texts = body.filter(({ role }) => role === 'text').map(({ unit }) => unit);
  const [first] = texts;
  if (first === undefined) return [];
  const evident = texts.filter((unit) => isSelfEvident(unit, isUntitled)).length;
  if (!isColumn && (evident < 2 || !isSelfEvident(first, isUntitled))) return [];
  const isBeginning = beginningOf(texts);
  const items: ReturnType<typeof newItem>[] = [];
  let before = '';
  for (const item of body) {
    const { unit, role } = item;
    if (role === 'text' && isBeginning(unit) && hasEnded(before)) items.push(newItem(unit));
    else items.at(-1)?.body.push(item);
    if (role === 'text') before = unit.text;
    else if (role === 'byline') before = '';
  }
  return items;
}
