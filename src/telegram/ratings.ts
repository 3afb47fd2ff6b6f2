import type { IsoDate } from '../calendar/instant.js';
import type { Store } from '../storage/store.js';

/** What the readers of one day's digests thought of them: counts, and no person. */
export interface DayRating {
  readonly up: number;
  readonly down: number;
}

/** A press of 👍 or 👎. */
export type Thumb = keyof DayRating;

/** Counts what readers think of their digests. */
export interface Ratings {
  /** Counts a press; a second one by the same reader takes the place of the first. */
  rate(reader: number, day: IsoDate, thumb: Thumb): Promise<void>;
  /** The counts of several days together. */
  sumOf(days: readonly IsoDate[]): Promise<DayRating>;
}

/** Presses remembered; the oldest goes first. */
const capacity = 20_000;
const nobody: DayRating = { up: 0, down: 0 };

/**
 * Opens the counts. Who pressed what is known only in memory, for as long as the program runs: after a restart a reader's
 * second press counts once more.
 */
export function openRatings(days: Store<DayRating>): Ratings {
  const presses = new Map<string, Thumb>();
  let last: Promise<void> = Promise.resolve();
  const count = async (day: IsoDate, thumb: Thumb, before: Thumb | undefined) => {
    const counts = { ...nobody, ...(await days.get(day)) };
    if (before !== undefined) counts[before]--;
    counts[thumb]++;
    await days.set(day, counts);
  };
  const remember = (press: string, thumb: Thumb) => {
    presses.set(press, thumb);
    const oldest = presses.keys().next().value;
    if (presses.size > capacity && oldest !== undefined) presses.delete(oldest);
  };
  return {
    rate(reader, day, thumb) {
      const rated = last.then(async () => {
        const press = `${day} ${reader}`;
        const before = presses.get(press);
        if (before === thumb) return;
        await count(day, thumb, before);
        remember(press, thumb);
      });
      last = rated.catch(() => {});
      return rated;
    },
    async sumOf(asked) {
      const found = (await days.getMany(asked)).filter((counts) => counts !== undefined);
      return found.reduce((sum, { up, down }) => ({ up: sum.up + up, down: sum.down + down }), nobody);
    },
  };
}
