import { conflict } from './refusal.js';
import type { ApiUpdate } from './types.js';

/** Kinds that are sent only to bots that ask for them by name. */
const unaskedKinds = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** What getUpdates asks for. */
export interface UpdateRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutS: number;
}

/** Updates on their way to the bot: taken by long polling, or handed to a webhook. */
export interface UpdateQueue {
  /** Adds an update, unless the bot did not ask for its kind. Returns its number, or `undefined`. */
  push(kind: string, payload: unknown): number | undefined;
  /** Waits for updates; a second request ends the first with 409, as Telegram does. */
  poll(request: UpdateRequest, signal: AbortSignal): Promise<readonly ApiUpdate[]>;
  /** Kinds the bot asked for; `undefined` is all but three. */
  allow(kinds: readonly string[] | undefined): void;
  allowed(): readonly string[] | undefined;
  /** Forgets everything below `offset`; a negative one keeps that many of the newest. */
  confirm(offset: number): void;
  pending(): readonly ApiUpdate[];
  /** Called after each push. */
  onPush(listener: () => void): void;
  /** Ends a waiting poll with nothing. */
  close(): void;
}

/** Opens an empty queue that counts from `firstId`. */
export function updateQueue(firstId: number): UpdateQueue {
  let pending: ApiUpdate[] = [];
  let nextId = firstId;
  let kinds: readonly string[] | undefined;
  const seat = pollSeat(() => pending);
  const listeners: (() => void)[] = [() => seat.answer()];
  const confirm = (offset: number) => {
    if (offset > 0) pending = pending.filter((update) => update.update_id >= offset);
    if (offset < 0) pending = pending.slice(offset);
  };
  return {
    push(kind, payload) {
      const isAsked = kinds === undefined ? !unaskedKinds.has(kind) : kinds.includes(kind);
      if (!isAsked) return undefined;
      const update = { update_id: nextId++, [kind]: payload };
      pending.push(update);
      for (const listener of listeners) listener();
      return update.update_id;
    },
    poll(request, signal) {
      seat.refuse();
      confirm(request.offset);
      const mayWait = pending.length === 0 && request.timeoutS > 0;
      return mayWait ? seat.wait(request, signal) : Promise.resolve(pending.slice(0, request.limit));
    },
    allow: (asked) => {
      kinds = asked;
    },
    allowed: () => kinds,
    confirm,
    pending: () => pending,
    onPush: (listener) => void listeners.push(listener),
    close: () => seat.answer(),
  };
}

/** The one place in which a poll can wait. */
interface PollSeat {
  wait(request: UpdateRequest, signal: AbortSignal): Promise<readonly ApiUpdate[]>;
  /** Answers who waits with what there is. */
  answer(): void;
  /** Sends who waits away: another has come. */
  refuse(): void;
}

function pollSeat(pending: () => readonly ApiUpdate[]): PollSeat {
  let leave: ((refusal?: Error) => void) | undefined;
  return {
    wait(request, signal) {
      return new Promise((resolve, reject) => {
        const own = (refusal?: Error) => {
          clearTimeout(timer);
          if (leave === own) leave = undefined;
          if (refusal) reject(refusal);
          else resolve(pending().slice(0, request.limit));
        };
        const timer = setTimeout(own, request.timeoutS * 1000);
        signal.addEventListener('abort', () => own());
        leave = own;
      });
    },
    answer: () => leave?.(),
    refuse: () => leave?.(conflict(secondPoller)),
  };
}

const secondPoller =
  'terminated by other getUpdates request; make sure that only one bot instance is running';
