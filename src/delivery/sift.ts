import type { Clock } from '../calendar/instant.js';
import { isPaused } from '../subscribers/slot-plan.js';
import { beginTurn } from './begin-turn.js';
import type { Composer, Request } from './composer.js';
import type { Job } from './job.js';
import { jobOf, type Page } from './job-queue.js';
import type { LedgerBatch } from './ledger-batch.js';
import { slotEnded } from './ledger-changes.js';
import { countEnd } from './tally.js';

/** What sifting needs. */
interface SiftParts {
  readonly batch: LedgerBatch;
  readonly composer: Composer;
  readonly clock: Clock;
}

/**
 * Deals with all of a page that needs no message (nothing new, nothing that matches, gone, unknown twice) in whole batches, and
 * composes for the others. @returns the jobs that have something to send.
 */
export async function sift(parts: SiftParts, page: Page): Promise<readonly Job[]> {
  if (page.kind === 'nothing-new') {
    await endSlots(parts, page);
    return [];
  }
  const jobs = page.keys.map((key) => jobOf(page, key));
  const first = await siftOnce(parts, jobs);
  for (const [name, request] of first.toCompose) await parts.composer.compose(name, request);
  if (first.undecided.length === 0) return first.toSend;
  const second = await siftOnce(parts, first.undecided);
  // Whose wish changed in between begins its turn by composing.
  return [...first.toSend, ...second.toSend, ...second.undecided];
}

interface Sifted {
  readonly toSend: readonly Job[];
  readonly undecided: readonly Job[];
  readonly toCompose: ReadonlyMap<string, Request>;
}

async function siftOnce({ batch, composer, clock }: SiftParts, jobs: readonly Job[]): Promise<Sifted> {
  const jobOfKey = new Map(jobs.map((job) => [job.key, job]));
  const toSend = new Set<Job>();
  const undecided = new Set<Job>();
  const toCompose = new Map<string, Request>();
  const ends = new Map<Job, 'empty' | 'skipped' | 'uncertain'>(jobs.map((job) => [job, 'skipped']));
  await batch.changeMany([...jobOfKey.keys()], (key, entry, wish) => {
    const job = jobOfKey.get(key);
    if (job === undefined) return undefined;
    const beginning = beginTurn(job, entry, wish, composer, clock.now());
    switch (beginning.kind) {
      case 'compose':
        toCompose.set(beginning.name, beginning.request);
        undecided.add(job);
        return undefined;
      case 'send':
        toSend.add(job);
        return undefined;
      case 'skipped':
        return undefined;
      case 'empty':
      case 'uncertain':
        ends.set(job, beginning.kind);
        return beginning.entry;
    }
  });
  for (const [job, kind] of ends) {
    if (!toSend.has(job) && !undecided.has(job)) countEnd(job.tally, job.key, { kind });
  }
  return { toSend: [...toSend], undecided: [...undecided], toCompose };
}

async function endSlots({ batch }: SiftParts, { keys, slot, plan, tally }: Page): Promise<void> {
  await batch.changeMany(keys, (_key, entry, wish) => {
    const isStillSo = wish !== undefined && entry.state === 'active' && !isPaused(wish, plan.at);
    return isStillSo ? slotEnded(entry, slot) : undefined;
  });
  tally.left -= keys.length;
}
