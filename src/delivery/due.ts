import type { IsoInstant } from '../calendar/instant.js';
import { lastSlotAtOrBefore } from '../calendar/slots.js';
import { isPaused, type SlotDefaults, slotPlanOf } from '../subscribers/slot-plan.js';
import type { Subscriber } from '../subscribers/subscribers.js';
import type { TimesOfWish, TimetableScan } from './timetable.js';

/** What a moment means for a chat. */
export type Due =
  /** A slot came, and the archive has grown past the cursor. */
  | { readonly kind: 'digest'; readonly slot: IsoInstant }
  /** A slot came, and there is nothing after the cursor. */
  | { readonly kind: 'nothing-new'; readonly slot: IsoInstant }
  /** An attempt of a run that did not live to record its outcome goes first; then, where one came since, the slot. */
  | { readonly kind: 'unknown'; readonly slot: IsoInstant | undefined }
  | { readonly kind: 'not-due' };

/** What decides who is due. */
export interface DueContext {
  readonly at: Date;
  /** The archive's head at that moment. */
  readonly head: number;
  readonly catchUpMs: number;
  readonly defaults: SlotDefaults;
  /** Chats with a slot at or before this moment are in the queue already. */
  readonly plannedUntil?: Date;
  /** Hears of times and days that somebody has, each once, and of pauses that will end. */
  readonly scan?: Pick<TimetableScan, 'saw' | 'sawPause'>;
}

/** Answers for many chats at one moment: slots are found once for all who share times and days. */
export function dueAt(context: DueContext): (subscriber: Subscriber) => Due {
  const { at, head, catchUpMs, plannedUntil, scan } = context;
  const slotOf = slotFinder(context);
  const oldestMs = at.getTime() - catchUpMs;
  const isRecent = (instant: IsoInstant) => Date.parse(instant) >= oldestMs;
  return ({ wish, ledger }) => {
    const slot = slotOf(wish);
    if (isPaused(wish, at)) {
      if (wish.pausedUntil !== null && wish.pausedUntil !== 'forever') scan?.sawPause(wish.pausedUntil);
      return { kind: 'not-due' };
    }
    if (ledger.state === 'blocked') return { kind: 'not-due' };
    const isSlot =
      slot !== undefined &&
      slot.ms >= oldestMs &&
      (plannedUntil === undefined || slot.ms > plannedUntil.getTime()) &&
      (ledger.servedSlot === null || Date.parse(ledger.servedSlot) < slot.ms);
    const { attempt } = ledger;
    if (
      attempt !== undefined &&
      plannedUntil === undefined &&
      (isSlot || isRecent(attempt.slot ?? attempt.at))
    )
      return { kind: 'unknown', slot: isSlot && slot.iso !== attempt.slot ? slot.iso : undefined };
    if (!isSlot) return { kind: 'not-due' };
    return { kind: head > ledger.cursor ? 'digest' : 'nothing-new', slot: slot.iso };
  };
}

interface Slot {
  readonly ms: number;
  readonly iso: IsoInstant;
}

/** The last slot of a wish at or before the moment; found once for each set of times and days. */
function slotFinder({ at, defaults, scan }: DueContext): (wish: TimesOfWish) => Slot | undefined {
  const known = new Map<string, Slot | undefined>();
  return (wish) => {
    const name = `${wish.times}|${wish.days}`;
    if (known.has(name)) return known.get(name);
    scan?.saw(wish);
    const found = lastSlotAtOrBefore(slotPlanOf(wish, defaults), at);
    const slot = found && { ms: found.getTime(), iso: found.toISOString() };
    known.set(name, slot);
    return slot;
  };
}
