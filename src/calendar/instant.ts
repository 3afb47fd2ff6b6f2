/** A day of the calendar, `YYYY-MM-DD`, in no zone. */
export type IsoDate = string;
/** A time of day, `HH:MM`, 24 hours, in the zone of the city. */
export type TimeOfDay = string;
/** An instant with its offset, as `Date.toISOString()` or ISO 8601 writes it. */
export type IsoInstant = string;

/** The wall clock as the program sees it: the machine's, or one that a visitor or a test moves. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
