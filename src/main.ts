import { loadEnvironment } from './cli/load-environment.js';
import { readSettings } from './config.js';
import { type Log, openLog } from './log.js';
import { messageOf, Problem } from './problem.js';
import { startProgram } from './program/start-program.js';
import { StoreFailure } from './storage/store.js';

/** SIGTERM finishes what runs; what has not ended by then never will. */
const stopWithinMs = 9_000;

/** Starts the program, and stops it when it is asked to; its exit status is the process's. */
async function main(): Promise<void> {
  const settings = readSettings(loadEnvironment());
  const log = openLog(settings.LOG_LEVEL, [
    settings.BOT_TOKEN ?? '',
    settings.WEBHOOK_SECRET ?? '',
    settings.SUMMARY_API_KEY ?? '',
  ]);
  const asked = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => asked.abort());
  process.on('unhandledRejection', (reason) =>
    log.error({ cause: messageOf(reason) }, 'a defect: nobody waited for this'),
  );
  asked.signal.addEventListener('abort', () => endInTime(log), { once: true });
  const program = await startProgram(settings, log, asked.signal);
  await Promise.race([untilAborted(asked.signal), program.ended]);
  log.info({}, 'stopping: what is in flight is finished');
  await program.stop();
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** From the moment of asking, also while the program is still starting. */
function endInTime(log: Log): void {
  setTimeout(() => {
    log.warn({}, 'not everything ended in time; it goes on at the next start');
    process.exit(0);
  }, stopWithinMs);
}

try {
  await main();
  process.exit(0);
} catch (thrown) {
  if (!(thrown instanceof Problem || thrown instanceof StoreFailure)) throw thrown;
  process.stderr.write(`${messageOf(thrown)}\n`);
  process.exit(thrown instanceof Problem ? thrown.exitStatus : 1);
}
