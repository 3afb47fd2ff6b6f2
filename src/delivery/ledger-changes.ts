import type { IsoInstant } from '../calendar/instant.js';
import type { Digest } from '../digest/digest.js';
import type { Attempt, LedgerEntry, SentDigest } from '../subscribers/ledger.js';
import type { UnreachableReason } from './messenger.js';

/** Ids of digests are kept this long, and this many, for corrections. */
const keptMs = 7 * 86_400_000;
const keptCount = 14;

/** What one send is about: articles after `after` up to `upTo`, for the chat's slot (null: for none). */
export interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly slot: IsoInstant | null;
  /** A single article pushed before its turn. */
  readonly isPush?: true;
}

/** Written before the request. The second time, when the first one's outcome is unknown, the count says so. */
export function begun(entry: LedgerEntry, range: Range, at: IsoInstant): LedgerEntry {
  const { after, upTo, slot, isPush } = range;
  const attempt: Attempt = { count: entry.attempt === undefined ? 1 : 2, after, upTo, slot, at };
  return { ...entry, attempt: isPush ? { ...attempt, isPush } : attempt };
}

/** The chat has the message. `message` is 0 where the answer did not tell its id. */
export function delivered(
  entry: LedgerEntry,
  range: Range,
  message: number,
  digest: Digest | undefined,
  at: IsoInstant,
): LedgerEntry {
  if (message === 0 || digest === undefined) return served(entry, range);
  const stories = digest.groups.flatMap((group) => group.stories.map(({ number }) => number));
  const { after, upTo } = range;
  const { more, older } = digest;
  const kept: SentDigest = {
    message,
    after,
    upTo,
    at,
    stories,
    ...(more && { more }),
    ...(older && { older }),
  };
  return { ...served(entry, range), sent: keptDigests([...(entry.sent ?? []), kept], at) };
}

/** All of the range has been dealt with: cursor and slot move on; a pushed article is left out of digests to come. */
export function served({ attempt: _ended, ...entry }: LedgerEntry, range: Range): LedgerEntry {
  if (range.isPush) return pushed(entry, range.upTo);
  const cursor = Math.max(entry.cursor, range.upTo);
  const ahead = entry.ahead.filter((number) => number > cursor);
  const { uncertain } = entry;
  const isSettled = uncertain?.after === range.after && uncertain.upTo === range.upTo;
  const rest = isSettled ? withoutUncertain(entry) : entry;
  return { ...rest, cursor, ahead, servedSlot: later(entry.servedSlot, range.slot) };
}

/** The slot is over; the articles stay due (the archive had nothing new, or the digest could not be made). */
export function slotEnded(entry: LedgerEntry, slot: IsoInstant | null): LedgerEntry {
  return { ...entry, servedSlot: later(entry.servedSlot, slot) };
}

/** The chat cannot be written to until it comes back; what is due to it stays due. */
export function unreachable(entry: LedgerEntry, reason: UnreachableReason, at: IsoInstant): LedgerEntry {
  return { ...notDelivered(entry), state: 'blocked', blocked: { reason, at } };
}

/** The last attempt certainly did not arrive. If it was the repetition of an unknown one, that one stays unknown. */
export function notDelivered({ attempt, ...entry }: LedgerEntry): LedgerEntry {
  return attempt?.count === 2 ? { ...entry, attempt: { ...attempt, count: 1 } } : entry;
}

/** Unknown twice: passed over, listed, and sent again only by the operator's word. */
export function uncertain(entry: LedgerEntry, range: Range, at: IsoInstant): LedgerEntry {
  const after = Math.min(entry.uncertain?.after ?? range.after, range.after);
  const upTo = Math.max(entry.uncertain?.upTo ?? range.upTo, range.upTo);
  return { ...served(entry, range), uncertain: { after, upTo, at } };
}

/** An article was pushed before its turn: digests leave it out. */
function pushed(entry: LedgerEntry, number: number): LedgerEntry {
  if (number <= entry.cursor || entry.ahead.includes(number)) return entry;
  return { ...entry, ahead: [...entry.ahead, number].sort((one, other) => one - other) };
}

function withoutUncertain({ uncertain: _settled, ...entry }: LedgerEntry): LedgerEntry {
  return entry;
}

function keptDigests(sent: readonly SentDigest[], at: IsoInstant): readonly SentDigest[] {
  const oldest = Date.parse(at) - keptMs;
  return sent.filter((digest) => Date.parse(digest.at) >= oldest).slice(-keptCount);
}

function later(one: IsoInstant | null, other: IsoInstant | null): IsoInstant | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}
