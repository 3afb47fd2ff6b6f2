import type { TitleCues } from './title-cues.js';
import { asKicker, asOne, asSubheadline } from './title-fits.js';

/** Which of the lines over a story are its headline; those before it are its kicker, those behind its sub-headline. */
export interface Arrangement {
  readonly headlineFrom: number;
  /** Exclusive. */
  readonly headlineTo: number;
}

/** No headline is set in more lines, nor wider altogether. */
const [mostLines, widestHeadline] = [3, 44];

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
  lines.forEach((second, at) => {
    const first = lines[at - 1];
    if (first !== undefined) score += fitOf(first, second, at, from, to);
  });
  return score;
}

/** How well the line at an index fits behind the one above, where the headline runs from `from` to `to`. */
function fitOf(first: TitleCues, second: TitleCues, at: number, from: number, to: number): number {
  if (at > from && at < to) return asOne(first, second);
  const fitBeside = at <= from ? asKicker : asSubheadline;
  const isBeside = at === from || at === to;
  return isBeside ? fitBeside(first, second) : Math.max(fitBeside(first, second), asOne(first, second)) - 1;
}
