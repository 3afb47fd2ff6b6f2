import type { Placed } from './placed.js';
import type { Segment } from './segment.js';

/** As much of a text as tells whom and what it is about. */
const readLength = 600;
/** A shorter text has too few words to be compared by. */
const leastPairs = 40;
/** So many other segments show how alike the page's stories are anyway. */
const mostOthers = 12;

/** Pairs of neighbouring Han characters, the nearest to words that needs no dictionary. */
function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of text.match(/[\u4e00-\u9fff]{2,}/gu) ?? [])
    for (let at = 1; at < run.length; at += 1) pairs.add(run.slice(at - 1, at + 1));
  return pairs;
}

/** Share of the first text's pairs that the second has, too. */
function shareIn(pairs: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of pairs) if (other.has(pair)) shared += 1;
  return shared / pairs.size;
}

/** The beginning of a body's text. */
function beginningOf(body: readonly Placed[]): string {
  let text = '';
  for (const { role, unit } of body) {
    if (role === 'text') text += `${unit.text}\n`;
    if (text.length >= readLength) break;
  }
  return text.slice(0, readLength);
}

function median(shares: readonly number[]): number {
  const sorted = [...shares].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

/** What two texts' likeness says. */
export interface Likeness {
  /** How much more they share than the page's stories do anyway: about 0 for a story of its own, above 0.05 for a section. */
  readonly surplus: number;
  /** From 0 for texts too short to tell to 1. */
  readonly certainty: number;
}

/** Compares a segment with the running story, which began with the segment `from` and has run to the one before; by index. */
export type Cohesion = (at: number, from: number) => Likeness;

/** Neither like nor unlike. */
const unknown: Likeness = { surplus: 0, certainty: 0 };
/** Two texts with so many pairs each, or one with more and one with fewer, are compared with certainty. */
const enoughPairs = 150;

/** Compares the segments of one page; each is looked at only when it is asked about. */
export function createCohesion(segments: readonly Segment[]): Cohesion {
  const known = new Map<number, ReadonlySet<string>>();
  const pairsAt = (at: number): ReadonlySet<string> => {
    const pairs = known.get(at) ?? pairsOf(beginningOf(segments[at]?.body ?? []));
    known.set(at, pairs);
    return pairs;
  };
  return (at, from) => {
    const pairs = pairsAt(at);
    const own = new Set([...pairsAt(from), ...pairsAt(at - 1)]);
    if (pairs.size < leastPairs || own.size < leastPairs) return unknown;
    const others: ReadonlySet<string>[] = [];
    for (
      let near = Math.max(0, at - mostOthers);
      near < Math.min(segments.length, at + mostOthers);
      near += 1
    ) {
      const isOwn = near >= from && near <= at;
      if (!isOwn && pairsAt(near).size >= leastPairs) others.push(pairsAt(near));
    }
    if (others.length < 2) return unknown;
    const certainty = Math.min(1, (pairs.size * own.size) / enoughPairs ** 2);
    return { surplus: shareIn(pairs, own) - median(others.map((other) => shareIn(pairs, other))), certainty };
  };
}
