import type { Storage } from '../storage/store.js';
import type { RunReport } from './delivery.js';
import { handOver } from './hand-over.js';
import type { RunLock } from './run-lock.js';
import type { Timer } from './timer.js';

/** What one `digest --at` needs. */
export interface DigestRunParts {
  readonly storage: Pick<Storage, 'collection'>;
  readonly timer: Timer;
  readonly lock: RunLock;
  readonly run: (at: Date) => Promise<RunReport>;
}

/**
 * One run of a command beside whatever else runs on this store: a bot that runs is handed it; another command is waited for, and
 * then nothing is due any more.
 */
export async function runDigest(parts: DigestRunParts, at: Date): Promise<RunReport> {
  const { lock, timer, run } = parts;
  for (;;) {
    const standing = await lock.tryAcquire('digest');
    if (standing === 'acquired') {
      try {
        return await run(at);
      } finally {
        await lock.release();
      }
    }
    const report = standing === 'bot' ? await handOver(parts, at) : undefined;
    if (report !== undefined) return report;
    await timer.sleep(waitMs);
  }
}

const waitMs = 250;
