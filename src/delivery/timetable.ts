import type { IsoInstant } from '../calendar/instant.js';
import { nextSlotAfter } from '../calendar/slots.js';
import { type SlotDefaults, slotPlanOf } from '../subscribers/slot-plan.js';
import type { Wish } from '../subscribers/wish.js';

/** All subscribers are read at least this often: another process may have changed some. */
const longestTrustMs = 10 * 60_000;

/** What of a wish decides when it is due. */
export type TimesOfWish = Pick<Wish, 'times' | 'days'>;

/** Knows when the next slot of anybody comes or a pause ends, so that other minutes need not read all subscribers. */
export interface Timetable {
  /** All subscribers are going to be read for the moment `at`. */
  begin(at: Date): TimetableScan;
  /** A chat's wish was changed by this process. */
  wishChanged(before: Wish | undefined, after: Wish): void;
  /** Something that was due is left over: the next minute reads all subscribers. */
  distrust(): void;
  /** False when nothing can have become due between the last scan and `at`. */
  mayBeDue(at: Date): boolean;
}

/** One reading of all subscribers. */
export interface TimetableScan {
  /** Times and days that somebody has; each of them once is enough. */
  saw(times: TimesOfWish): void;
  /** A pause that ends by itself: a slot that came in it may then be due. */
  sawPause(until: IsoInstant): void;
  /** All have been read. */
  end(): void;
}

/** What the last scan has shown. */
interface Known {
  readonly atMs: number;
  /** The first slot of anybody, or end of a pause, after the scan. */
  nextMs: number;
}

/** A timetable that knows nothing: whatever is asked may be due. */
export function openTimetable(defaults: SlotDefaults): Timetable {
  let known: Known | undefined;
  let isTrusted = false;
  let scanning: Known | undefined;
  const note = (into: Known, times: TimesOfWish) => {
    const next = nextSlotAfter(slotPlanOf(times, defaults), new Date(into.atMs));
    into.nextMs = Math.min(into.nextMs, next?.getTime() ?? Number.POSITIVE_INFINITY);
  };
  const notePause = (into: Known, until: Wish['pausedUntil']) => {
    const endMs = until === null || until === 'forever' ? Number.NaN : Date.parse(until);
    if (endMs > into.atMs) into.nextMs = Math.min(into.nextMs, endMs);
  };
  return {
    begin(at) {
      const scan: Known = { atMs: at.getTime(), nextMs: Number.POSITIVE_INFINITY };
      scanning = scan;
      // A scan that fails leaves nothing known.
      known = undefined;
      isTrusted = true;
      return {
        saw: (times) => note(scan, times),
        sawPause: (until) => notePause(scan, until),
        end() {
          known = scan;
          if (scanning === scan) scanning = undefined;
        },
      };
    },
    wishChanged(before, after) {
      for (const each of [known, scanning]) {
        if (each === undefined) continue;
        note(each, after);
        notePause(each, after.pausedUntil);
      }
      // A new chat counts as served up to its last slot; one that resumes or chooses an earlier hour may be due at once.
      if (before !== undefined && isDueOtherwise(before, after)) isTrusted = false;
    },
    distrust() {
      isTrusted = false;
    },
    mayBeDue(at) {
      if (known === undefined || !isTrusted) return true;
      const passedMs = at.getTime() - known.atMs;
      return passedMs < 0 || passedMs >= longestTrustMs || at.getTime() >= known.nextMs;
    },
  };
}

function isDueOtherwise(before: Wish, after: Wish): boolean {
  const whenOf = ({ times, days, pausedUntil }: Wish) => JSON.stringify([times, days, pausedUntil]);
  return whenOf(before) !== whenOf(after);
}
