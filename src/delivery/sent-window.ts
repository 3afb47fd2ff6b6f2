/** How long Telegram looks back, and a little more. */
const windowMs = 5_010;
/** A send without an answer for this long no longer counts as on its way. */
const forgottenMs = 20_000;

interface Sent {
  readonly atMs: number;
  /** How long the answer took; undefined while none came. */
  tookMs: number | undefined;
}

/**
 * The sends of the last five seconds as Telegram may have seen them: one whose answer took longer than usual may have
 * arrived that much later, so a hiccup on the way does not add up to a burst at the other end.
 */
export interface SentWindow {
  /** How many sends may have arrived in the five seconds before `nowMs`. */
  count(nowMs: number): number;
  add(chat: number, nowMs: number): void;
  /** The answer for the oldest open send to `chat` came. */
  answered(chat: number, nowMs: number): void;
}

/** @param intervalMs the window begins full, with sends this far apart: what ran before a restart may have sent them. */
export function sentWindow(startMs: number, intervalMs: number): SentWindow {
  const sends: Sent[] = [];
  const open = new Map<number, Sent[]>();
  let usualMs: number | undefined;
  for (let atMs = startMs - windowMs + intervalMs; atMs <= startMs; atMs += intervalMs) {
    sends.push({ atMs, tookMs: 0 });
  }
  /** The latest moment at which it can have reached Telegram, against the usual way. */
  const arrivalOf = ({ atMs, tookMs }: Sent, nowMs: number) =>
    atMs + Math.max(0, (tookMs ?? nowMs - atMs) - (usualMs ?? 0));
  const isOld = (sent: Sent, nowMs: number) =>
    sent.atMs < nowMs - forgottenMs ||
    (sent.tookMs !== undefined && sent.atMs + sent.tookMs <= nowMs - windowMs);
  return {
    count(nowMs) {
      while (sends[0] !== undefined && isOld(sends[0], nowMs)) sends.shift();
      let count = 0;
      for (const sent of sends) if (arrivalOf(sent, nowMs) > nowMs - windowMs) count++;
      return count;
    },
    add(chat, nowMs) {
      const sent: Sent = { atMs: nowMs, tookMs: undefined };
      sends.push(sent);
      open.set(chat, [...(open.get(chat) ?? []).filter(({ atMs }) => atMs >= nowMs - forgottenMs), sent]);
    },
    answered(chat, nowMs) {
      const [sent, ...later] = open.get(chat) ?? [];
      if (later.length > 0) open.set(chat, later);
      else open.delete(chat);
      if (sent === undefined) return;
      const tookMs = nowMs - sent.atMs;
      // Follows a faster way at once and a slower one gradually: lateness is measured against the fast answers.
      usualMs =
        usualMs === undefined ? tookMs : usualMs + (tookMs - usualMs) * (tookMs < usualMs ? 0.5 : 0.01);
      sent.tookMs = tookMs;
    },
  };
}
