import { isServiceLine } from '../furniture/service-lines.js';
import { beginsInside, closesFirst, endsSentence, openMark, opensItem } from './sentence-ends.js';
import type { Unit } from './unit.js';

/** No sentence of a paragraph's own begins so: it goes on with who acted in the one before. */
const goesOnWith = /^(?:并(?=[向将对在把为给由从于与就以能要会使让组提])|并且|以及)/u;
/** Few words without a point over a paragraph as long as this are its head, and no piece of it. */
const fewestBelowHead = 40;
const isHeadOver = (before: string, after: string) =>
  after.length >= fewestBelowHead && before.length <= 16 && !/[\p{P}\d]/u.test(before);
/** Words and figures with gaps between them and no point: `今天 多云 12℃ 东风3级`. */
const entry = /^[^，。；！？“”]+$/u;
const isEntry = (text: string) => entry.test(text) && text.split(' ').length >= 4 && /\d/u.test(text);
/** A list's head is not longer: `·某某路（甲街—乙街）`. */
const longestHead = 30;

/** What of two pieces of text tells whether they are one paragraph's. */
export type Piece = Pick<Unit, 'text' | 'isIndented' | 'isQuote' | 'kind'>;

/**
 * Whether the second piece of text continues the first one's paragraph: a column or a picture cut it, inside a sentence,
 * a word, a number, a quotation or brackets. Real ends, items of lists and quotations stay apart.
 */
export function joinsOn(before: Piece, after: Piece, hasIndents: boolean): boolean {
  if (before.kind === 'row' || after.kind === 'row') return false;
  if (beginsInside(after.text)) return true;
  if (isServiceLine(before.text) || isServiceLine(after.text)) return false;
  if (before.isQuote !== after.isQuote) return false;
  const open = openMark(before.text.slice(-400));
  if (!endsSentence(before.text)) {
    if (/(?:[：:]|——)$/u.test(before.text)) return open !== '' && closesFirst(after.text, open);
    if (opensItem(after.text)) return /[，、]$/u.test(before.text) && !/^(?:——|[●•▲■◆])/u.test(after.text);
    if (isHeadOver(before.text, after.text) || isEntry(before.text)) return false;
    if (opensItem(before.text) && before.text.endsWith('；')) return false;
    const isHead = before.text.length <= longestHead && opensItem(before.text);
    return !(after.isIndented && (isHead || (hasIndents && /[；”）)》]$/u.test(before.text))));
  }
  if (open !== '' && closesFirst(after.text.slice(0, 400), open)) return true;
  if (goesOnWith.test(after.text)) return true;
  return hasIndents && !after.isIndented && !opensItem(after.text) && !/^“/u.test(after.text);
}
