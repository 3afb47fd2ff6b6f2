import type { Archive, TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { Clock } from '../calendar/instant.js';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';
import { changedCity } from './city-finding.js';
import type { Content } from './open-content.js';
import { takeInContent } from './take-in-content.js';
import { watchContent } from './watch-content.js';

/** What the intake works with. */
export interface IntakeParts {
  readonly content: Content;
  readonly archive: Pick<Archive, 'takeIn'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Told what is wrong with pages that were dropped or changed while the bot runs, and that the city has changed. */
  readonly onFindings: (findings: readonly Finding[]) => void | Promise<void>;
  /** Told what was taken in, for whoever works on new articles (better summaries, the urgent lane). */
  readonly onTakenIn?: (done: TakeIn) => void | Promise<void>;
}

/** Content flowing into the archive while the bot runs. */
export interface Intake {
  /** True if at the start there was nothing but invented articles. */
  readonly beganWithSamples: boolean;
  /**
   * Takes in what is new or changed, and what waited for a day that has come; one at a time, in the order of calls.
   * Rejects if the archive fails; the same is then tried again the next time.
   */
  takeInNow(): Promise<TakeIn>;
  /** Stops watching and waits for what runs. */
  close(): Promise<void>;
}

/** Takes in all content, then watches it. Rejects if the first take-in fails. */
export async function startIntake(parts: IntakeParts): Promise<Intake> {
  const { content, archive, clock, log } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let isStarted = false;
  const takeInNow = () => {
    const done = last.then(async () => {
      const taken = await takeInContent(content, archive, clock.now(), { isLive: isStarted });
      const { takeIn, findings } = taken;
      report(log, takeIn, findings);
      if (isStarted && findings.length > 0) await parts.onFindings(findings);
      await parts.onTakenIn?.(takeIn);
      return taken;
    });
    last = done.catch(() => {});
    return done;
  };
  const { areAllSamples } = await takeInNow();
  isStarted = true;
  const quietly = (work: Promise<unknown>, what: string) =>
    void work.catch((error: unknown) => log.error({ error: messageOf(error) }, what));
  const watcher = await watchContent(content.folder, {
    onPages: () => quietly(takeInNow(), 'content could not be taken in; tried again with the next change'),
    onCity: () => quietly(tellCity(parts), 'the change of city.yaml could not be told'),
    onError: (error) => log.error({ error: messageOf(error) }, 'watching the content folder failed'),
  });
  return {
    beganWithSamples: areAllSamples,
    takeInNow: async () => (await takeInNow()).takeIn,
    async close() {
      await watcher.close();
      await last;
    },
  };
}

async function tellCity({ content, log, onFindings }: IntakeParts): Promise<void> {
  const finding = await changedCity(content.folder);
  log.warn({ file: finding.file, line: finding.line }, finding.message);
  await onFindings([finding]);
}

function report(
  log: Log,
  { released, corrected, repeated, pending }: TakeIn,
  findings: readonly Finding[],
): void {
  const facts = {
    released: released.length,
    corrected: corrected.length,
    repeated: repeated.length,
    pending: pending.length,
  };
  if (released.length + corrected.length > 0) log.info(facts, 'content taken in');
  for (const { file, line, rule, severity, message } of findings) {
    if (severity !== 'note') log.warn({ file, line, rule }, message);
  }
}
