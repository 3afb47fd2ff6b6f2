import { isFurniture } from '../furniture/furniture.js';
import type { Line } from '../lines/line.js';
import { byColumns, type Measured, widestColumn } from './block-widths.js';
import { endsSentence, printedWidth } from './sentence-ends.js';

/** How a page's plain lines are wrapped. */
export interface Wrapping {
  /** Width of a full line in Han characters; 0 where lines are not wrapped. */
  readonly width: number;
  /** How wide a line is there, in Han characters; a gap at its head counts two. */
  readonly widthOf: (line: Line) => number;
  /** Sentences mostly go on inside their paragraph: more of them end within a line than end a paragraph's short last line. */
  readonly runsOn: boolean;
  /** Blank lines stand inside paragraphs, too: a tool set one after every printed line. */
  readonly hasIdleBlanks: boolean;
  /** What shows that a paragraph begins, all over the page: a gap at its head, or a blank line above it; absent where nothing does. */
  readonly opening?: 'gap' | 'blank';
}

/** Tools wrap lines by their characters, pages by their print, in which a digit takes half the width of a Han character. */
const measures: readonly Wrapping['widthOf'][] = [
  ({ text, isIndented }) => Math.max(printedWidth(text), text.length) + (isIndented ? 2 : 0),
  ({ text, isIndented }) => printedWidth(text) + (isIndented ? 2 : 0),
];

/** The plain lines that have a line of the same kind below them: no titles, and no ends of columns. */
function withNext(lines: readonly Line[]): readonly Line[] {
  const written = lines.filter(({ mark }) => mark !== 'blank');
  return written.filter(
    ({ mark, text }, at) => mark === 'plain' && written[at + 1]?.mark === 'plain' && !isFurniture(text),
  );
}

/** Lines that tell a page's width: without those that stand alone, which may be wider titles, unless a tool set all apart. */
function bodyOf(lines: readonly Line[]): readonly Line[] {
  const together = new Set<Line>();
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (line.mark === 'plain' && next?.mark === 'plain') together.add(line).add(next);
  });
  const body = withNext(lines);
  const inBlocks = body.filter((line) => together.has(line));
  return inBlocks.length >= body.length / 2 ? inBlocks : body;
}

/** How far lines of one width may lie apart. */
const ragged = 3;

interface Fit {
  readonly width: number;
  readonly widthOf: Wrapping['widthOf'];
  /** Share of the lines that reach the width. */
  readonly near: number;
}

/** The width that many of the lines reach by a measure, and hardly any goes beyond; undefined where there is none. */
function fitOf(body: readonly Line[], widthOf: Wrapping['widthOf']): Fit | undefined {
  const widths = body.map(widthOf).sort((one, other) => one - other);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const near = widths.filter((one) => Math.abs(one - width) <= ragged).length / widths.length;
  const beyond = widths.filter((one) => one > width + ragged).length / widths.length;
  const isWrapped = width >= 8 && width <= 80 && near >= 0.35 && beyond <= 0.04;
  return isWrapped ? { width, widthOf, near } : undefined;
}

/** The widest column's width, where no width is the whole page's; undefined where text does not stand in columns. */
function fitOfColumns(lines: readonly Line[]): Fit | undefined {
  const fits = measures.map((widthOf) => ({ widthOf, width: widestColumn(lines, widthOf), near: 0 }));
  return fits.find(({ width }) => width > 0);
}

/** How a page is wrapped by the measure that fits it best. */
function bestFit(lines: readonly Line[]): Fit | undefined {
  const body = bodyOf(lines);
  if (body.length < 4) return undefined;
  const fits = measures.map((measure) => fitOf(body, measure)).filter((fit) => fit !== undefined);
  return fits.sort((one, other) => other.near - one.near)[0] ?? fitOfColumns(lines);
}

/** Whether a line reaches the page's width, but for a mark or half a number that was kept off its end. */
export const isFull = (line: Line, { width, widthOf }: Measured) => widthOf(line) >= width - 2.5;

function sentencesRunOn(lines: readonly Line[], page: Measured): boolean {
  let inside = 0;
  let last = 0;
  for (const line of lines) {
    if (line.mark !== 'plain') continue;
    inside += line.text.match(/[。！？][”」』）)]?(?=.)/gu)?.length ?? 0;
    if (!isFull(line, page) && endsSentence(line.text)) last += 1;
  }
  return inside > last;
}

function hasIdleBlanks(lines: readonly Line[], page: Measured): boolean {
  const open = (line: Line | undefined) =>
    line?.mark === 'plain' && isFull(line, page) && !endsSentence(line.text);
  let cut = 0;
  let all = 0;
  lines.forEach((line, at) => {
    if (!open(line)) return;
    all += 1;
    if (lines[at + 1]?.mark === 'blank') cut += 1;
  });
  return all >= 4 && cut >= all * 0.9;
}

/** What stands behind the short last lines of paragraphs: a line with a gap at its head, or a blank line. */
function openingOf(lines: readonly Line[], page: Measured, blanksAreIdle: boolean): Wrapping['opening'] {
  const seen = blanksAreIdle ? lines.filter(({ mark }) => mark !== 'blank') : lines;
  const nexts = seen.flatMap((line, at) => {
    const next = seen[at + 1];
    const isEnd = line.mark === 'plain' && !isFull(line, page) && endsSentence(line.text);
    return isEnd && (next?.mark === 'plain' || next?.mark === 'blank') ? [next] : [];
  });
  const adjacent = nexts.filter(({ mark }) => mark === 'plain');
  const gaps = adjacent.filter(({ isIndented }) => isIndented);
  if (gaps.length >= 2 && gaps.length >= adjacent.length * 0.7) return 'gap';
  return nexts.length >= 3 && adjacent.length <= nexts.length * 0.1 ? 'blank' : undefined;
}

const unwrapped: Wrapping = { width: 0, widthOf: () => 0, runsOn: false, hasIdleBlanks: false };

/** Finds out how a page is wrapped. */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  const fit = bestFit(lines);
  if (fit === undefined) return unwrapped;
  const page = byColumns(lines, fit);
  const { width, widthOf } = page;
  const blanksAreIdle = hasIdleBlanks(lines, page);
  const opening = openingOf(lines, page, blanksAreIdle);
  return {
    width,
    widthOf,
    runsOn: sentencesRunOn(lines, page),
    hasIdleBlanks: blanksAreIdle,
    ...(opening === undefined ? {} : { opening }),
  };
}
