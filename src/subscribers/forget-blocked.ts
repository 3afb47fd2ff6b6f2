import type { Subscribers } from './subscribers.js';

/** How long a chat that cannot be reached is remembered, in case the reader comes back: twelve months. */
const rememberedMs = 365 * 86_400_000;

/** Forgets chats that have been unreachable for twelve months. @returns how many. */
export async function forgetLongBlocked(subscribers: Subscribers, now: Date): Promise<number> {
  const oldest = now.getTime() - rememberedMs;
  let forgotten = 0;
  for await (const page of subscribers.ledger.scan()) {
    for (const [key, { state, blocked }] of page) {
      if (state !== 'blocked' || blocked === undefined || Date.parse(blocked.at) > oldest) continue;
      // This address only: a closed topic says nothing about the rest of its group.
      await subscribers.wishes.delete(key);
      await subscribers.ledger.delete(key);
      forgotten++;
    }
  }
  return forgotten;
}
