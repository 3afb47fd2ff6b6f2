import { isSlogan } from '../furniture/furniture.js';
import { printedWidth } from '../paragraphs/sentence-ends.js';
import type { Unit } from '../paragraphs/unit.js';
import { isColumnName, isPlainColumnName } from './column-names.js';
import { dash, joinCouplet, opener, speechEnd, subheadWords, theme } from './couplets.js';

/** The lines over a story, each in its place. */
export interface Titles {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  /** Line of the headline in the file. */
  readonly line: number;
  /** Level of the headline as marked. */
  readonly level: number;
  /** Lines of the run that are no part of them: other headlines whose text is missing. */
  readonly orphans: readonly Unit[];
}

const kickerEnd = /[:：]$|(?:强调|要求|指出|时说|表示|提出|召开|举行|印发|出台|公布|启动)[:：]?$/u;

function clean(text: string): string {
  return text
    .replace(opener, '')
    .replace(/^#+\s*/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Which of several lines of one level is the headline: the short one between a long kicker and a long sub-headline. */
function chooseAmongEquals(lines: readonly Unit[]): number {
  const widths = lines.map((line) => printedWidth(line.text));
  const [first = 0, second = 0] = widths;
  if (lines.length === 2) {
    const opening = lines[0]?.text ?? '';
    if (kickerEnd.test(opening) || theme.test(opening)) return 1;
    if (subheadWords.test(lines[1]?.text ?? '') && !subheadWords.test(lines[0]?.text ?? '')) return 0;
    return second > first * 1.25 && first >= 6 ? 0 : 1;
  }
  return lines.length - (dash.test(lines.at(-1)?.text ?? '') ? 2 : lines.length >= 3 ? 2 : 1);
}

/** No column's name is wider, and hardly a headline is narrower than the other. */
const [widestColumn, narrowestHeadline] = [6, 7];

/** Whether a line names the column of the headline below it: in brackets, or short over a heading of a deeper level. */
function isColumnOver(lines: readonly Unit[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || next === undefined || dash.test(next.text)) return false;
  if (/^【[^【】]{2,8}】$/u.test(line.text)) return true;
  const isShort = printedWidth(line.text) <= widestColumn && !/[，。！？“”\s]/u.test(line.text);
  return isShort && line.level < next.level && printedWidth(next.text) >= narrowestHeadline;
}

function headlineIndex(lines: readonly Unit[]): number {
  const open = lines
    .map((line, index) => ({ line, index }))
    .filter(
      ({ line, index }) => !dash.test(line.text) && !speechEnd.test(line.text) && !isColumnOver(lines, index),
    );
  const candidates = open.length === 0 ? lines.map((line, index) => ({ line, index })) : open;
  const best = Math.min(...candidates.map(({ line }) => line.level));
  const top = candidates.filter(({ line }) => line.level === best);
  const notKicker = top.filter(({ line }) => !/[:：]$/u.test(line.text) && !opener.test(line.text));
  const pool = notKicker.length > 0 ? notKicker : top;
  if (notKicker.length === 0 && candidates.length > top.length)
    return (candidates.at(-1) ?? top[0])?.index ?? 0;
  if (pool.length === 1) return pool[0]?.index ?? 0;
  return pool[chooseAmongEquals(pool.map(({ line }) => line))]?.index ?? 0;
}

/** Says which line over a story is headline, kicker, sub-headline. Column names and slogans are none. */
export function readTitles(titles: readonly Unit[]): Titles | undefined {
  const real = titles.filter((unit, index) => {
    const isLast = index === titles.length - 1;
    const isNamed = opener.test(unit.text) && !isPlainColumnName(unit.text);
    return isLast || isNamed || !(isColumnName(unit.text) || isSlogan(unit.text));
  });
  const lines = joinCouplet(real.slice(-4));
  const orphans = real.slice(0, -4);
  const [first] = lines;
  if (first === undefined) return undefined;
  const at = headlineIndex(lines);
  const chosen = lines[at] ?? first;
  const join = (units: readonly Unit[]) => units.map(({ text }) => clean(text).replace(dash, '')).join(' ');
  return {
    headline: clean(chosen.text).replace(dash, ''),
    kicker: join(lines.slice(0, at)).replace(/[:：]$|^【|】$/gu, ''),
    subheadline: join(lines.slice(at + 1)),
    line: chosen.line,
    level: chosen.level,
    orphans,
  };
}

/** A place or column before a colon at the head of a headline is its kicker. */
export function splitKicker(titles: Titles, namesPlace: (text: string) => boolean): Titles {
  const found = /^(?:【([^【】]{2,10})】|([^：:丨｜|“”《》]{2,10})\s?[：:丨｜|])\s*(\S.*)$/u.exec(
    titles.headline,
  );
  const before = (found?.[1] ?? found?.[2] ?? '').trim();
  const headline = found?.[3];
  if (headline === undefined || !(namesPlace(before) || isColumnName(before))) return titles;
  const kicker = titles.kicker === '' ? before : `${titles.kicker} ${before}`;
  return { ...titles, headline, kicker };
}
