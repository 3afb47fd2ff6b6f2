import type { ApiMessage } from './types.js';

/** What changed in the chats, for whoever looks on (the chat page, tests). */
export type ChatEvent =
  | { readonly kind: 'message'; readonly message: ApiMessage }
  | { readonly kind: 'edit'; readonly message: ApiMessage }
  | { readonly kind: 'delete'; readonly chat: number; readonly messageId: number }
  | {
      readonly kind: 'action';
      readonly chat: number;
      readonly thread: number | null;
      readonly action: string;
    }
  | { readonly kind: 'answer'; readonly query: string; readonly answer: CallbackAnswer }
  | { readonly kind: 'inline-answer'; readonly query: string; readonly answer: InlineAnswer }
  /** Commands, names or descriptions of the bot. */
  | { readonly kind: 'profile' }
  /** A chat came, changed or went. */
  | { readonly kind: 'chat'; readonly chat: number };

/** What the bot answered to the press of a button. */
export interface CallbackAnswer {
  readonly user: number;
  readonly text: string;
  readonly isAlert: boolean;
  readonly url: string;
}

/** What the bot answered to an inline query. Results are as the bot sent them, checked. */
export interface InlineAnswer {
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly nextOffset: string;
  readonly isPersonal: boolean;
  readonly cacheTimeS: number;
  readonly button: Readonly<Record<string, unknown>> | null;
}

/** Tells listeners of changes. */
export interface ChatEvents {
  emit(event: ChatEvent): void;
  /** Returns how to stop listening. */
  listen(listener: (event: ChatEvent) => void): () => void;
}

/** A teller without listeners. */
export function chatEvents(): ChatEvents {
  const listeners = new Set<(event: ChatEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
