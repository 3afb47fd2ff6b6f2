import type { Job } from './job.js';
import type { Seen, TurnParts } from './turn.js';

/** A job that may begin, and what its chat's records said a moment ago. */
export interface ReadyJob {
  readonly job: Job;
  /** Absent for a chat that was forgotten, and for a job that had to wait: both are read when the turn begins. */
  readonly seen?: Seen;
}

/** Reads the records of many jobs together: two queries instead of two for each small batch of turns that begin. */
export async function readAhead(
  { subscribers, timer }: Pick<TurnParts, 'subscribers' | 'timer'>,
  jobs: readonly Job[],
): Promise<readonly ReadyJob[]> {
  const keys = jobs.map(({ key }) => key);
  const readMs = timer.nowMs();
  const [entries, wishes] = await Promise.all([
    subscribers.ledger.getMany(keys),
    subscribers.wishes.getMany(keys),
  ]);
  return jobs.map((job, index) => {
    const entry = entries[index];
    return entry === undefined ? { job } : { job, seen: { entry, wish: wishes[index], readMs } };
  });
}
