import type { Address } from './wish.js';

/** The key of an address in every collection: `123`, or `-100123:45` for a forum topic. */
export function keyOf({ chat, thread }: Address): string {
  return thread === null ? String(chat) : `${chat}:${thread}`;
}

/** The address of a key that `keyOf` made. */
export function addressOf(key: string): Address {
  const [chat, thread] = key.split(':');
  return { chat: Number(chat), thread: thread === undefined ? null : Number(thread) };
}
