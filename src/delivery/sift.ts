import type { IsoInstant } from '../calendar/instant.js';
import { isPaused } from '../subscribers/slot-plan.js';
import { beginTurn } from './begin-turn.js';
import type { Request } from './composer.js';
import type { Job } from './job.js';
import { jobOf, type Page } from './job-queue.js';
import { slotEnded } from './ledger-changes.js';
import { countEnd } from './tally.js';
import { beginContext, type TurnParts } from './turn.js';

/** What sifting needs. */
type SiftParts = Pick<TurnParts, 'batch' | 'composer' | 'clock' | 'zone'>;

/**
 * Deals with all of a page that needs no message (nothing new, nothing that matches, gone, unknown twice) in whole batches, and
 * composes for the others.
 * @returns the jobs that have something to send.
 */
export async function sift(parts: SiftParts, page: Page): Promise<readonly Job[]> {
  const { work } = page;
  if (work.kind === 'end-slot') {
    await endSlots(parts, page, work.slot);
    return [];
  }
  const jobs = page.keys.map((key) => jobOf(page, key, work));
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

/** Where a job stands while its page is sifted. */
type Standing = 'send' | 'undecided' | 'empty' | 'skipped' | 'uncertain';

async function siftOnce(parts: SiftParts, jobs: readonly Job[]): Promise<Sifted> {
  const jobOfKey = new Map(jobs.map((job) => [job.key, job]));
  // Who is no longer there is not asked, and stays skipped.
  const standings = new Map<Job, Standing>(jobs.map((job) => [job, 'skipped']));
  const toCompose = new Map<string, Request>();
  await parts.batch.changeMany([...jobOfKey.keys()], (key, entry, wish) => {
    const job = jobOfKey.get(key);
    if (job === undefined) return undefined;
    const beginning = beginTurn(job, entry, wish, beginContext(parts));
    if (beginning.kind === 'compose') toCompose.set(beginning.name, beginning.request);
    standings.set(job, beginning.kind === 'compose' ? 'undecided' : beginning.kind);
    return beginning.kind === 'empty' || beginning.kind === 'uncertain' ? beginning.entry : undefined;
  });
  for (const [job, kind] of standings)
    if (kind !== 'send' && kind !== 'undecided') countEnd(job.tally, job.key, { kind });
  const those = (wanted: Standing) => jobs.filter((job) => standings.get(job) === wanted);
  return { toSend: those('send'), undecided: those('undecided'), toCompose };
}

async function endSlots({ batch }: SiftParts, { keys, at, tally }: Page, slot: IsoInstant): Promise<void> {
  await batch.changeMany(keys, (_key, entry, wish) => {
    const isStillSo = wish !== undefined && entry.state === 'active' && !isPaused(wish, at);
    return isStillSo ? slotEnded(entry, slot) : undefined;
  });
  tally.left -= keys.length;
}
