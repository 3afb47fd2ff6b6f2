import { dayIn } from '../calendar/zone.js';

/** Does `work` the first time it is called on a day of `zone`, and nothing the other times. A day that failed is tried again. */
export function onceADay(zone: string, work: (now: Date) => Promise<unknown>): (now: Date) => Promise<void> {
  let doneOn = '';
  return async (now) => {
    const day = dayIn(zone, now);
    if (day === doneOn) return;
    await work(now);
    doneOn = day;
  };
}
