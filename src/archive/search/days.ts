import type { IsoDate } from '../../calendar/instant.js';

const epoch = '1970-01-01';

/** A day as a small number: days since 1970. */
export const dayNumber = (day: IsoDate): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** The day of a number. */
export const dayOfNumber = (number: number): IsoDate =>
  new Date(number * 86_400_000).toISOString().slice(0, epoch.length);
