import type { IsoInstant } from '../calendar/instant.js';
import type { Subscriber, Subscribers } from '../subscribers/subscribers.js';
import { type Due, type DueContext, dueAt } from './due.js';
import { type KeyList, keyList } from './key-list.js';
import { scanSubscribers } from './scan-subscribers.js';

/** Chats with the same wish go one after another, so that their digest is made once; this many shelves sort them. */
const shelves = 4_096;

/** Who is to be served at a moment, held compactly: a million chats are some tens of megabytes. */
export interface Plan {
  readonly at: Date;
  readonly head: number;
  /** Attempts whose outcome was never recorded. */
  readonly unknown: KeyList;
  /** By slot, oldest first; in each, chats with the same wish side by side. */
  readonly digests: readonly { readonly slot: IsoInstant; readonly keys: readonly KeyList[] }[];
  /** Slots that are over with nothing new. */
  readonly nothingNew: ReadonlyMap<IsoInstant, KeyList>;
  /** Chats whose slot it is and for whom the archive has grown past the cursor. */
  readonly due: number;
  /** Turns to be taken: all keys of the lists. */
  readonly turns: number;
  /** Chats that are uncertain at this moment. */
  readonly uncertain: number;
}

/** Reads all subscribers page by page and keeps who is due. */
export async function planRun(
  subscribers: Pick<Subscribers, 'wishes' | 'ledger'>,
  context: DueContext,
): Promise<Plan> {
  const dueOf = dueAt(context);
  const unknown = keyList();
  const slots = new Map<IsoInstant, Map<number, KeyList>>();
  const nothingNew = new Map<IsoInstant, KeyList>();
  let due = 0;
  let turns = 0;
  let uncertain = 0;
  const note = (subscriber: Subscriber, found: Due) => {
    switch (found.kind) {
      case 'digest':
        due++;
        turns++;
        return shelfOf(slots, found.slot, subscriber).add(subscriber.key);
      case 'nothing-new':
        turns++;
        return listOf(nothingNew, found.slot).add(subscriber.key);
      case 'unknown':
        due++;
        turns += found.slot === undefined ? 1 : 2;
        if (found.slot !== undefined) shelfOf(slots, found.slot, subscriber).add(subscriber.key);
        return unknown.add(subscriber.key);
      case 'not-due':
        return;
    }
  };
  for await (const page of scanSubscribers(subscribers)) {
    for (const subscriber of page) {
      if (subscriber.ledger.uncertain !== undefined) uncertain++;
      note(subscriber, dueOf(subscriber));
    }
  }
  const digests = [...slots].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    at: context.at,
    head: context.head,
    unknown,
    digests: digests.map(([slot, shelved]) => ({ slot, keys: [...shelved.values()] })),
    nothingNew,
    due,
    turns,
    uncertain,
  };
}

function shelfOf(
  slots: Map<IsoInstant, Map<number, KeyList>>,
  slot: IsoInstant,
  subscriber: Subscriber,
): KeyList {
  const shelved = slots.get(slot) ?? new Map<number, KeyList>();
  slots.set(slot, shelved);
  return listOf(shelved, hashOf(subscriber) % shelves);
}

function listOf<K>(lists: Map<K, KeyList>, name: K): KeyList {
  const list = lists.get(name) ?? keyList();
  lists.set(name, list);
  return list;
}

/** Equal for equal wishes with equal cursors, and different for most others. */
function hashOf({ wish, ledger }: Subscriber): number {
  let hash = hashText(ledger.cursor, wish.language);
  for (const { district, topic, keyword } of wish.rules) {
    hash = hashText(hashText(hashText(hash + 1, district), topic), keyword);
  }
  for (const word of wish.mute) hash = hashText(hash, word);
  return hash >>> 0;
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashText(start: number, text = ''): number {
  let value = start ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
