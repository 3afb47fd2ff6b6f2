/** At most one message a second to a chat, 20 a minute to a group: https://core.telegram.org/bots/faq#broadcasting-to-users */
const chatIntervalMs = 1_000;
const groupWindowMs = 60_000;
const groupPerWindow = 20;
const sweepMs = 10_000;

interface ChatState {
  /** Sends of the last minute for groups, the last send for people. */
  sentMs: number[];
  heldUntilMs: number;
}

/** What every single chat may get, by our own counts and by what Telegram said of it. */
export interface ChatLimits {
  /** The moment from which one message may be sent to `chat`; in the past when it may be sent now. */
  readyAtMs(chat: number): number;
  sent(chat: number, nowMs: number): void;
  /** Telegram told this chat to wait. */
  hold(chat: number, untilMs: number): void;
  /** Whether our own counts had reached the chat's limit when its last message was sent. */
  isAtLimit(chat: number, nowMs: number): boolean;
}

/** @param slack how much longer than the bare interval is kept, as in the pace over all chats. */
export function chatLimits(slack: number): ChatLimits {
  const chats = new Map<number, ChatState>();
  let sweptMs = 0;
  const isGroup = (chat: number) => chat < 0;
  const readyAtMs = (chat: number): number => {
    const state = chats.get(chat);
    if (state === undefined) return Number.NEGATIVE_INFINITY;
    const last = state.sentMs.at(-1) ?? Number.NEGATIVE_INFINITY;
    const twentieth = isGroup(chat) ? (state.sentMs.at(-groupPerWindow) ?? Number.NEGATIVE_INFINITY) : last;
    const minuteMs = isGroup(chat) ? twentieth + groupWindowMs * slack : Number.NEGATIVE_INFINITY;
    return Math.max(state.heldUntilMs, last + chatIntervalMs * slack, minuteMs);
  };
  const stateOf = (chat: number): ChatState => {
    const state = chats.get(chat) ?? { sentMs: [], heldUntilMs: Number.NEGATIVE_INFINITY };
    chats.set(chat, state);
    return state;
  };
  const sweep = (nowMs: number) => {
    sweptMs = nowMs;
    for (const [chat, state] of chats) {
      const last = state.sentMs.at(-1) ?? 0;
      if (state.heldUntilMs <= nowMs && last < nowMs - groupWindowMs * slack) chats.delete(chat);
    }
  };
  return {
    readyAtMs,
    sent(chat, nowMs) {
      if (nowMs - sweptMs > sweepMs) sweep(nowMs);
      const { sentMs } = stateOf(chat);
      sentMs.push(nowMs);
      if (sentMs.length > (isGroup(chat) ? groupPerWindow : 2)) sentMs.shift();
    },
    hold(chat, untilMs) {
      const state = stateOf(chat);
      state.heldUntilMs = Math.max(state.heldUntilMs, untilMs);
    },
    isAtLimit(chat, nowMs) {
      const sentMs = chats.get(chat)?.sentMs ?? [];
      const [before, last] = sentMs.slice(-2);
      const wasTooSoon =
        before !== undefined && last !== undefined && last - before < chatIntervalMs * slack * 1.1;
      const lastMinute = sentMs.filter((atMs) => atMs > nowMs - groupWindowMs).length;
      return wasTooSoon || (isGroup(chat) && lastMinute >= groupPerWindow - 1);
    },
  };
}
