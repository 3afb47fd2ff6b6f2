import type { IsoInstant } from '../calendar/instant.js';
import type { Job, Purpose } from './job.js';
import type { Plan } from './plan.js';
import type { Tally } from './tally.js';

/** Keys taken from the queue at once. */
const pageSize = 256;

/** Chats that have their turn for one reason. */
export interface Source {
  /** Sources go in this order; those that are equal in the order in which they came. */
  readonly order: string;
  readonly keys: Iterator<string>;
  readonly work: Work;
  readonly at: Date;
  readonly upTo: number;
  readonly tally: Tally;
}

/** What is done for the chats of a source: a turn each, or the slot is noted as over. */
export type Work = Purpose | { readonly kind: 'end-slot'; readonly slot: IsoInstant };

/** Some keys of a source. */
export interface Page extends Omit<Source, 'keys' | 'order'> {
  readonly keys: readonly string[];
}

/** All that is due and not yet taken, of every run that goes on. */
export interface JobQueue {
  add(sources: readonly Source[]): void;
  next(): Page | undefined;
  clear(): void;
}

/** An empty queue. */
export function jobQueue(): JobQueue {
  let sources: Source[] = [];
  return {
    add(added) {
      sources = [...sources, ...added].sort((one, other) =>
        one.order < other.order ? -1 : one.order > other.order ? 1 : 0,
      );
    },
    next() {
      for (let source = sources[0]; source !== undefined; source = sources[0]) {
        const { work, at, upTo, tally } = source;
        const keys = take(source.keys);
        if (keys.length > 0) return { keys, work, at, upTo, tally };
        sources.shift();
      }
      return undefined;
    },
    clear() {
      sources = [];
    },
  };
}

/** The turns of a plan: unknown attempts first, then by slot. */
export function sourcesOf(plan: Plan, tally: Tally): readonly Source[] {
  const source = (order: string, lists: readonly Iterable<string>[], work: Work): Source => ({
    order,
    keys: chain(lists),
    work,
    at: plan.at,
    upTo: plan.head,
    tally,
  });
  return [
    source('', [plan.unknown], { kind: 'repetition' }),
    ...plan.digests.map(({ slot, keys }) => source(slot, keys, { kind: 'slot', slot })),
    ...[...plan.nothingNew].map(([slot, keys]) => source(slot, [keys], { kind: 'end-slot', slot })),
  ];
}

/** The job of a key. */
export function jobOf({ at, upTo, tally }: Omit<Page, 'keys' | 'work'>, key: string, purpose: Purpose): Job {
  return { key, purpose, at, upTo, tally, failures: 0, notBeforeMs: 0 };
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
