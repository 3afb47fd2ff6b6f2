import type { LedgerEntry } from '../subscribers/ledger.js';
import { isPaused } from '../subscribers/slot-plan.js';
import type { Address, Wish } from '../subscribers/wish.js';
import type { Composed, Composer, Request } from './composer.js';
import type { Job } from './job.js';
import { begun, type Range, served, uncertain } from './ledger-changes.js';
import type { Prepared } from './messenger.js';
import { isHeldAtNight } from './quiet-hours.js';

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
  /** An attempt whose outcome is unknown is made once more. */
  readonly isRepetition: boolean;
  /** The repeated attempt is an older one; the job's own turn comes after it. */
  readonly isOlder: boolean;
}

/** What is needed to decide: all of it at hand, so that it is done inside the statement that writes the attempt. */
export interface BeginContext {
  readonly composer: Composer;
  readonly zone: string;
  readonly now: Date;
}

/** Decides without waiting. */
export function beginTurn(
  job: Job,
  entry: LedgerEntry,
  wish: Wish | undefined,
  { composer, zone, now }: BeginContext,
): Beginning {
  const range = rangeOf(job, entry);
  if (wish === undefined || range === undefined || !mayReceive(job, entry, wish, zone))
    return { kind: 'skipped' };
  const { attempt } = entry;
  if (attempt !== undefined && attempt.count >= 2)
    return { kind: 'uncertain', entry: uncertain(entry, attempt, now.toISOString()) };
  const request = requestOf(job, range, entry, wish);
  const name = composer.nameOf(request);
  const composed = composer.known(name);
  if (composed === undefined) return { kind: 'compose', name, request };
  const wantsNote = composed === 'nothing' && wish.wantsEmptyNote && job.purpose.kind === 'slot';
  if (composed === 'nothing' && !wantsNote) return { kind: 'empty', entry: served(entry, range) };
  const message = composed === 'nothing' ? composer.emptyNote(wish.language, job.at) : composed.message;
  const send: Sending = {
    to: { chat: wish.chat, thread: wish.thread },
    range,
    message,
    composed: composed === 'nothing' ? undefined : composed,
    name,
    isRepetition: attempt !== undefined,
    isOlder: attempt !== undefined && !isSameRange(attempt, ownRange(job, entry)),
  };
  return { kind: 'send', entry: begun(entry, range, now.toISOString()), send };
}

/** Whether the chat would get the same message if its turn began now. */
export function isStillWanted(
  job: Job,
  { name, range }: Sending,
  entry: LedgerEntry,
  wish: Wish | undefined,
  { composer, zone }: BeginContext,
): boolean {
  if (wish === undefined || !mayReceive(job, entry, wish, zone)) return false;
  return composer.nameOf(requestOf(job, range, entry, wish)) === name;
}

function requestOf(
  { at, purpose }: Job,
  { after, upTo, isPush }: Range,
  entry: LedgerEntry,
  wish: Wish,
): Request {
  const isFirst = purpose.kind === 'own' && purpose.firstAfter !== undefined;
  const ahead = isPush ? [] : entry.ahead.filter((number) => number <= upTo);
  return { wish, after, upTo, ahead, at, isFirst };
}

/** A reader who asks gets an answer, paused or not; quiet hours hold only what is pushed. */
function mayReceive({ purpose, at }: Job, entry: LedgerEntry, wish: Wish, zone: string): boolean {
  if (entry.state === 'blocked') return false;
  if (purpose.kind !== 'own' && isPaused(wish, at)) return false;
  return purpose.kind !== 'push' || !isHeldAtNight(wish, at, zone);
}

/** What is sent: an attempt that is open goes before the job's own; undefined when there is nothing to do. */
function rangeOf(job: Job, entry: LedgerEntry): Range | undefined {
  return entry.attempt ?? ownRange(job, entry);
}

function ownRange({ purpose, upTo }: Job, entry: LedgerEntry): Range | undefined {
  const { cursor, servedSlot, ahead } = entry;
  const end = Math.max(upTo, cursor);
  switch (purpose.kind) {
    case 'slot': {
      const isOver = servedSlot !== null && Date.parse(servedSlot) >= Date.parse(purpose.slot);
      return isOver ? undefined : { after: cursor, upTo: end, slot: purpose.slot };
    }
    case 'own':
      return { after: Math.min(purpose.firstAfter ?? cursor, cursor), upTo: end, slot: null };
    case 'push': {
      const isKnown = purpose.number <= cursor || ahead.includes(purpose.number);
      return isKnown
        ? undefined
        : { after: purpose.number - 1, upTo: purpose.number, slot: null, isPush: true };
    }
    case 'resend':
      return entry.uncertain && { after: entry.uncertain.after, upTo: entry.uncertain.upTo, slot: null };
    case 'repetition':
      return undefined;
  }
}

/** An attempt for the same slot is the job's own, also when the archive has grown since. */
function isSameRange(attempt: Range, own: Range | undefined): boolean {
  if (own === undefined) return true;
  if (attempt.slot !== null || own.slot !== null) return attempt.slot === own.slot;
  return attempt.after === own.after && attempt.upTo === own.upTo;
}
