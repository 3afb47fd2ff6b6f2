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

/** The times of the last messages under one limit, in a ring of the size of that limit. */
interface Window {
  readonly limit: number;
  readonly lengthMs: number;
  readonly times: number[];
  next: number;
  bannedUntilMs: number;
}

const fiveSecondsMs = 5000;
const minuteMs = 60_000;

/** Opens the count, empty. */
export function floodControl(limits: FloodLimits): FloodControl {
  const all = openWindow(limits.perFiveSeconds, fiveSecondsMs);
  const paid = openWindow(limits.paidPerFiveSeconds, fiveSecondsMs);
  const chats = new Map<number, readonly Window[]>();
  const windowsOf = (chat: number, isGroup: boolean) => {
    const known = chats.get(chat);
    if (known) return known;
    const opened = [openWindow(limits.perChatPerFiveSeconds, fiveSecondsMs)];
    if (isGroup) opened.push(openWindow(limits.perGroupPerMinute, minuteMs));
    chats.set(chat, opened);
    return opened;
  };
  return {
    admit(chat, isGroup, isPaid, nowMs) {
      const windows = [isPaid ? paid : all, ...windowsOf(chat, isGroup)];
      for (const window of windows) check(window, nowMs, limits);
      for (const window of windows) count(window, nowMs);
    },
  };
}

function openWindow(limit: number, lengthMs: number): Window {
  return { limit, lengthMs, times: [], next: 0, bannedUntilMs: 0 };
}

function check(window: Window, nowMs: number, { banS, lengthenS }: FloodLimits): void {
  if (nowMs < window.bannedUntilMs) {
    window.bannedUntilMs += lengthenS * 1000;
  } else {
    const oldest = window.times.length < window.limit ? undefined : window.times[window.next];
    if (oldest === undefined || nowMs - oldest >= window.lengthMs) return;
    window.bannedUntilMs = Math.max(nowMs + banS * 1000, oldest + window.lengthMs);
  }
  throw tooMany(Math.ceil((window.bannedUntilMs - nowMs) / 1000));
}

function count(window: Window, nowMs: number): void {
  window.times[window.next] = nowMs;
  window.next = (window.next + 1) % window.limit;
}
