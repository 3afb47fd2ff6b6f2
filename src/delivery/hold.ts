/** A wait longer than this is hardly the whole bot's: it is probed. */
const suspiciousMs = 60_000;
/** When a hold is probed, and how long a probe without an answer is waited for. */
const probeAfterMs = 5_000;
const probePatienceMs = 20_000;

/** A chat and how long Telegram told us to wait when we wrote to it. */
interface Limited {
  readonly chat: number;
  readonly untilMs: number;
}

/** What a 429 stops. Every lane at once; then, where it may be one chat's own limit, one probing send tells. */
export interface Hold {
  /** Until when nothing may be sent; in the past when nothing is held. */
  untilMs(): number;
  /** The moment of the next probe; undefined when none is to be made. */
  probeAtMs(): number | undefined;
  /** Whether a probe may go to this chat. */
  mayProbe(chat: number): boolean;
  probing(chat: number, nowMs: number): void;
  limited(chat: number, retryAfterMs: number, isOwnLimit: boolean, nowMs: number): void;
  /** @returns the chats that alone are meant, when this answer tells so. */
  accepted(chat: number): readonly Limited[];
}

/** Opens with nothing held. */
export function openHold(): Hold {
  let limits: Limited[] = [];
  let probe: { readonly chat: number; readonly atMs: number } | undefined;
  let nextProbeMs: number | undefined;
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  const release = () => {
    const meant = limits;
    [limits, probe, nextProbeMs, heldUntilMs] = [[], undefined, undefined, Number.NEGATIVE_INFINITY];
    return meant;
  };
  return {
    untilMs: () => heldUntilMs,
    probeAtMs: () => (probe === undefined ? nextProbeMs : probe.atMs + probePatienceMs),
    mayProbe: (chat) => !limits.some((limit) => limit.chat === chat),
    probing(chat, nowMs) {
      probe = { chat, atMs: nowMs };
    },
    limited(chat, retryAfterMs, isOwnLimit, nowMs) {
      if (nowMs >= heldUntilMs) release();
      const isRefusedProbe = probe?.chat === chat;
      const isAnother = limits.some((limit) => limit.chat !== chat);
      limits = [...limits.filter((limit) => limit.chat !== chat), { chat, untilMs: nowMs + retryAfterMs }];
      heldUntilMs = Math.max(heldUntilMs, nowMs + retryAfterMs);
      const isWorthProbing = !isRefusedProbe && (retryAfterMs > suspiciousMs || (isOwnLimit && !isAnother));
      if (isRefusedProbe || (isAnother && retryAfterMs <= suspiciousMs))
        [probe, nextProbeMs] = [undefined, undefined];
      else if (isWorthProbing && probe === undefined) nextProbeMs ??= nowMs + probeAfterMs;
    },
    accepted: (chat) => (probe?.chat === chat ? release() : []),
  };
}
