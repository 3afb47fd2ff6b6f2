/** A raw line with its number in the file, from 1. */
export interface RawLine {
  readonly text: string;
  readonly number: number;
}

/** So many lines side by side are columns and no table. */
const fewest = 5;
/** Printed cells (a Han character takes two) that either side's lines have on average, at the least. */
const narrowest = 14;
/** Share of the lines between the first and the last that keep to the border. */
const discipline = 0.9;
const gap = /\S(?: {3,}|\u3000{2,})(?=\S)/gu;
const cells = (character: string) =>
  character.charCodeAt(0) < 0x2e80 && !/[“”‘’—…·]/u.test(character) ? 1 : 2;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** The line at a column of the print: what stands before and after; undefined where a character crosses it. */
function cutAt(text: string, column: number): readonly [left: string, right: string] | undefined {
  let width = 0;
  let at = 0;
  for (const character of text) {
    if (width >= column) break;
    width += cells(character);
    at += character.length;
  }
  const [left, right] = [text.slice(0, at), text.slice(at)];
  const isClear = width <= column && (right.trim() === '' || /\s$/u.test(left) || left === '');
  return isClear ? [left.trimEnd(), right] : undefined;
}

/** How far from the border a wide gap may end: titles are centred over their columns. */
const sway = 10;

/** The head of a page has gaps, too, and runs across all columns. */
const dated = /[12]\d{3}\s?[年/.-]\s?\d{1,2}/u;

/** The line at the wide gap nearest to a column; undefined where none is near. */
function cutAtGap(text: string, column: number): readonly [left: string, right: string] | undefined {
  if (!hasGap(text) || dated.test(text)) return undefined;
  for (const found of text.matchAll(gap)) {
    const at = found.index + found[0].length;
    if (Math.abs(widthOf(text.slice(0, at)) - column) <= sway)
      return [text.slice(0, at).trimEnd(), text.slice(at)];
  }
  return undefined;
}

/** Where right-hand text begins behind a wide gap, the most frequent first. */
function bordersOf(lines: readonly RawLine[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { text } of lines.filter((line) => hasGap(line.text)))
    for (const found of text.matchAll(gap)) {
      const column = widthOf(text.slice(0, found.index + found[0].length));
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  return [...counts].sort(([, one], [, other]) => other - one).map(([column]) => column);
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly left: readonly RawLine[];
  readonly right: readonly RawLine[];
}

/** The lines cut at a border that most of them keep, from the first that has text on both sides to where a line crosses the border. */
function cut(lines: readonly RawLine[], border: number): Cut | undefined {
  const halves = lines.map(({ text }) => cutAtGap(text, border) ?? cutAt(text, border));
  const both = halves.flatMap((half, at) =>
    half !== undefined && half[0].trim() !== '' && half[1].trim() !== '' ? [at] : [],
  );
  const [from = 0] = both;
  let to = (both.at(-1) ?? -1) + 1;
  while (to < lines.length && halves[to] !== undefined) to += 1;
  const inside = lines.slice(from, to);
  const kept = inside.filter((_, at) => halves[from + at] !== undefined).length;
  if (both.length < fewest || kept < inside.length * discipline) return undefined;
  const sides = [0, 1] as const;
  const isWide = sides.every((side) => {
    const total = both.reduce((sum, at) => sum + widthOf((halves[at]?.[side] ?? '').trim()), 0);
    return total >= both.length * narrowest;
  });
  if (!isWide) return undefined;
  const side = (which: 0 | 1) =>
    inside.map(({ text, number }, at) => ({
      text: halves[from + at]?.[which] ?? (which === 0 ? text : ''),
      number,
    }));
  return { from, to, left: side(0), right: side(1) };
}

/** Printed lines are no longer than this many characters; others are paragraphs. */
const longestLine = 400;
const hasGap = (text: string) =>
  text.length <= longestLine &&
  (text.includes('   ') || text.includes('\u3000\u3000', 1)) &&
  /\S(?: {3}|\u3000{2})/u.test(text);

/** Puts lines that a tool printed side by side, as the page has its columns, one column below the other. */
export function separateColumns(lines: readonly RawLine[]): readonly RawLine[] {
  if (lines.filter(({ text }) => hasGap(text)).length < fewest) return lines;
  for (const border of bordersOf(lines).slice(0, 3)) {
    const found = cut(lines, border);
    if (found === undefined) continue;
    const { from, to, left, right } = found;
    const blank = { text: '', number: left.at(-1)?.number ?? 1 };
    const columns = [...separateColumns(left), blank, ...separateColumns(right)];
    return [...lines.slice(0, from), ...columns, blank, ...lines.slice(to)];
  }
  return lines;
}
