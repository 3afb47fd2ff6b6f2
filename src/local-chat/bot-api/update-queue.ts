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

interface Waiting {
  readonly request: UpdateRequest;
  readonly answer: (updates: readonly ApiUpdate[]) => void;
  readonly fail: (refusal: Error) => void;
  readonly timer: NodeJS.Timeout;
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
  let waiting: Waiting | undefined;
  const listeners: (() => void)[] = [];

  const settle = (answer: (waiting: Waiting) => void) => {
    if (waiting === undefined) return;
    const settled = waiting;
    waiting = undefined;
    clearTimeout(settled.timer);
    answer(settled);
  };
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
      settle(({ request, answer }) => answer(pending.slice(0, request.limit)));
      for (const listener of listeners) listener();
      return update.update_id;
    },
    poll(request, signal) {
      settle(({ fail }) => fail(conflict(secondPoller)));
      confirm(request.offset);
      if (pending.length > 0 || request.timeoutS <= 0)
        return Promise.resolve(pending.slice(0, request.limit));
      return new Promise((answer, fail) => {
        const timer = setTimeout(() => settle(({ answer }) => answer([])), request.timeoutS * 1000);
        const own: Waiting = { request, answer, fail, timer };
        waiting = own;
        signal.addEventListener('abort', () => waiting === own && settle(({ answer }) => answer([])));
      });
    },
    allow: (asked) => {
      kinds = asked;
    },
    allowed: () => kinds,
    confirm,
    pending: () => pending,
    onPush: (listener) => void listeners.push(listener),
    close: () => settle(({ answer }) => answer([])),
  };
}

const secondPoller =
  'terminated by other getUpdates request; make sure that only one bot instance is running';
