import { type Clock, systemClock } from '../calendar/instant.js';
import { readSettings, type Settings } from '../config.js';
import { takeInContent } from '../intake/take-in-content.js';
import { type Log, openLog } from '../log.js';
import { type House, openHouse } from '../program/house.js';
import { loadEnvironment } from './load-environment.js';

/** What a command works with. Data goes to stdout, talk to stderr. */
export interface CliContext {
  /** Read when first asked for. @throws {Problem} for a wrong setting. */
  readonly settings: Settings;
  readonly log: Log;
  readonly clock: Clock;
  /**
   * Opens content, store and archive, takes content in, and closes all when the command has ended.
   * @param options.isDryRun works on a copy in memory: nothing is written.
   * @param options.at the moment at which content is taken in; default now.
   */
  house(options?: {
    readonly isDryRun?: boolean;
    readonly at?: Date;
  }): Promise<House & { readonly hasOnlySamples: boolean }>;
  /** A line of data. */
  out(line: string): void;
  /** A line of talk. */
  say(line: string): void;
  /** The command ends with this status: 1 the work found problems. */
  fail(status: 1 | 2): void;
}

/** Makes the context of one command line. `close` ends what the command opened. */
export function openContext(): CliContext & { close(): Promise<void> } {
  let settings: Settings | undefined;
  let log: Log | undefined;
  const opened: House[] = [];
  const context: CliContext = {
    get settings() {
      settings ??= readSettings(loadEnvironment());
      return settings;
    },
    get log() {
      const { LOG_LEVEL, BOT_TOKEN, SUMMARY_API_KEY } = context.settings;
      log ??= openLog(LOG_LEVEL, [BOT_TOKEN ?? '', SUMMARY_API_KEY ?? '']);
      return log;
    },
    clock: systemClock,
    async house(options = {}) {
      const house = await openHouse(context.settings, options);
      opened.push(house);
      const { content, archive } = house;
      const taken = await takeInContent(content, archive, options.at ?? context.clock.now());
      return { ...house, hasOnlySamples: taken.areAllSamples };
    },
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    fail(status) {
      process.exitCode = status;
    },
  };
  const close = async () => {
    for (const house of opened) await house.close();
  };
  return Object.defineProperties({ close }, Object.getOwnPropertyDescriptors(context)) as CliContext & {
    close: typeof close;
  };
}
