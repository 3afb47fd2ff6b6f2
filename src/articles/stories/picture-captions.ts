import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { cutsWord } from '../characters/word-borders.js';
import { endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import { isCaption } from '../paragraphs/tails.js';
import type { Unit } from '../paragraphs/unit.js';
import type { Neighbours } from './placed.js';

/** A number or an arrow that refers to a picture: `①`, `³`, `△`, `图2`. */
const pictureMark = /^(?:[①-⑳¹²³⁴-⁹▲△▼▽◀▶↑↓←→]|图\s?[\d一二三四五六])/u;
/** No caption is wider than this many Han characters, if nothing but its place says that it is one. */
const widestCaption = 45;
/** Nor is one that stands between titles and text. */
const widestAmongTitles = 34;
/** Level of a centred line: below its picture a caption, where the page's titles are headings. */
const centred = 8;

/** Whether a line is its picture's by standing right below it: with a mark, or without a blank line, as MinerU writes it. */
function hangsBelow(image: Unit | undefined, unit: Unit, next: Unit | undefined): boolean {
  if (image === undefined || unit.level < 9 || printedWidth(unit.text) > widestCaption) return false;
  if (pictureMark.test(unit.text)) return !/。./u.test(unit.text);
  const isAlone = unit.line - image.line === 1 && (next === undefined || next.line - unit.line > 1);
  return isAlone && !endsSentence(unit.text) && readHeadByline(unit.text) === undefined;
}

/**
 * Whether a line is the caption of the picture above it: a centred one, over a marked title, too; a plain or bold one only
 * over text, and a bold one not below a title, where it may be the next one.
 */
export function isCaptionHere(
  unit: Unit,
  image: Unit | undefined,
  { previous, next, nextRole }: Neighbours,
  hasHeadings: boolean,
): boolean {
  const people = readOwnLine(unit.text);
  if (people?.hasRole === true) return people.isCredit;
  if (isCaption(unit.text)) return true;
  if (previous?.kind === 'text' && cutsWord(previous.text, unit.text)) return false;
  const isCentred = unit.level === centred;
  if (image !== undefined && hasHeadings && isCentred) return true;
  const mayGoOn = previous?.kind === 'text' && !endsSentence(previous.text);
  if (hangsBelow(image, unit, next) && (nextRole === 'text' || mayGoOn || pictureMark.test(unit.text)))
    return true;
  if (image === undefined || unit.kind === 'row' || unit.level < 7) return false;
  if (printedWidth(unit.text) > widestAmongTitles || readHeadByline(unit.text) !== undefined) return false;
  if (nextRole === 'title') return isCentred && next !== undefined && next.level < 7;
  if (nextRole !== 'text' || previous === undefined) return false;
  const mayBeHead = previous.kind !== 'text' && unit.level < 9;
  return isCentred || (!mayBeHead && !/[，。、；：]/u.test(unit.text));
}

/** The picture that a unit stands below; a centred caption may have two lines. */
export function imageAbove(units: readonly Unit[], at: number): Unit | undefined {
  const isSecondLine = [at - 1, at].every((one) => units[one]?.level === centred);
  const above = units[isSecondLine ? at - 2 : at - 1];
  return above?.kind === 'image' ? above : undefined;
}

/** A picture or its caption: what stands before it counts as what came before. */
export function isPictureUnit(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  if (unit.kind === 'image') return true;
  const people = readOwnLine(unit.text);
  return (isCaption(unit.text) && people?.hasRole !== true) || people?.isCredit === true;
}
