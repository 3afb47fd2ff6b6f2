import type { CallBody } from './paced-call.js';

/** Sends one change; it asks for the latest body when its turn has come. Must not throw. */
export type SendEdit = (latest: () => CallBody) => Promise<void>;

/** Changes of messages that wait for their turn: one after another for each message, and of several only the last. */
export interface PendingEdits {
  put(message: string, body: CallBody, send: SendEdit): void;
  /** Resolves when none waits or is under way. */
  idle(): Promise<void>;
}

interface Edit {
  readonly body: CallBody;
  readonly send: SendEdit;
}

/** Opens an empty store of edits. */
export function pendingEdits(): PendingEdits {
  const waiting = new Map<string, Edit>();
  const running = new Map<string, Promise<void>>();
  const drain = async (message: string) => {
    for (let edit = waiting.get(message); edit !== undefined; edit = waiting.get(message)) {
      const { body, send } = edit;
      let isTaken = false;
      await send(() => {
        const latest = waiting.get(message)?.body ?? body;
        waiting.delete(message);
        isTaken = true;
        return latest;
      });
      // Given up before its turn: what waits with it goes too.
      if (!isTaken) waiting.delete(message);
    }
    running.delete(message);
  };
  return {
    put(message, body, send) {
      waiting.set(message, { body, send });
      if (!running.has(message)) running.set(message, drain(message));
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
