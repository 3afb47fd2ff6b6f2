import { readHeadByline } from '../bylines/head-byline.js';
import { endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import type { Unit } from '../paragraphs/unit.js';
import type { Neighbours } from './placed.js';

/** Headlines of protocol name all who spoke and what they asked for. */
const widestHeading = 120;
/** Bold and centred lines that are wider are text. */
const widestBold = 70;

/** A marked line is a title unless it is plainly text: a sentence with its end, an item, a piece of a paragraph. */
export function isMarkedTitle(unit: Unit, { previous, next, nextRole }: Neighbours): boolean {
  const { text } = unit;
  if (printedWidth(text) > (unit.level <= 6 ? widestHeading : widestBold)) return false;
  if (readHeadByline(text) !== undefined) return false;
  if (/[、；。]$/u.test(text)) return false;
  if (/，$/u.test(text) && !(nextRole === 'title' && next?.level === unit.level)) return false;
  if (/。./u.test(text) && printedWidth(text) > 40) return false;
  if (/^[，。、；：！？)）”》]/u.test(text)) return false;
  const isCut = previous !== undefined && previous.kind === 'text' && !endsSentence(previous.text);
  return !(isCut && unit.level >= 7 && printedWidth(text) > 24);
}
