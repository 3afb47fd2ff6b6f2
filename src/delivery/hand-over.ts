import { randomUUID } from 'node:crypto';
import type { Storage } from '../storage/store.js';
import type { RunReport } from './delivery.js';
import type { RunLock } from './run-lock.js';
import type { Timer } from './timer.js';

/** How often the bot looks into its mailbox, and the sender for the answer. */
const lookMs = 1_000;
const answerMs = 200;

/** A run that another process asks the bot for, and its answer. */
interface Letter {
  readonly at: string;
  readonly report?: RunReport;
  /** Why the bot could not make the run. */
  readonly problem?: string;
}

const mailboxOf = (storage: Pick<Storage, 'collection'>) => storage.collection<Letter>('mailbox');

/**
 * Asks the bot that holds the lock for a run, and waits for its report.
 * @returns undefined when the bot ended before it answered: then the lock is free.
 * @throws {Error} with the bot's words when its run failed.
 */
export async function handOver(
  {
    storage,
    timer,
    lock,
  }: { readonly storage: Pick<Storage, 'collection'>; readonly timer: Timer; readonly lock: RunLock },
  at: Date,
): Promise<RunReport | undefined> {
  const mailbox = mailboxOf(storage);
  const key = randomUUID();
  await mailbox.set(key, { at: at.toISOString() });
  try {
    for (;;) {
      const letter = await mailbox.get(key);
      if (letter?.problem !== undefined) throw new Error(letter.problem);
      if (letter?.report !== undefined) return letter.report;
      if ((await lock.holder()) !== 'bot') return undefined;
      await timer.sleep(answerMs);
    }
  } finally {
    await mailbox.delete(key);
  }
}

/** Answers letters until `signal` aborts; resolves when the last answer is written. For the bot that holds the lock. */
export async function answerLetters(
  { storage, timer }: { readonly storage: Pick<Storage, 'collection'>; readonly timer: Timer },
  run: (at: Date) => Promise<RunReport>,
  signal: AbortSignal,
): Promise<void> {
  const mailbox = mailboxOf(storage);
  const inHand = new Map<string, Promise<void>>();
  const answer = async (key: string, letter: Letter) => {
    const end = await run(new Date(letter.at)).then(
      (report) => ({ report }),
      (thrown: unknown) => ({ problem: thrown instanceof Error ? thrown.message : String(thrown) }),
    );
    // Leaves out a letter whose sender has gone. A store that fails leaves it open: it is answered the next time.
    await mailbox.updateMany([[key, { ...letter, ...end }]]).catch(() => {});
    inHand.delete(key);
  };
  const look = async () => {
    for await (const page of mailbox.scan()) {
      for (const [key, letter] of page) {
        const isOpen = letter.report === undefined && letter.problem === undefined && !inHand.has(key);
        if (isOpen) inHand.set(key, answer(key, letter));
      }
    }
  };
  while (!signal.aborted) {
    await look().catch(() => {});
    await timer.sleep(lookMs, signal);
  }
  await Promise.all(inHand.values());
}
