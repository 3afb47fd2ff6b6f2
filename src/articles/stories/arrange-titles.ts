import { patternOf, type TitleCues } from './title-cues.js';

/** Which lines over a story are its kicker, its headline, its sub-headline: from, to, exclusive. */
export interface Arrangement {
  readonly headlineFrom: number;
  readonly headlineTo: number;
}

/** No headline is set in more lines, nor wider altogether. */
const [mostLines, widestHeadline] = [3, 44];
/** No line of a headline in several lines is wider. */
const widestPart = 17;
/** No column's name is wider. */
const widestColumn = 4;

/** How even two lines are: 1 for the same width. */
const evenness = (one: TitleCues, other: TitleCues) =>
  Math.min(one.width, other.width) / Math.max(one.width, other.width, 1);

/** How many characters each group of a line has: lines that match are a couplet. */
const metre = (text: string) =>
  text
    .replace(/[“”《》！？]/gu, '')
    .split(/[\s，]/u)
    .map(({ length }) => length)
    .join(' ');

/** A motto beside what somebody does: 改善人居环境 提升生活质量 / 长兴路着力建设幸福家园. */
const isMottoBeside = (motto: TitleCues, other: TitleCues) =>
  motto.mottoGroups >= 2 &&
  other.mottoGroups === 0 &&
  other.width >= 10 &&
  !other.hasComma &&
  !other.text.includes(' ');

/** How well two lines read as one headline. */
function asOne(first: TitleCues, second: TitleCues): number {
  if (first.isDashed || second.isDashed || first.isMarked || second.isMarked) return -6;
  if (first.isBracketed || second.isBracketed || first.introduces || first.endsWithColon) return -6;
  let score = 0;
  if (second.line - first.line > 2) score -= 2;
  if (first.level !== second.level) score -= 3;
  if (first.endsWithComma) score += 4;
  if (first.isOpen || second.goesOn) score += 3;
  if (first.asksForName && second.isQuoted && second.width <= 10) score += 3;
  if (Math.max(first.width, second.width) > widestPart) score -= 3;
  const even = evenness(first, second);
  if (even >= 0.65) score += 1.5;
  if (even < 0.4) score -= 1;
  if (metre(first.text) === metre(second.text)) score += 1.5;
  if (/[“《，\s]/u.test(first.text) && patternOf(first.text) === patternOf(second.text)) score += 3;
  if (second.beginsWithDeed) score += 1.5;
  else if (first.beginsWithDeed) score -= 1;
  if (first.isName) score -= 2;
  if (isMottoBeside(first, second) || isMottoBeside(second, first)) score -= 1.5;
  if (first.isTheme || second.isTheme || second.tellsAttendance) score -= 2;
  if (first.isSum || second.isSum || second.adds) score -= 1.5;
  if (first.hasDoer !== second.hasDoer && !first.isOpen) score -= 0.5;
  if (first.reportsAct) score -= 1;
  if (first.hasDoer && second.hasDoer && first.text.slice(0, 2) === second.text.slice(0, 2)) score -= 2;
  return score;
}

/** How well the first line reads as the kicker of the second. */
function asKicker(first: TitleCues, second: TitleCues): number {
  if (first.isDashed) return second.isDashed ? -4 : 0.5;
  if (second.isDashed || second.isMarked) return -6;
  let score = 0;
  if (first.isMarked || first.endsWithColon || first.introduces || first.isBracketed) score += 5;
  if (first.level > second.level) score += 2.5;
  if (first.level < second.level) score -= isColumnOver(first, second) ? -3 : 4;
  if (first.isTheme) score += 2.5;
  if (first.reportsEvent) score += 2;
  if (first.isName) score += 2;
  if (isMottoBeside(first, second)) score += 1.5;
  if (first.beginsWithDeed && !second.beginsWithDeed) score += 1;
  if (first.isSum) score += 1.5;
  if (first.isQuoted) score += first.width >= 8 ? 2 : 1;
  if (first.hasDoer && !second.hasDoer) score += first.reportsAct ? 1 : 0.3;
  else if (first.reportsAct) score += 0.5;
  if (first.width > second.width * 1.25 && first.width >= 16) score += 1;
  if (first.width < 6 && second.width > first.width * 1.25) score += 1;
  return score;
}

/** How well the second line reads as the sub-headline of the first. */
function asSubheadline(first: TitleCues, second: TitleCues): number {
  if (second.isDashed) return first.isDashed ? 0 : 6;
  if (second.isMarked || second.isBracketed || first.endsWithColon || first.introduces || first.isOpen)
    return -6;
  if (first.isSum) return -2;
  let score = 0.1;
  if (second.level > first.level) score += 2.5;
  if (second.level < first.level) score -= 4;
  if (second.tellsAttendance && !first.tellsAttendance) score += 2.5;
  if (second.isTheme && !first.isTheme) score += 1.5;
  if (second.isSum || second.adds) score += 2;
  if (second.mottoGroups >= 3 && isMottoBeside(second, first)) score += 1.5;
  if (second.hasDoer && !first.hasDoer) score += 0.7;
  if (second.width > first.width * 1.25 && first.width >= 6) score += 1;
  if (second.width < first.width && second.level === first.level) score -= 0.6;
  if (second.endsWithFigure && !first.endsWithFigure) score += 0.8;
  if (second.hasComma && !first.hasComma) score += 0.5;
  return score;
}

/** Whether a line is the column of the headline below it: short, over a heading of a deeper level. */
function isColumnOver(line: TitleCues, next: TitleCues): boolean {
  const isShort = line.width <= widestColumn && !/[，。！？“”\s]|了$/u.test(line.text);
  return isShort && line.level < next.level && next.width >= 7;
}

/** Chooses which of the lines over a story is what: the arrangement whose neighbours fit best. */
export function arrangeTitles(lines: readonly TitleCues[]): Arrangement {
  let best: Arrangement = { headlineFrom: 0, headlineTo: 1 };
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < lines.length; from += 1)
    for (let to = from + 1; to <= Math.min(lines.length, from + mostLines); to += 1) {
      const score = scoreOf(lines, from, to);
      if (score > bestScore) [best, bestScore] = [{ headlineFrom: from, headlineTo: to }, score];
    }
  return best;
}

function scoreOf(lines: readonly TitleCues[], from: number, to: number): number {
  const width = lines.slice(from, to).reduce((sum, line) => sum + line.width, 0);
  if (to - from > 1 && width > widestHeadline) return Number.NEGATIVE_INFINITY;
  let score = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const [first, second] = [lines[at - 1], lines[at]];
    if (first === undefined || second === undefined) continue;
    if (at > from && at < to) score += asOne(first, second);
    else if (at <= from)
      score +=
        at === from ? asKicker(first, second) : Math.max(asKicker(first, second), asOne(first, second)) - 1;
    else
      score +=
        at === to
          ? asSubheadline(first, second)
          : Math.max(asSubheadline(first, second), asOne(first, second)) - 1;
  }
  return score;
}
