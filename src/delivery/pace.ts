/**
 * Who is sending, most urgent first: a reader's own command, urgent news, the run, corrections. All share one
 * budget; a lane is served only while none before it waits.
 */
export type Lane = 'reader' | 'urgent' | 'run' | 'correction';

/** The one place where every message waits for its turn, before any HTTP. */
export interface Pace {
  /** Resolves when one message may be sent to `chat` now. Rejects only by `signal`. */
  admit(chat: number, lane: Lane, signal?: AbortSignal): Promise<void>;
  /** A 429 came for a message to `chat`: every lane is held, or only this chat, as its own counts tell. */
  limited(chat: number, retryAfterS: number): void;
  /** A message to `chat` was answered, and not by a 429 (tells one chat's limit from the bot's while a hold is probed). */
  accepted(chat: number): void;
  /** How long a message to `chat` would have to wait for this chat's own sake, whatever holds all others too. */
  waitMs(chat: number): number;
}
