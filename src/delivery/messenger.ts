import type { Digest, EmptyNote } from '../digest/digest.js';
import type { Address } from '../subscribers/wish.js';

/** What delivery sends: values, of which the messenger makes messages. */
export type Content = Digest | EmptyNote;

/** Why a chat cannot be written to. */
export type UnreachableReason =
  | 'blocked'
  | 'deactivated'
  | 'kicked'
  | 'chat-not-found'
  | 'no-right-to-write'
  | 'topic-closed';

/** What became of one send. Classified once, at the border; nothing before it sees an error's wording. */
export type SendOutcome =
  /** Accepted. `messageId` is 0 where the answer could not be read: a 200 was delivered all the same. */
  | { readonly kind: 'delivered'; readonly messageId: number }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  /** The group became a supergroup: send there instead. */
  | { readonly kind: 'moved'; readonly chat: number }
  /** 429: nothing may be sent for that long. */
  | { readonly kind: 'limited'; readonly retryAfterS: number }
  /** Refused as malformed: our mistake. */
  | { readonly kind: 'malformed'; readonly description: string }
  /** Certainly not delivered: a complete 5xx, refused connection, no such host, TLS. */
  | { readonly kind: 'failed'; readonly cause: string }
  /** Perhaps delivered: cut or timed out after the request was written. */
  | { readonly kind: 'unknown'; readonly cause: string };

/** What became of one edit. `gone`: the message was deleted, or is too old to be edited. */
export type EditOutcome = SendOutcome | { readonly kind: 'gone' };

/** A message made ready once for all who share a wish. Only the messenger that made it looks inside. */
export interface Prepared {
  readonly body: Readonly<Record<string, unknown>>;
}

/** Declared here by the stage that needs it, implemented by the Telegram folder. Does one request a call: no pace, no retry. */
export interface Messenger {
  prepare(content: Content): Prepared;
  /** @throws {Problem} when the token is wrong: nothing can be sent to anybody. */
  send(to: Address, message: Prepared, options?: SendOptions): Promise<SendOutcome>;
  /** Changes a message that the chat holds. */
  edit?(
    to: Address,
    messageId: number,
    message: Prepared,
    options?: Pick<SendOptions, 'signal'>,
  ): Promise<EditOutcome>;
  /** A harmless request: whether Telegram answers at all, whatever it says. */
  isThere?(signal: AbortSignal): Promise<boolean>;
}

export interface SendOptions {
  /** Without entities and buttons, for a chat for which the message was refused as malformed. */
  readonly isPlain?: boolean;
  readonly signal?: AbortSignal;
}
