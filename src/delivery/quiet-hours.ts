import { timeIn } from '../calendar/zone.js';
import type { Wish } from '../subscribers/wish.js';

/** Nobody is woken between these times, unless they asked for it. */
const quietFrom = '22:00';
const quietUntil = '07:00';

/** Whether urgent news for this wish waits until the morning. */
export function isHeldAtNight(wish: Pick<Wish, 'wantsNightWarnings'>, at: Date, zone: string): boolean {
  return !wish.wantsNightWarnings && isQuiet(at, zone);
}

/** Whether it is night at `at` in `zone`. */
export function isQuiet(at: Date, zone: string): boolean {
  const time = timeIn(zone, at);
  return time >= quietFrom || time < quietUntil;
}
