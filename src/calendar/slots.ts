import type { IsoDate, TimeOfDay } from './instant.js';
import { addDays, dayIn, instantOf, weekdayOf } from './zone.js';

/** When digests are wished: at these times, on these days of the week (0 Monday … 6 Sunday), in this zone. */
export interface SlotPlan {
  readonly times: readonly TimeOfDay[];
  readonly weekdays: readonly number[];
  readonly zone: string;
}

/** No wish leaves out more than six days in a row; one more for the day that is going on. */
const horizonDays = 8;

/** The latest slot at or before `moment`; undefined for a plan without times or days. */
export function lastSlotAtOrBefore(plan: SlotPlan, moment: Date): Date | undefined {
  return findSlot(plan, dayIn(plan.zone, moment), -1, (slot) => slot.getTime() <= moment.getTime());
}

/** The first slot after `moment`; undefined for a plan without times or days. */
export function nextSlotAfter(plan: SlotPlan, moment: Date): Date | undefined {
  return findSlot(plan, dayIn(plan.zone, moment), 1, (slot) => slot.getTime() > moment.getTime());
}

function findSlot(
  plan: SlotPlan,
  from: IsoDate,
  step: 1 | -1,
  isWanted: (slot: Date) => boolean,
): Date | undefined {
  for (let ahead = 0; ahead < horizonDays; ahead++) {
    const day = addDays(from, ahead * step);
    if (!plan.weekdays.includes(weekdayOf(day))) continue;
    const slots = slotsOf(plan, day).sort((one, other) => (one.getTime() - other.getTime()) * step);
    const found = slots.find(isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function slotsOf(plan: SlotPlan, day: IsoDate): Date[] {
  return plan.times.map((time) => instantOf(plan.zone, day, time));
}
