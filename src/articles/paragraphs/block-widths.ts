import type { Line } from '../lines/line.js';
import { endsSentence } from './sentence-ends.js';

/** A width in Han characters, and how wide each line is. */
export interface Measured {
  readonly width: number;
  readonly widthOf: (line: Line) => number;
}

/** A block needs as many lines to have a width of its own. */
const fewestLines = 5;
/** Lines of one column lie no further apart, for a mark or half a number that was kept off their ends. */
const ragged = 2.5;
/** Share of a block's lines that reach its width. */
const leastFull = 0.55;
/** Share of its lines that are cut within a sentence: in lists and verses hardly one is. */
const leastCut = 0.4;

/** Runs of plain lines with nothing between them. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  lines.forEach((line, at) => {
    if (line.mark !== 'plain') return;
    const isFirst = at === 0 || lines[at - 1]?.mark !== 'plain';
    if (isFirst) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  });
  return blocks;
}

/** The width that most of a block's lines reach, if it is a column of running text; 0 if not. */
function widthOfBlock(block: readonly Line[], widthOf: Measured['widthOf']): number {
  if (block.length < fewestLines) return 0;
  const inner = block.slice(0, -1);
  const widths = inner.map(widthOf).sort((one, other) => one - other);
  const width = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const full = inner.filter((line) => Math.abs(widthOf(line) - width) <= ragged);
  const cut = full.filter(({ text }) => !endsSentence(text) && !/[；：]$/u.test(text));
  const isColumn =
    width >= 8 && full.length >= inner.length * leastFull && cut.length >= inner.length * leastCut;
  return isColumn ? width : 0;
}

/** Share of a page's plain lines that stand in columns, if the page has no width but those of its columns. */
const leastInColumns = 0.6;

/** The widths of the columns of a page, by block. */
function columnsOf(
  lines: readonly Line[],
  widthOf: Measured['widthOf'],
): ReadonlyMap<readonly Line[], number> {
  const widths = blocksOf(lines).map((block) => [block, widthOfBlock(block, widthOf)] as const);
  return new Map(widths.filter(([, width]) => width > 0));
}

/** The width of the widest column, where most of a page stands in columns of its own widths; 0 elsewhere. */
export function widestColumn(lines: readonly Line[], widthOf: Measured['widthOf']): number {
  const columns = columnsOf(lines, widthOf);
  const all = lines.filter(({ mark }) => mark === 'plain').length;
  const within = [...columns.keys()].reduce((sum, { length }) => sum + length, 0);
  return within >= all * leastInColumns ? Math.max(0, ...columns.values()) : 0;
}

/**
 * Measures the lines of narrower columns by their own width: on a page whose stories are set in columns of several widths
 * a full line counts as wide as the page's, whatever its column.
 */
export function byColumns(lines: readonly Line[], page: Measured): Measured {
  const scales = new Map<Line, number>();
  for (const [block, width] of columnsOf(lines, page.widthOf)) {
    if (width >= page.width - ragged) continue;
    for (const line of block) scales.set(line, page.width / width);
  }
  if (scales.size === 0) return page;
  return { width: page.width, widthOf: (line) => page.widthOf(line) * (scales.get(line) ?? 1) };
}
