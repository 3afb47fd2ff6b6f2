import type { SendOutcome } from './messenger.js';
import type { RequestMade } from './turn.js';

/** Different chats in a row whose message was refused as malformed: then it is all of them, and ours. */
const enough = 5;

/** Hears every outcome; true when the streak is long enough to stop. A message that arrives ends it, unless it was plain. */
export function malformedStreak(): (outcome: SendOutcome, request: RequestMade) => boolean {
  const chats = new Set<number>();
  return (outcome, { chat, isPlain }) => {
    if (isPlain) return false;
    if (outcome.kind === 'delivered') chats.clear();
    if (outcome.kind !== 'malformed') return false;
    chats.add(chat);
    if (chats.size < enough) return false;
    chats.clear();
    return true;
  };
}
