import { type ChatLimits, chatLimits } from './chat-limits.js';
import { type Hold, openHold } from './hold.js';
import type { Lane, Pace } from './pace.js';
import { type SentWindow, sentWindow } from './sent-window.js';
import type { Timer } from './timer.js';

/** Telegram counts over five seconds: 150 sends span 149 intervals, so each interval is this much longer. */
const slack = 150 / 149;
const windowS = 5;
/** What a late timer or a busy moment cost may be caught up, this much of it. */
const catchUpMs = 200;
/** A reason of our own: one made for each abort costs a stack trace. */
const wokenEarlier = 'woken earlier';
/** How soon a full window is looked at again. */
const recheckMs = 10;

const lanes = ['reader', 'urgent', 'run', 'correction'] as const satisfies readonly Lane[];

interface Waiting {
  readonly chat: number;
  readonly admit: () => void;
}

/** What the pace keeps to. */
export interface PaceSettings {
  /** Messages a second over all chats; `Infinity`: no limit, neither over all chats nor for one (for measuring). */
  readonly ratePerSecond: number;
  readonly timer: Timer;
}

/** Makes the one place where messages wait for their turn. It begins empty: the first message waits for one interval. */
export function createPace({ ratePerSecond, timer }: PaceSettings): Pace {
  const intervalMs = (1_000 / ratePerSecond) * slack;
  const isUnlimited = !Number.isFinite(ratePerSecond);
  const waiting: Record<Lane, Waiting[]> = { reader: [], urgent: [], run: [], correction: [] };
  const window = sentWindow(timer.nowMs(), isUnlimited ? Number.POSITIVE_INFINITY : intervalMs);
  const perWindow = perWindowOf(ratePerSecond);
  const chats = chatLimits(slack);
  const hold = openHold();
  let nextMs = timer.nowMs() + intervalMs;
  let wake: AbortController | undefined;

  const send = (lane: Lane, request: Waiting, nowMs: number) => {
    waiting[lane].splice(waiting[lane].indexOf(request), 1);
    if (nowMs < hold.untilMs()) hold.probing(request.chat, nowMs);
    nextMs = Math.max(nextMs, nowMs - catchUpMs) + intervalMs;
    if (!isUnlimited) {
      window.add(request.chat, nowMs);
      chats.sent(request.chat, nowMs);
    }
    request.admit();
  };
  /** Admits whoever may go now and wakes again when the next one may. */
  const pump = () => {
    wake?.abort(wokenEarlier);
    wake = undefined;
    for (;;) {
      const nowMs = timer.nowMs();
      const turn = nextTurn(nowMs);
      if (turn === undefined) return;
      if (turn.atMs > nowMs) return wakeAt(turn.atMs, nowMs);
      if (turn.request === undefined) return wakeAt(nowMs + recheckMs, nowMs);
      send(turn.lane, turn.request, nowMs);
    }
  };
  const wakeAt = (atMs: number, nowMs: number) => {
    const alarm = new AbortController();
    wake = alarm;
    void timer.sleep(atMs - nowMs, alarm.signal).then(() => {
      if (!alarm.signal.aborted) pump();
    });
  };
  const nextTurn = (nowMs: number) => {
    if (lanes.every((lane) => waiting[lane].length === 0)) return undefined;
    const open = whenOpen({ hold, window, perWindow, isUnlimited, nextMs }, nowMs);
    if (open.atMs > nowMs) return { atMs: open.atMs, lane: 'run' as const, request: undefined };
    const turn = pick(waiting, chats, open.isProbe ? hold.mayProbe : () => true, nowMs);
    return open.isProbe && turn.request === undefined ? { ...turn, atMs: hold.untilMs() } : turn;
  };

  return {
    admit: (chat, lane, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          waiting[lane].splice(waiting[lane].indexOf(request), 1);
          reject(signal?.reason);
        };
        let isAdmitted = false;
        const admit = () => {
          isAdmitted = true;
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const request: Waiting = { chat, admit };
        // Time in which nobody waited is not caught up.
        if (lanes.every((each) => waiting[each].length === 0)) nextMs = Math.max(nextMs, timer.nowMs());
        waiting[lane].push(request);
        pump();
        if (!isAdmitted) signal?.addEventListener('abort', leave, { once: true });
      }),
    limited(chat, retryAfterS) {
      const nowMs = timer.nowMs();
      window.answered(chat, nowMs);
      hold.limited(chat, retryAfterS * 1_000, chats.isAtLimit(chat, nowMs), nowMs);
      // After the wait the pace begins empty again, as after a start.
      nextMs = Math.max(nextMs, hold.untilMs());
      pump();
    },
    accepted(chat) {
      const nowMs = timer.nowMs();
      window.answered(chat, nowMs);
      const meant = hold.accepted(chat);
      if (meant.length === 0) return;
      for (const limit of meant) chats.hold(limit.chat, limit.untilMs);
      nextMs = nowMs + intervalMs;
      pump();
    },
    waitMs: (chat) => Math.max(0, chats.readyAtMs(chat) - timer.nowMs()),
  };
}

/** One less than is allowed, where that costs little: what cannot be seen on the way has this much room. */
function perWindowOf(ratePerSecond: number): number {
  const allowed = Math.max(1, Math.floor(ratePerSecond * windowS));
  return allowed >= 50 ? allowed - 1 : allowed;
}

interface Gates {
  readonly hold: Hold;
  readonly window: SentWindow;
  readonly perWindow: number;
  readonly isUnlimited: boolean;
  readonly nextMs: number;
}

/** When the next message of all may go, and whether it would be a probe inside a hold. */
function whenOpen(
  { hold, window, perWindow, isUnlimited, nextMs }: Gates,
  nowMs: number,
): { readonly atMs: number; readonly isProbe: boolean } {
  if (nowMs < hold.untilMs()) {
    const probeAtMs = hold.probeAtMs() ?? Number.POSITIVE_INFINITY;
    return { atMs: Math.min(probeAtMs, hold.untilMs()), isProbe: true };
  }
  if (nowMs < nextMs) return { atMs: nextMs, isProbe: false };
  const isFull = !isUnlimited && window.count(nowMs) >= perWindow;
  return { atMs: isFull ? nowMs + recheckMs : nowMs, isProbe: false };
}

/** The first in the most urgent lane whose chat may be written to; else when the first chat may. */
function pick(
  waiting: Readonly<Record<Lane, readonly Waiting[]>>,
  chats: ChatLimits,
  mayGo: (chat: number) => boolean,
  nowMs: number,
): { readonly atMs: number; readonly lane: Lane; readonly request: Waiting | undefined } {
  let soonestMs = Number.POSITIVE_INFINITY;
  for (const lane of lanes) {
    for (const request of waiting[lane]) {
      if (!mayGo(request.chat)) continue;
      const readyAtMs = chats.readyAtMs(request.chat);
      if (readyAtMs <= nowMs) return { atMs: nowMs, lane, request };
      soonestMs = Math.min(soonestMs, readyAtMs);
    }
  }
  return { atMs: soonestMs, lane: 'run', request: undefined };
}
