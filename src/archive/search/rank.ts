import type { Candidate } from './candidates.js';
import type { Match } from './match/match.js';

/** A candidate in which everything that was looked for was found. */
export interface Found {
  readonly candidate: Candidate;
  readonly matches: readonly Match[];
  /** Finds whichever parts of the query a folded text has, the way this was found. */
  readonly marks: (text: string) => readonly Match[];
  readonly cost: number;
  /** How good, cost apart: the parts as they were typed, side by side, or the whole headline; 0 is best. */
  readonly spread: number;
}

const steps = [0, 1, 4, 12];

/** Weighs a verified candidate: what its matches cost, and how close together they are. */
export function weigh(
  candidate: Candidate,
  matches: readonly Match[],
  text: string,
  { marks, extraCost = 0 }: { readonly marks: Found['marks']; readonly extraCost?: number },
): Found {
  const cost = matches.reduce((sum, match) => sum + match.cost, extraCost);
  const there = matches.filter((match) => match.to > match.from);
  const from = Math.min(text.length, ...there.map((match) => match.from));
  const to = Math.max(0, ...there.map((match) => match.to));
  const covered = matches.reduce((sum, match) => sum + match.to - match.from, 0);
  const gap = Math.max(0, to - from - covered);
  const isWhole = from === 0 && to === text.length && gap === 0;
  return {
    candidate,
    matches,
    marks,
    cost,
    spread: isWhole ? 0 : 1 + steps.filter((step) => gap > step).length,
  };
}

/** Best first: cheapest, closest together, the reader's own districts, newest. */
export function rank(found: readonly Found[], ownDistricts: readonly string[]): Found[] {
  const own = ownDistricts.map((name) => `|${name}|`);
  const isOther = ({ candidate }: Found) => (own.some((label) => candidate.labels.includes(label)) ? 0 : 1);
  return found
    .map((each) => ({ each, other: own.length === 0 ? 0 : isOther(each) }))
    .sort(
      (one, two) =>
        one.each.cost - two.each.cost ||
        one.each.spread - two.each.spread ||
        one.other - two.other ||
        two.each.candidate.day - one.each.candidate.day ||
        two.each.candidate.number - one.each.candidate.number,
    )
    .map(({ each }) => each);
}
