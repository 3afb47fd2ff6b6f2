import type { SlotPlan } from '../calendar/slots.js';
import { type Days, type Wish, weekdays } from './wish.js';

/** What holds for those who have not chosen. */
export interface SlotDefaults {
  readonly time: string;
  readonly zone: string;
}

/** When a wish's digests are due. */
export function slotPlanOf(wish: Pick<Wish, 'times' | 'days'>, defaults: SlotDefaults): SlotPlan {
  return {
    times: wish.times.length > 0 ? wish.times : [defaults.time],
    weekdays: weekdayNumbers(wish.days),
    zone: defaults.zone,
  };
}

/** 0 Monday … 6 Sunday. */
function weekdayNumbers(days: Days): readonly number[] {
  if (days === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  if (days === 'weekdays') return [0, 1, 2, 3, 4];
  if (days === 'weekly') return [5];
  return days.map((day) => weekdays.indexOf(day));
}

/** Whether the wish is paused at `now`. */
export function isPaused(wish: Pick<Wish, 'pausedUntil'>, now: Date): boolean {
  if (wish.pausedUntil === null) return false;
  return wish.pausedUntil === 'forever' || Date.parse(wish.pausedUntil) > now.getTime();
}
