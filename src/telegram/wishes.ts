import { lastSlotAtOrBefore } from '../calendar/slots.js';
import { newcomerCursor } from '../digest/newcomer.js';
import { slotPlanOf } from '../subscribers/slot-plan.js';
import type { Rule, Wish } from '../subscribers/wish.js';
import type { Bot, Request } from './request.js';
import { isSameRule } from './rule-codec.js';

/** Rules that one chat may hold. */
export const maxRules = 50;

/** The wish of the chat, or the one that it would begin with. */
export function wishOf({ subscriber, address, chatKind, language, now }: Request): Wish {
  return (
    subscriber?.wish ?? {
      ...address,
      rules: [],
      mute: [],
      times: [],
      days: 'daily',
      language,
      pausedUntil: null,
      wantsEmptyNote: false,
      wantsNightWarnings: false,
      kind: chatKind,
      createdAt: now.toISOString(),
    }
  );
}

/** Changes the chat's wish; a new chat begins before the newest edition and has missed no slot. */
export async function changeWish(request: Request, bot: Bot, change: (wish: Wish) => Wish): Promise<Wish> {
  const fresh = wishOf({ ...request, subscriber: undefined });
  const begin = {
    cursor: await newcomerCursor(bot.archive, request.now),
    servedSlot: passedSlot(fresh, request, bot),
  };
  const changed = await bot.subscribers.change(request.address, (wish) => change(wish ?? fresh), begin);
  return changed ?? fresh;
}

/** The slot that has just passed: somebody who comes at nine is not late for half past seven. */
function passedSlot(wish: Wish, { now }: Request, { settings }: Bot): string | null {
  const plan = slotPlanOf(wish, { time: settings.defaultTime, zone: settings.timezone });
  return lastSlotAtOrBefore(plan, now)?.toISOString() ?? null;
}

/** What adding rules did. */
export interface Added {
  /** Those that were not there before. */
  readonly added: readonly Rule[];
  readonly isFull: boolean;
  /** The chat had no rule before: it gets today's digest at once. */
  readonly isFirst: boolean;
}

/** Adds rules to the wish, each once, at most {@link maxRules} in all. */
export async function addRules(rules: readonly Rule[], request: Request, bot: Bot): Promise<Added> {
  let before: readonly Rule[] = [];
  const wish = await changeWish(request, bot, (current) => {
    before = current.rules;
    return { ...current, rules: withRules(current.rules, rules) };
  });
  const isFirst = before.length === 0 && wish.rules.length > 0;
  if (isFirst) await skipToNewestEdition(request, bot);
  const added = wish.rules.filter((rule) => !before.some((known) => isSameRule(known, rule)));
  const isFull = rules.some((rule) => !wish.rules.some((known) => isSameRule(known, rule)));
  return { added, isFull, isFirst };
}

function withRules(before: readonly Rule[], rules: readonly Rule[]): readonly Rule[] {
  const all = [...before];
  for (const rule of rules) {
    if (all.length < maxRules && !all.some((known) => isSameRule(known, rule))) all.push(rule);
  }
  return all;
}

/** A chat that was there without rules may have an old cursor: it, too, begins with the newest edition. */
async function skipToNewestEdition(request: Request, bot: Bot): Promise<void> {
  const newest = await newcomerCursor(bot.archive, request.now);
  await bot.subscribers.changeLedger(request.address, (entry) =>
    entry.cursor >= newest ? entry : { ...entry, cursor: newest },
  );
}
