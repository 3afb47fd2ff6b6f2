import type { CallbackAnswer, InlineAnswer } from './chat-events.js';

/** A press or an inline query that the bot has yet to answer. */
export type PendingQuery =
  | { readonly kind: 'callback'; readonly user: number; readonly answer: (answer: CallbackAnswer) => void }
  | { readonly kind: 'inline'; readonly user: number; readonly answer: (answer: InlineAnswer) => void };

/** Queries that wait for an answer, until they are too old. */
export interface PendingQueries {
  /** Returns the number of the query and the answer to come, `undefined` if there is none in time. */
  openCallback(user: number): { readonly id: string; readonly answer: Promise<CallbackAnswer | undefined> };
  openInline(user: number): { readonly id: string; readonly answer: Promise<InlineAnswer | undefined> };
  /** Takes a query out, once; `undefined` where it is unknown, answered or too old. */
  take(id: string, kind: PendingQuery['kind']): PendingQuery | undefined;
  close(): void;
}

/** Opens an empty list whose queries die after `lifetimeMs`. */
export function pendingQueries(lifetimeMs: number): PendingQueries {
  const waiting = new Map<string, { readonly query: PendingQuery; readonly expire: () => void }>();
  let count = 0;
  const open = <Answer>(make: (answer: (given: Answer | undefined) => void) => PendingQuery) => {
    const id = String(4_000_000_000_000_000n + BigInt(++count));
    const answer = new Promise<Answer | undefined>((resolve) => {
      const timer = setTimeout(expire, lifetimeMs);
      timer.unref();
      function expire() {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(undefined);
      }
      const query = make((given) => {
        clearTimeout(timer);
        resolve(given);
      });
      waiting.set(id, { query, expire });
    });
    return { id, answer };
  };
  return {
    openCallback: (user) => open<CallbackAnswer>((answer) => ({ kind: 'callback', user, answer })),
    openInline: (user) => open<InlineAnswer>((answer) => ({ kind: 'inline', user, answer })),
    take(id, kind) {
      const query = waiting.get(id)?.query;
      if (query?.kind !== kind) return undefined;
      waiting.delete(id);
      return query;
    },
    close() {
      for (const { expire } of [...waiting.values()]) expire();
    },
  };
}
