import { patternOf, type TitleCues } from './title-cues.js';

/** No line of a headline in several lines is wider. */
const widestPart = 17;
/** No column's name is wider. */
const widestColumn = 4;
/** What rules a reading out. */
const never = -6;

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
export function asOne(first: TitleCues, second: TitleCues): number {
  if (first.isDashed || second.isDashed || first.isMarked || second.isMarked) return never;
  if (first.isBracketed || second.isBracketed || first.introduces || first.endsWithColon) return never;
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

/** Whether a line is the column of the headline below it: short, over a heading of a deeper level. */
function isColumnOver(line: TitleCues, next: TitleCues): boolean {
  const isShort = line.width <= widestColumn && !/[，。！？“”\s]|了$/u.test(line.text);
  return isShort && line.level < next.level && next.width >= 7;
}

/** How well the first line reads as the kicker of the second. */
export function asKicker(first: TitleCues, second: TitleCues): number {
  if (first.isDashed) return second.isDashed ? -4 : 0.5;
  if (second.isDashed || second.isMarked) return never;
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
export function asSubheadline(first: TitleCues, second: TitleCues): number {
  if (second.isDashed) return first.isDashed ? 0 : 6;
  if (second.isMarked || second.isBracketed || first.endsWithColon || first.introduces || first.isOpen)
    return never;
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
