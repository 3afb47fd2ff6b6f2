import type { IsoInstant } from '../calendar/instant.js';
import type { Job } from './job.js';
import type { Plan } from './plan.js';
import type { Tally } from './tally.js';

/** Keys taken from the queue at once. */
export const pageSize = 256;

/** What is taken from the queue: chats of one slot of one run, to be sifted and served. */
export interface Page {
  readonly kind: 'unknown' | 'digest' | 'nothing-new';
  readonly keys: readonly string[];
  readonly slot: IsoInstant | null;
  readonly plan: Plan;
  readonly tally: Tally;
}

/** All that is due and not yet taken, of every run that goes on: unknown attempts first, then by slot. */
export interface JobQueue {
  add(plan: Plan, tally: Tally): void;
  next(): Page | undefined;
  clear(): void;
}

interface Source {
  readonly order: string;
  readonly kind: Page['kind'];
  readonly slot: IsoInstant | null;
  readonly keys: Iterator<string>;
  readonly plan: Plan;
  readonly tally: Tally;
}

/** An empty queue. */
export function jobQueue(): JobQueue {
  let sources: Source[] = [];
  return {
    add(plan, tally) {
      const added = sourcesOf(plan, tally);
      // Stable: in one slot the run that came first goes first.
      sources = [...sources, ...added].sort((one, other) =>
        one.order < other.order ? -1 : one.order > other.order ? 1 : 0,
      );
    },
    next() {
      for (let source = sources[0]; source !== undefined; source = sources[0]) {
        const keys = take(source.keys);
        const { kind, slot, plan, tally } = source;
        if (keys.length > 0) return { kind, keys, slot, plan, tally };
        sources.shift();
      }
      return undefined;
    },
    clear() {
      sources = [];
    },
  };
}

/** The job of a key of a page. */
export function jobOf({ kind, slot, plan, tally }: Page, key: string): Job {
  const isRepetition = kind === 'unknown';
  return { key, slot, isRepetition, at: plan.at, upTo: plan.head, tally, failures: 0, notBeforeMs: 0 };
}

function sourcesOf(plan: Plan, tally: Tally): Source[] {
  const base = { plan, tally };
  return [
    { ...base, order: '', kind: 'unknown', slot: null, keys: plan.unknown[Symbol.iterator]() },
    ...plan.digests.map(
      ({ slot, keys }): Source => ({ ...base, order: slot, kind: 'digest', slot, keys: chain(keys) }),
    ),
    ...[...plan.nothingNew].map(
      ([slot, keys]): Source => ({
        ...base,
        order: slot,
        kind: 'nothing-new',
        slot,
        keys: keys[Symbol.iterator](),
      }),
    ),
  ];
}

function* chain(lists: readonly Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}

function take(keys: Iterator<string>): string[] {
  const taken: string[] = [];
  while (taken.length < pageSize) {
    const next = keys.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
