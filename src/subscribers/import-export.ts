import type { Archive } from '../archive/archive.js';
import type { Directory } from '../city/directory.js';
import { keyOf } from './address-key.js';
import type { LedgerEntry } from './ledger.js';
import { newEntry } from './open-subscribers.js';
import { parseSubscriberLine, type SubscriberLine, subscriberLine, wishOf } from './subscriber-line.js';
import type { Subscribers } from './subscribers.js';
import type { Wish } from './wish.js';

/** Lines written to the store at once. */
const batchSize = 1_000;

/** What an import did. */
export interface ImportReport {
  readonly imported: number;
  /** Lines that could not be read, from 1, with what was expected. */
  readonly refused: readonly { readonly line: number; readonly message: string }[];
}

interface ImportContext {
  readonly subscribers: Subscribers;
  readonly archive: Archive;
  readonly directory: Directory;
  readonly now: Date;
}

/** Reads NDJSON lines; a line that cannot be read is reported, the others are imported. A chat that is there is replaced. */
export async function importSubscribers(
  lines: AsyncIterable<string>,
  context: ImportContext,
): Promise<ImportReport> {
  const refused: { line: number; message: string }[] = [];
  const head = await context.archive.headAt(context.now);
  let batch: SubscriberLine[] = [];
  let number = 0;
  let imported = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const line = parseSubscriberLine(text, context.directory);
    if (typeof line === 'string') refused.push({ line: number, message: line });
    else batch.push(line);
    if (batch.length < batchSize) continue;
    imported += await write(batch, head, context);
    batch = [];
  }
  return { imported: imported + (await write(batch, head, context)), refused };
}

async function write(
  batch: readonly SubscriberLine[],
  head: number,
  context: ImportContext,
): Promise<number> {
  const wishes: (readonly [string, Wish])[] = [];
  const entries: (readonly [string, LedgerEntry])[] = [];
  for (const line of batch) {
    const key = keyOf(line);
    const entry = newEntry(await cursorOf(line, head, context.archive), line.servedSlot);
    const at = context.now.toISOString();
    wishes.push([key, wishOf(line, at)]);
    entries.push([
      key,
      line.state === 'blocked' ? { ...entry, state: 'blocked', blocked: { reason: 'imported', at } } : entry,
    ]);
  }
  // The ledger first: a wish without one would count as a reader who has been served nothing.
  await context.subscribers.ledger.setMany(entries);
  await context.subscribers.wishes.setMany(wishes);
  return batch.length;
}

async function cursorOf({ cursor }: SubscriberLine, head: number, archive: Archive): Promise<number> {
  if (cursor === undefined) return head;
  if (typeof cursor === 'number') return Math.min(cursor, head);
  if (typeof cursor.article !== 'string') return Math.min(cursor.n, head);
  return (await archive.byId(cursor.article))?.number ?? head;
}

/** Every subscriber as a line of NDJSON, in key order. */
export async function* exportSubscribers(
  subscribers: Subscribers,
  archive: Archive,
  defaultTime: string,
): AsyncGenerator<string> {
  const ids = new Map<number, string | null>();
  for await (const page of subscribers.scan()) {
    for (const subscriber of page) {
      const { cursor } = subscriber.ledger;
      if (!ids.has(cursor)) ids.set(cursor, (await archive.byNumber(cursor))?.id ?? null);
      yield JSON.stringify(subscriberLine(subscriber, ids.get(cursor) ?? null, defaultTime));
    }
  }
}
