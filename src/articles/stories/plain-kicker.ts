import { printedWidth } from '../paragraphs/sentence-ends.js';
import type { Unit } from '../paragraphs/unit.js';
import { opensAsText } from './title-like.js';

/** Whom the headline below is about: `金水区的爱心小屋：`. */
const nameBefore = /^[^，。；]{2,14}(?<!如下|以下.{0,4}|[说道问答]|表示|认为|介绍)[：:]$/u;
const verb = /(?:强调|要求|指出|时说|表示|提出|召开|举行|印发|出台)[：:]?$/u;

/** A wider line with a comma is text. */
const widestWithComma = 24;

/**
 * Whether a plain line right above a title belongs to it, unless it reads like the rest of a paragraph, or like one cut
 * short; `opens` where what stands before has ended.
 */
export function mayBeKicker(text: string, next: Unit, opens: boolean): boolean {
  if (verb.test(text)) return next.level < 9 || !/[：:]$/u.test(text);
  if (opens && next.level < 9 && nameBefore.test(text)) return true;
  if (/[，：:]$/u.test(text) || opensAsText(text)) return false;
  return !text.includes('，') || (opens && printedWidth(text) <= widestWithComma);
}
