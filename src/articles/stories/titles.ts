import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { cutsWord } from '../characters/word-borders.js';
import { endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import { isCaption } from '../paragraphs/tails.js';
import type { PageUnits, Unit } from '../paragraphs/unit.js';
import { isMarkedTitle, isPlainTitle, isTitleLike, type Neighbours, type Role } from './title-marks.js';

/** A unit with its role. */
export interface Placed {
  readonly unit: Unit;
  readonly role: Role;
}

/**
 * Whether an own-line byline may be one here: with a role anywhere, names alone only under a title whose text has no
 * byline (`丁项目 开工` may be a headline), or at an end.
 */
function isBylineHere(
  unit: Unit,
  { previous, next, nextRole }: Neighbours,
  previousIsTitle: boolean,
): boolean {
  const people = readOwnLine(unit.text);
  if (people === undefined || people.isCredit) return false;
  if (people.hasRole) return true;
  if (previousIsTitle) {
    const isUnderTitle = previous !== undefined && nextRole === 'text' && people.reporters.length > 0;
    return isUnderTitle && readHeadByline(next?.text ?? '') === undefined;
  }
  const isEnd = nextRole === undefined || nextRole === 'title';
  return isEnd && previous !== undefined && endsSentence(previous.text);
}

/** A number or an arrow that refers to a picture: `①`, `³`, `△`, `图2`. */
const pictureMark = /^(?:[①-⑳¹²³⁴-⁹▲△▼▽◀▶↑↓←→]|图\s?[\d一二三四五六])/u;
/** No caption is wider than this many Han characters, if nothing but its place says that it is one. */
const widestCaption = 45;

/** Level of a centred line: below its picture a caption, where the page's titles are headings. */
const centred = 8;

/** Whether a line is its picture's by standing right below it: with a mark, or without a blank line, as MinerU writes it. */
function hangsBelow(image: Unit | undefined, unit: Unit, next: Unit | undefined): boolean {
  if (image === undefined || unit.level < 9 || printedWidth(unit.text) > widestCaption) return false;
  if (pictureMark.test(unit.text)) return !/。./u.test(unit.text);
  const isAlone = unit.line - image.line === 1 && (next === undefined || next.line - unit.line > 1);
  return isAlone && !endsSentence(unit.text) && readHeadByline(unit.text) === undefined;
}

const centredLevel = 8;

/**
 * Whether a line is the caption of the picture above it: a centred one, over a marked title, too; a plain or bold one only
 * over text, and a bold one not below a title, where it may be the next one.
 */
function isCaptionHere(
  unit: Unit,
  image: Unit | undefined,
  { previous: previousText, next, nextRole }: Neighbours,
  hasHeadings: boolean,
): boolean {
  const people = readOwnLine(unit.text);
  if (people?.hasRole === true) return people.isCredit;
  if (isCaption(unit.text)) return true;
  if (previousText?.kind === 'text' && cutsWord(previousText.text, unit.text)) return false;
  if (image !== undefined && hasHeadings && unit.level === centred) return true;
  const mayGoOn = previousText?.kind === 'text' && !endsSentence(previousText.text);
  if (hangsBelow(image, unit, next) && (nextRole === 'text' || mayGoOn || pictureMark.test(unit.text)))
    return true;
  if (image === undefined || unit.kind === 'row' || printedWidth(unit.text) > 34 || unit.level < 7)
    return false;
  if (readHeadByline(unit.text) !== undefined) return false;
  const isCentred = unit.level === centredLevel;
  if (nextRole === 'title') return isCentred && next !== undefined && next.level < 7;
  if (nextRole !== 'text' || previousText === undefined) return false;
  const mayBeHead = previousText.kind !== 'text' && unit.level < 9;
  return isCentred || (!mayBeHead && !/[，。、；：]/u.test(unit.text));
}

/** The picture that a unit stands below; a centred caption may have two lines. */
function imageAbove(units: readonly Unit[], at: number): Unit | undefined {
  const isSecondLine = [at - 1, at].every((one) => units[one]?.level === centredLevel);
  const above = units[isSecondLine ? at - 2 : at - 1];
  return above?.kind === 'image' ? above : undefined;
}

/** A picture or its caption: what stands before it counts as what came before. */
function isPictureUnit(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    (unit.kind === 'image' ||
      (isCaption(unit.text) && readOwnLine(unit.text)?.hasRole !== true) ||
      readOwnLine(unit.text)?.isCredit === true)
  );
}

/** A title that stands in as far as paragraphs do is below all others. */
const indentedLevel = 10;

/** Tells what every unit is, from the last to the first: what follows a line decides what it is. */
export function placeUnits(page: PageUnits): readonly Placed[] {
  const { units } = page;
  const roles: Role[] = new Array(units.length);
  let next: Unit | undefined;
  let nextRole: Role | undefined;
  let depth = 0;
  const hasHeadings = units.some(({ kind, level }) => kind === 'heading' && level <= 6);
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at];
    if (unit === undefined) continue;
    let back = at - 1;
    while (back > at - 5 && isPictureUnit(units[back])) back -= 1;
    const previous = isPictureUnit(units[back]) ? undefined : units[back];
    const image = imageAbove(units, at);
    const beforeThat = previous === undefined ? undefined : units[back - 1];
    const role = roleOf(unit, { beforeThat, previous, next, nextRole }, page, image, depth, hasHeadings);
    roles[at] = role;
    if (role === 'image' || role === 'caption') continue;
    depth = role === 'title' && unit.level >= 7 ? depth + 1 : 0;
    next = unit;
    nextRole = role;
  }
  return units.map((unit, at) => {
    const role = roles[at] ?? 'text';
    const isSection = role === 'title' && unit.kind === 'text' && page.hasIndents && unit.isIndented;
    return { unit: isSection ? { ...unit, level: indentedLevel } : unit, role };
  });
}

function roleOf(
  unit: Unit,
  neighbours: Neighbours,
  page: PageUnits,
  image: Unit | undefined,
  depth: number,
  hasHeadings: boolean,
): Role {
  if (unit.kind === 'image') return 'image';
  if (unit.kind === 'row') return isCaption(unit.text) ? 'caption' : 'text';
  const { previous } = neighbours;
  const previousIsTitle =
    previous === undefined || previous.kind === 'heading' || !endsSentence(previous.text);
  if (isCaptionHere(unit, image, neighbours, hasHeadings)) return 'caption';
  if (isBylineHere(unit, neighbours, previousIsTitle)) return 'byline';
  if (unit.kind === 'heading' && unit.level < 8) return isMarkedTitle(unit, neighbours) ? 'title' : 'text';
  if (unit.kind === 'heading')
    return isMarkedTitle(unit, neighbours) && isTitleLike(unit.text) ? 'title' : 'text';
  return isPlainTitle(unit, neighbours, page, depth) ? 'title' : 'text';
}
