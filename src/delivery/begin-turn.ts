import type { LedgerEntry } from '../subscribers/ledger.js';
import { isPaused } from '../subscribers/slot-plan.js';
import type { Address, Wish } from '../subscribers/wish.js';
import type { Composed, Composer, Request } from './composer.js';
import type { Job } from './job.js';
import { begun, type Range, served, uncertain } from './ledger-changes.js';
import type { Prepared } from './messenger.js';

/** What a chat's turn begins with, decided from both records as they are right before the send. */
export type Beginning =
  | { readonly kind: 'skipped' }
  /** Must be composed first; then the turn begins anew. */
  | { readonly kind: 'compose'; readonly name: string; readonly request: Request }
  | { readonly kind: 'empty'; readonly entry: LedgerEntry }
  /** Unknown twice: nothing more is sent. */
  | { readonly kind: 'uncertain'; readonly entry: LedgerEntry }
  | { readonly kind: 'send'; readonly entry: LedgerEntry; readonly send: Sending };

/** A send that is ready to be made once its attempt is durable. */
export interface Sending {
  readonly to: Address;
  readonly range: Range;
  readonly message: Prepared;
  /** Undefined for the note that there is nothing new. */
  readonly composed: Composed | undefined;
  /** Of the composition, to see whether the wish is still the same. */
  readonly name: string;
}

/** Decides without waiting, so that it can be made inside the statement that writes the attempt. */
export function beginTurn(
  job: Job,
  entry: LedgerEntry,
  wish: Wish | undefined,
  composer: Composer,
  now: Date,
): Beginning {
  if (wish === undefined || entry.state === 'blocked') return { kind: 'skipped' };
  const { attempt } = entry;
  if (!isOwnWish(job) && isPaused(wish, job.at)) return { kind: 'skipped' };
  if (job.isRepetition && attempt === undefined) return { kind: 'skipped' };
  if (attempt !== undefined && attempt.count >= 2)
    return { kind: 'uncertain', entry: uncertain(entry, attempt, now.toISOString()) };
  if (attempt === undefined && isOver(job, entry)) return { kind: 'skipped' };
  const range: Range = attempt ?? {
    after: afterOf(job, entry),
    upTo: Math.max(job.upTo, entry.cursor),
    slot: job.slot,
  };
  const request: Request = {
    wish,
    after: range.after,
    upTo: range.upTo,
    ahead: entry.ahead,
    at: job.at,
    isFirst: job.firstAfter !== undefined,
  };
  const name = composer.nameOf(request);
  const composed = composer.known(name);
  if (composed === undefined) return { kind: 'compose', name, request };
  const wantsNote = composed === 'nothing' && wish.wantsEmptyNote && job.slot !== null;
  if (composed === 'nothing' && !wantsNote) return { kind: 'empty', entry: served(entry, range) };
  const message = composed === 'nothing' ? composer.emptyNote(wish.language, job.at) : composed.message;
  return {
    kind: 'send',
    entry: begun(entry, { after: range.after, upTo: range.upTo, slot: range.slot }, now.toISOString()),
    send: {
      to: { chat: wish.chat, thread: wish.thread },
      range,
      message,
      composed: composed === 'nothing' ? undefined : composed,
      name,
    },
  };
}

/** A reader who asks gets an answer, paused or not. */
export function isOwnWish({ slot, isRepetition }: Job): boolean {
  return slot === null && !isRepetition;
}

/** Served since it was planned: by the reader's own command, or by another run. */
function isOver({ slot }: Job, { servedSlot }: LedgerEntry): boolean {
  return slot !== null && servedSlot !== null && Date.parse(servedSlot) >= Date.parse(slot);
}

function afterOf({ firstAfter }: Job, { cursor }: LedgerEntry): number {
  return firstAfter === undefined ? cursor : Math.min(firstAfter, cursor);
}
