import { messageOf } from '../problem.js';
import { answer } from './answer.js';
import { type Incoming, incomingOf } from './incoming.js';
import { personQueues } from './person-queues.js';
import { recentUpdates } from './recent-updates.js';
import type { Bot } from './request.js';

/** How long an update may hold up those after it; its handling goes on meanwhile. */
const holdUpMs = 2_000;

/** Takes raw updates, each once, and has them answered in the queue of who sent them. */
export interface Receiver {
  /** Never throws. Resolves when the update is handled, or soon. */
  take(update: unknown): Promise<void>;
  /** Resolves when everything that was taken is answered. */
  idle(): Promise<void>;
}

/** Opens the way of all updates. */
export function openReceiver(bot: Bot): Receiver {
  const queues = personQueues();
  const recent = recentUpdates();
  let moved: Promise<unknown> = Promise.resolve();

  const handle = async (incoming: Heard) => {
    const person = personKey(incoming);
    const isAlone = queues.length(person) === 0;
    // What comes after a move is for the chat in its new place.
    const before = moved;
    const run = () => before.then(() => answer(incoming, bot));
    const handled = queues.add(person, { isChange: isChange(incoming), run });
    if (incoming.kind === 'migrated') moved = handled;
    // Usually an update is confirmed to Telegram only once it is handled; a flood holds up nobody else.
    if (isAlone) await Promise.race([handled, delay(holdUpMs)]);
  };

  return {
    async take(update) {
      try {
        if (!recent.isNew(update)) return;
        const incoming = incomingOf(update, bot);
        if (isHeard(incoming)) await handle(incoming);
      } catch (thrown) {
        bot.log.error({ reason: messageOf(thrown) }, 'update could not be taken');
      }
    },
    idle: () => queues.idle(),
  };
}

type Heard = Exclude<Incoming, { kind: 'ignored' }>;

/** Talk among the members of a group is none of our business. */
function isHeard(incoming: Incoming): incoming is Heard {
  return incoming.kind !== 'ignored' && (incoming.kind !== 'text' || incoming.isToBot);
}

function personKey(incoming: Heard): string {
  switch (incoming.kind) {
    case 'migrated':
      return `moved:${incoming.from}`;
    case 'inline':
      return `inline:${incoming.person.id}`;
    default:
      return `${incoming.address.chat}:${incoming.person.id}`;
  }
}

/** What may change a subscription outlives a flood of questions. */
function isChange({ kind }: Heard): boolean {
  return kind !== 'text' && kind !== 'other' && kind !== 'inline';
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
