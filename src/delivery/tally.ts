import type { RunReport } from './delivery.js';
import type { JobEnd } from './job.js';

/** The counts of one run while it goes on. */
export interface Tally {
  due: number;
  sent: number;
  empty: number;
  unreachable: number;
  uncertain: number;
  failed: number;
  retried: number;
  calls: number;
  /** Turns in all, and those that have not ended. */
  turns: number;
  left: number;
  /** Keys whose turn certainly failed, for `retryFailed`. */
  readonly failedKeys: string[];
}

/** Nothing has ended yet. */
export function newTally(begin: Partial<Pick<Tally, 'due' | 'uncertain' | 'turns'>> = {}): Tally {
  const { due = 0, uncertain = 0, turns = 0 } = begin;
  return {
    due,
    sent: 0,
    empty: 0,
    unreachable: 0,
    uncertain,
    failed: 0,
    retried: 0,
    calls: 0,
    turns,
    left: turns,
    failedKeys: [],
  };
}

/** Counts a turn that ended for good. */
export function countEnd(tally: Tally, key: string, end: Exclude<JobEnd, { kind: 'again' }>): void {
  tally.left--;
  switch (end.kind) {
    case 'skipped':
      return;
    case 'failed':
      tally.failedKeys.push(key);
      tally.failed++;
      return;
    case 'sent':
    case 'empty':
    case 'unreachable':
    case 'uncertain':
      tally[end.kind]++;
  }
}

/** The counts as `digest --json` prints them. */
export function reportOf(tally: Tally, at: Date, tookMs: number): RunReport {
  const { due, sent, empty, unreachable, uncertain, failed, retried, calls } = tally;
  const seconds = Math.round(tookMs) / 1_000;
  return { at: at.toISOString(), due, sent, empty, unreachable, uncertain, failed, retried, calls, seconds };
}
