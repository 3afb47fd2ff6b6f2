import { beginTurn } from './begin-turn.js';
import { jobOf, jobQueue, type Page, sourcesOf } from './job-queue.js';
import type { Plan } from './plan.js';
import { countEnd, newTally, type Tally } from './tally.js';
import { beginContext, type TurnParts } from './turn.js';

/** Goes through a plan as a run would, composes what it would send, and neither sends nor writes. */
export async function rehearsePlan(parts: TurnParts, plan: Plan): Promise<Tally> {
  const tally = newTally(plan);
  const queue = jobQueue();
  queue.add(sourcesOf(plan, tally));
  for (let page = queue.next(); page !== undefined; page = queue.next()) await rehearsePage(parts, page);
  return tally;
}

async function rehearsePage(parts: TurnParts, page: Page): Promise<void> {
  const { work } = page;
  if (work.kind === 'end-slot') return;
  const { wishes, ledger } = parts.subscribers;
  const [allWishes, entries] = await Promise.all([wishes.getMany(page.keys), ledger.getMany(page.keys)]);
  for (const [index, key] of page.keys.entries()) {
    const [wish, entry] = [allWishes[index], entries[index]];
    if (entry === undefined) continue;
    const job = jobOf(page, key, work);
    const begin = () => beginTurn(job, entry, wish, beginContext(parts));
    const first = begin();
    if (first.kind === 'compose') await parts.composer.compose(first.name, first.request);
    const { kind } = first.kind === 'compose' ? begin() : first;
    if (kind === 'send') countEnd(job.tally, key, { kind: 'sent', digest: undefined });
    else if (kind !== 'compose') countEnd(job.tally, key, { kind });
  }
}
