import type { Line } from '../lines/line.js';
import { endsSentence } from '../paragraphs/sentence-ends.js';

/** What a list of contents is called. */
const heading =
  /^(?:目[录次]|(?:本期|今日|本版|版面|内容|头版|新闻)?(?:目录|导读|要目|看点|提要|导航|索引|内容提要)|contents|index)$/iu;
const noLetters = /[^\u4e00-\u9fffA-Za-z\d]/gu;
/** What stands before an entry: a number, a page, a mark. */
const numberAhead =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．\s版]|[(（][一二三四五六七八九十\d]{1,3}[)）]|第?\s?[A-D]?\d{1,3}\s?[版页、.．:：)）|\s/]|[①-⑳])\s*/u;
/** What stands behind it: the page. */
const pageBehind = /[\s.…·>›→—-]*[(（【]?(?:详?见|[Pp]|第)?\s?[A-D]?\d{1,3}\s?[版页]?[)）】]?$/u;
const shortest = 6;
const longest = 48;

/** A line that may be an entry or the headline that it names. */
const isShort = ({ text }: Line) =>
  text.length >= shortest &&
  text.length <= longest &&
  !endsSentence(text.slice(0, -1)) &&
  !text.includes('。');

const lettersOf = (text: string) => text.replace(noLetters, '');

/** The headline that a list's line names: without number and page. */
function entryOf(text: string): string {
  const plain = text.replaceAll('\t', ' ').trim();
  const bare = plain.replace(numberAhead, '');
  const cut = lettersOf(bare.replace(pageBehind, ''));
  return cut.length >= shortest ? cut : lettersOf(bare);
}

/** Where headlines stand: every short line, and every two of them that follow each other, by their letters; the last counts. */
function headlinesOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let before = '';
  lines.forEach((line, at) => {
    const letters = isShort(line) ? lettersOf(line.text) : '';
    if (letters !== '') places.set(letters, at);
    if (letters !== '' && before !== '') places.set(before + letters, at);
    before = letters;
  });
  return places;
}

/** An entry with the place of the headline that it names. */
interface Entry {
  readonly at: number;
  readonly headlineAt: number;
}

/** A list's lines and the headline below them: fewer short lines in a row are a story's titles. */
const shortestRun = 3;

/** The short lines that stand among so many of their kind that they may be a list. */
function candidatesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  let run: Line[] = [];
  const close = () => {
    if (run.length >= shortestRun) for (const line of run) found.add(line);
    run = [];
  };
  for (const line of lines)
    if (isShort(line)) run.push(line);
    else if (line.text.length >= shortest) close();
  close();
  return found;
}

function entriesOf(lines: readonly Line[]): readonly Entry[] {
  const candidates = candidatesOf(lines);
  if (candidates.size === 0) return [];
  const headlines = headlinesOf(lines);
  return lines.flatMap((line, at) => {
    const headlineAt = candidates.has(line)
      ? Math.max(headlines.get(entryOf(line.text)) ?? -1, headlines.get(lettersOf(line.text)) ?? -1)
      : -1;
    return headlineAt > at + 1 ? [{ at, headlineAt }] : [];
  });
}

/**
 * The lines of a page's list of contents: two and more short lines in a row that name headlines which stand apart from each
 * other further down, and those between and after them up to the first that is text; with the list's own name.
 */
export function contentsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const written = lines.filter(({ text }) => text !== '');
  const isNamed = ({ text }: Line) => text.length <= 12 && heading.test(lettersOf(text));
  const found = new Set<Line>(written.filter(isNamed));
  const entries = entriesOf(written);
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    const between = written.slice((before?.at ?? entry.at) + 1, entry.at);
    const isNext = before !== undefined && between.length <= 2 && between.every(isShort);
    const isApart = before !== undefined && Math.abs(entry.headlineAt - before.headlineAt) > 1;
    if (before !== undefined && isNext && isApart && written[before.at] !== undefined)
      for (const line of written.slice(before.at, entry.at + 1)) found.add(line);
  });
  for (const { at } of entries) {
    const [before, line] = [written[at - 1], written[at]];
    if (before !== undefined && line !== undefined && isNamed(before)) found.add(line);
  }
  return found;
}
