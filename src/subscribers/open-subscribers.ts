import type { Storage, Store } from '../storage/store.js';
import { addressOf, keyOf } from './address-key.js';
import type { LedgerEntry } from './ledger.js';
import { type SerialByKey, serialByKey } from './serial-by-key.js';
import type { Subscriber, Subscribers } from './subscribers.js';
import type { Address, Wish } from './wish.js';

/** Opens the subscribers of a store: collections `wish` and `ledger`, the latter durable through a power cut. */
export function openSubscribers(storage: Storage): Subscribers {
  const wishes = storage.collection<Wish>('wish');
  const ledger = storage.collection<LedgerEntry>('ledger', { isDurable: true });
  const inTurn = serialByKey();
  const listeners: ((before: Wish | undefined, after: Wish) => void)[] = [];
  return {
    wishes,
    ledger,
    async get(address) {
      const key = keyOf(address);
      const [wish, entry] = await Promise.all([wishes.get(key), ledger.get(key)]);
      return wish === undefined ? undefined : { key, wish, ledger: entry ?? newEntry(0, null) };
    },
    change(address, change, begin) {
      const key = keyOf(address);
      return inTurn(key, async () => {
        const before = await wishes.get(key);
        const after = change(before);
        if (after === undefined) return before;
        // The ledger first: a wish without one would count as a reader who has been served nothing.
        if (before === undefined)
          await ledger.compareAndSet(key, undefined, newEntry(begin.cursor, begin.servedSlot));
        await wishes.set(key, after);
        for (const listener of listeners) listener(before, after);
        return after;
      });
    },
    onWishChanged: (listener) => void listeners.push(listener),
    changeLedger: (address, change) =>
      inTurn(keyOf(address), () => changeEntry(ledger, keyOf(address), change)),
    forget: (chat) => forget(chat, wishes, ledger, inTurn),
    move: (from, to) => move(from, to, wishes, ledger, inTurn),
    scan: () => scan(wishes, ledger),
    count: () => wishes.count(),
  };
}

/** The ledger of a chat that has been served up to `cursor`. */
export function newEntry(cursor: number, servedSlot: string | null): LedgerEntry {
  return { cursor, servedSlot, ahead: [], state: 'active' };
}

async function changeEntry(
  ledger: Store<LedgerEntry>,
  key: string,
  change: (entry: LedgerEntry) => LedgerEntry,
): Promise<LedgerEntry | undefined> {
  for (;;) {
    const before = await ledger.get(key);
    if (before === undefined) return undefined;
    const after = change(before);
    // Compared, because a run writes ledgers in batches that do not pass through this queue.
    if (after === before || (await ledger.compareAndSet(key, before, after))) return after;
  }
}

/** Keys of a chat: its own, and those of its forum topics. */
async function keysOf(
  chat: number,
  wishes: Store<Wish>,
  ledger: Store<LedgerEntry>,
): Promise<readonly string[]> {
  const keys = new Set<string>([String(chat)]);
  for (const store of [wishes, ledger]) {
    for await (const page of store.scan({ prefix: `${chat}:` })) for (const [key] of page) keys.add(key);
  }
  return [...keys];
}

async function forget(
  chat: number,
  wishes: Store<Wish>,
  ledger: Store<LedgerEntry>,
  inTurn: SerialByKey,
): Promise<boolean> {
  let isKnown = false;
  for (const key of await keysOf(chat, wishes, ledger)) {
    await inTurn(key, async () => {
      const hadWish = await wishes.delete(key);
      const hadLedger = await ledger.delete(key);
      isKnown ||= hadWish || hadLedger;
    });
  }
  return isKnown;
}

async function move(
  from: number,
  to: number,
  wishes: Store<Wish>,
  ledger: Store<LedgerEntry>,
  inTurn: SerialByKey,
): Promise<void> {
  for (const key of await keysOf(from, wishes, ledger)) {
    await inTurn(key, async () => {
      const address: Address = { chat: to, thread: addressOf(key).thread };
      const [wish, entry] = await Promise.all([wishes.get(key), ledger.get(key)]);
      // Copies before deletes: killed in between, the move is simply made again. What the new chat has of its own stays.
      if (entry !== undefined) await ledger.compareAndSet(keyOf(address), undefined, entry);
      if (wish !== undefined) await wishes.compareAndSet(keyOf(address), undefined, { ...wish, ...address });
      await wishes.delete(key);
      await ledger.delete(key);
    });
  }
}

async function* scan(wishes: Store<Wish>, ledger: Store<LedgerEntry>): AsyncGenerator<readonly Subscriber[]> {
  for await (const page of wishes.scan()) {
    const entries = await ledger.getMany(page.map(([key]) => key));
    yield page.map(([key, wish], index) => ({ key, wish, ledger: entries[index] ?? newEntry(0, null) }));
  }
}
