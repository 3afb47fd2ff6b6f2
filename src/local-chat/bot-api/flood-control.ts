import { tooMany } from './refusal.js';

/** How fast a bot may send. A request that is over a limit, or comes while one is banned, is answered with 429. */
export interface FloodLimits {
  /** Messages in any five seconds over all chats. */
  readonly perFiveSeconds: number;
  /** The same for sends with `allow_paid_broadcast`. */
  readonly paidPerFiveSeconds: number;
  /** Messages in any five seconds to one chat. */
  readonly perChatPerFiveSeconds: number;
  /** Messages a minute to one group. */
  readonly perGroupPerMinute: number;
  /** Seconds of the first ban. */
  readonly banS: number;
  /** Seconds by which a request sent during a ban lengthens it. */
  readonly lengthenS: number;
}

/** 30 a second, 1 a second to a chat and 20 a minute to a group, with the bursts that Telegram lets pass. */
export const strictLimits: FloodLimits = {
  perFiveSeconds: 150,
  paidPerFiveSeconds: 5000,
  perChatPerFiveSeconds: 5,
  perGroupPerMinute: 20,
  banS: 5,
  lengthenS: 1,
};

/** Counts messages in sliding windows and refuses what is too fast. */
export interface FloodControl {
  /** Counts one message to `chat` at `nowMs` (a monotonic clock), or throws 429. */
  admit(chat: number, isGroup: boolean, isPaid: boolean, nowMs: number): void;
}

/** The times of the last messages to one receiver, oldest first, in a ring of the size of its limit. */
interface Window {
  readonly times: number[];
  next: number;
  bannedUntilMs: number;
}

/** Opens the count, empty. */
export function floodControl(limits: FloodLimits): FloodControl {
  const all = emptyWindow();
  const paid = emptyWindow();
  const chats = new Map<number, Window>();
  const windowOf = (chat: number) => {
    const known = chats.get(chat) ?? emptyWindow();
    chats.set(chat, known);
    return known;
  };
  return {
    admit(chat, isGroup, isPaid, nowMs) {
      const own = windowOf(chat);
      const ownLimit = isGroup ? limits.perGroupPerMinute : limits.perChatPerFiveSeconds;
      const whole = isPaid ? paid : all;
      const wholeLimit = isPaid ? limits.paidPerFiveSeconds : limits.perFiveSeconds;
      check(whole, wholeLimit, 5000, nowMs, limits);
      check(own, ownLimit, isGroup ? 60_000 : 5000, nowMs, limits);
      count(whole, wholeLimit, nowMs);
      count(own, ownLimit, nowMs);
    },
  };
}

function emptyWindow(): Window {
  return { times: [], next: 0, bannedUntilMs: 0 };
}

function check(window: Window, limit: number, lengthMs: number, nowMs: number, limits: FloodLimits): void {
  if (nowMs < window.bannedUntilMs) {
    window.bannedUntilMs += limits.lengthenS * 1000;
  } else {
    const oldest = window.times.length < limit ? undefined : window.times[window.next];
    if (oldest === undefined || nowMs - oldest >= lengthMs) return;
    const untilFreeMs = oldest + lengthMs;
    window.bannedUntilMs = Math.max(nowMs + limits.banS * 1000, untilFreeMs);
  }
  throw tooMany(Math.ceil((window.bannedUntilMs - nowMs) / 1000));
}

function count(window: Window, limit: number, nowMs: number): void {
  window.times[window.next] = nowMs;
  window.next = (window.next + 1) % limit;
}
