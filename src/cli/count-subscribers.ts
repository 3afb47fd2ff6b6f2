import { isPaused } from '../subscribers/slot-plan.js';
import type { Subscriber } from '../subscribers/subscribers.js';

/** How many chats there are, how they stand, and what they asked for; a chat counts once for each of its rules' parts. */
export interface SubscriberCounts {
  readonly subscribers: number;
  readonly active: number;
  readonly paused: number;
  readonly blocked: number;
  /** Chats of which it is not known whether they have their digest. */
  readonly uncertain: number;
  readonly districts: Readonly<Record<string, number>>;
  readonly topics: Readonly<Record<string, number>>;
  readonly keywords: number;
}

/** Counts in one pass; no person can be told from the figures. */
export async function countSubscribers(
  pages: AsyncIterable<readonly Subscriber[]>,
  now: Date,
): Promise<SubscriberCounts> {
  const counts = { subscribers: 0, active: 0, paused: 0, blocked: 0, uncertain: 0, keywords: 0 };
  const districts: Record<string, number> = {};
  const topics: Record<string, number> = {};
  for await (const page of pages) {
    for (const { wish, ledger } of page) {
      counts.subscribers++;
      counts[standingOf({ wish, ledger }, now)]++;
      if (ledger.uncertain !== undefined) counts.uncertain++;
      for (const name of distinct(wish.rules.map(({ district }) => district))) add(districts, name);
      for (const id of distinct(wish.rules.map(({ topic }) => topic))) add(topics, id);
      if (wish.rules.some(({ keyword }) => keyword !== undefined)) counts.keywords++;
    }
  }
  return { ...counts, districts: mostFirst(districts), topics: mostFirst(topics) };
}

function standingOf(
  { wish, ledger }: Pick<Subscriber, 'wish' | 'ledger'>,
  now: Date,
): 'active' | 'paused' | 'blocked' {
  if (ledger.state === 'blocked') return 'blocked';
  return isPaused(wish, now) ? 'paused' : 'active';
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function mostFirst(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
}
