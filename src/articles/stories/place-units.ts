import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { endsSentence } from '../paragraphs/sentence-ends.js';
import { isCaption } from '../paragraphs/tails.js';
import type { PageUnits, Unit } from '../paragraphs/unit.js';
import { isMarkedTitle } from './marked-title.js';
import { imageAbove, isCaptionHere, isPictureUnit } from './picture-captions.js';
import type { Neighbours, Placed, Role } from './placed.js';
import { isPlainTitle } from './plain-title.js';
import { isTitleLike } from './title-like.js';

/**
 * Whether an own-line byline may be one here: with a role anywhere, names alone only under a title whose text has no
 * byline (`丁项目 开工` may be a headline), or at an end.
 */
function isBylineHere(unit: Unit, { previous, next, nextRole }: Neighbours): boolean {
  const people = readOwnLine(unit.text);
  if (people === undefined || people.isCredit) return false;
  if (people.hasRole) return true;
  if (previous === undefined) return false;
  if (previous.kind === 'heading' || !endsSentence(previous.text)) {
    const isUnderTitle = nextRole === 'text' && people.reporters.length > 0;
    return isUnderTitle && readHeadByline(next?.text ?? '') === undefined;
  }
  return nextRole === undefined || nextRole === 'title';
}

/** Pictures and captions that are passed over on the way to what stands before them. */
const mostPictures = 4;

/** Where the unit before one stands, pictures and captions passed over; -1 where none is near. */
function indexBefore(units: readonly Unit[], at: number): number {
  let back = at - 1;
  while (back >= at - mostPictures && isPictureUnit(units[back])) back -= 1;
  return isPictureUnit(units[back]) ? -1 : back;
}

function isTitleHere(unit: Unit, neighbours: Neighbours, page: PageUnits, depth: number): boolean {
  if (unit.kind !== 'heading') return isPlainTitle(unit, neighbours, page, depth);
  return isMarkedTitle(unit, neighbours) && (unit.level < 8 || isTitleLike(unit.text));
}

/** A title that stands in as far as paragraphs do is below all others. */
const indentedLevel = 10;

/** Tells what every unit is, from the last to the first: what follows a line decides what it is. */
export function placeUnits(page: PageUnits): readonly Placed[] {
  const { units, hasIndents } = page;
  const roles: Role[] = new Array(units.length);
  const hasHeadings = units.some(({ kind, level }) => kind === 'heading' && level <= 6);
  let next: Unit | undefined;
  let nextRole: Role | undefined;
  let depth = 0;
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at];
    if (unit === undefined) continue;
    const back = indexBefore(units, at);
    const role = roleOf(unit, at, { beforeThat: units[back - 1], previous: units[back], next, nextRole });
    roles[at] = role;
    if (role === 'image' || role === 'caption') continue;
    depth = role === 'title' && unit.level >= 7 ? depth + 1 : 0;
    next = unit;
    nextRole = role;
  }
  return units.map((unit, at) => {
    const role = roles[at] ?? 'text';
    const isSection = role === 'title' && unit.kind === 'text' && hasIndents && unit.isIndented;
    return { unit: isSection ? { ...unit, level: indentedLevel } : unit, role };
  });

  function roleOf(unit: Unit, at: number, neighbours: Neighbours): Role {
    if (unit.kind === 'image') return 'image';
    if (unit.kind === 'row') return isCaption(unit.text) ? 'caption' : 'text';
    if (isCaptionHere(unit, imageAbove(units, at), neighbours, hasHeadings)) return 'caption';
    if (isBylineHere(unit, neighbours)) return 'byline';
    return isTitleHere(unit, neighbours, page, depth) ? 'title' : 'text';
  }
}
