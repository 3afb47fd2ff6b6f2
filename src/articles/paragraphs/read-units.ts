import { readHeadByline } from '../bylines/head-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { isFolio, isFurniture, isHeaderLine } from '../furniture/furniture.js';
import type { Line } from '../lines/line.js';
import { endsSentence, opensItem, printedWidth } from './sentence-ends.js';
import type { PageUnits, Unit } from './unit.js';

const levels: Readonly<Record<Line['mark'], number>> = {
  heading: 0,
  bold: 7,
  centred: 8,
  plain: 9,
  quote: 9,
  row: 9,
  image: 9,
  rule: 9,
  blank: 9,
};

/** The width at which the page's lines are wrapped: the width that most lines with a follower share; else 0. */
export function wrapWidthOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let total = 0;
  lines.forEach((line, index) => {
    if (line.mark !== 'plain' || lines[index + 1]?.mark !== 'plain' || line.text.length > 140) return;
    const width = Math.round(printedWidth(line.text)) + (line.isIndented ? 2 : 0);
    counts.set(width, (counts.get(width) ?? 0) + 1);
    total += 1;
  });
  let best = 0;
  let bestCount = 0;
  for (const [width, count] of counts) {
    const near = count + (counts.get(width - 1) ?? 0) + (counts.get(width + 1) ?? 0);
    if (width >= 8 && near > bestCount) [best, bestCount] = [width, near];
  }
  return total >= 4 && bestCount >= total * 0.4 ? best : 0;
}

/** A line as wide as its page wraps them, measured in characters or in print; a gap at its head counts two. */
function isFull(line: Line, wrapWidth: number): boolean {
  const width = Math.max(printedWidth(line.text), line.text.length) + (line.isIndented ? 2 : 0);
  return width >= wrapWidth - 1.5;
}

/** Whether a line goes on in the next one without a break between them. */
function goesOn(line: Line, next: Line, wrapWidth: number): boolean {
  if (wrapWidth === 0 || next.isIndented || opensItem(next.text)) return false;
  if (/^本报.{0,12}讯\s?[(（][^)）]*$/u.test(line.text)) return true;
  if (!isFull(line, wrapWidth)) return false;
  if (readOwnLine(line.text)?.hasRole === true) return false;
  return readHeadByline(next.text) === undefined;
}

function unitOf(line: Line, text: string, isOneLine: boolean): Unit {
  const kind =
    line.mark === 'row' ? 'row' : line.mark === 'plain' || line.mark === 'quote' ? 'text' : 'heading';
  const level = line.level > 0 ? line.level : levels[line.mark];
  const { number, boldLead, isIndented, mark } = line;
  return { kind, text, line: number, level, boldLead, isIndented, isQuote: mark === 'quote', isOneLine };
}

function imageUnit(line: Line): Unit {
  const { number } = line;
  return {
    kind: 'image',
    text: '',
    line: number,
    level: 9,
    boldLead: '',
    isIndented: false,
    isQuote: false,
    isOneLine: true,
  };
}

/** A marked line is furniture on narrower grounds: a headline may speak of telephones. */
function isPagePart(line: Line): boolean {
  if (line.mark === 'plain' || line.mark === 'centred') return isFurniture(line.text);
  return (line.mark === 'heading' || line.mark === 'bold') && (isFolio(line.text) || isHeaderLine(line.text));
}

/** Most paragraphs of the page begin with a gap, so a line without one continues what was before. */
function usesIndents(units: readonly Unit[]): boolean {
  const texts = units.filter((unit) => unit.kind === 'text' && printedWidth(unit.text) > 30);
  const indented = texts.filter((unit) => unit.isIndented).length;
  const whole = texts.filter((unit) => endsSentence(unit.text)).length;
  return indented >= 3 && indented >= 0.6 * whole;
}

/** Puts the lines of a page into units; sets furniture aside; joins the lines of a hard-wrapped paragraph. */
export function readUnits(lines: readonly Line[]): PageUnits {
  const wrapWidth = wrapWidthOf(lines);
  const units: Unit[] = [];
  const furniture: string[] = [];
  let open: { readonly first: Line; last: Line; readonly texts: string[] } | undefined;
  const close = () => {
    if (open !== undefined) units.push(unitOf(open.first, open.texts.join(''), open.texts.length === 1));
    open = undefined;
  };
  for (const line of lines) {
    if (line.hasImage) {
      close();
      units.push(imageUnit(line));
    }
    if (line.text === '' || isPagePart(line)) {
      close();
      if (line.text !== '') furniture.push(line.text);
      continue;
    }
    if (line.mark !== 'plain') {
      close();
      units.push(unitOf(line, line.text, true));
    } else if (open !== undefined && goesOn(open.last, line, wrapWidth)) {
      open.texts.push(line.text);
      open.last = line;
    } else {
      close();
      open = { first: line, last: line, texts: [line.text] };
    }
  }
  close();
  return { units, furniture, hasIndents: usesIndents(units), wrapWidth };
}
