import { pino } from 'pino';

/** What a stage may say while it works. Fields are facts (counts, ids, seconds): never tokens or texts of messages. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A log that says nothing, for tests and for commands whose output is the work itself. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The levels that LOG_LEVEL accepts, loudest last. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A bot token wherever it stands in a text, as in the URLs that HTTP errors quote. */
const token = /\d+:[A-Za-z0-9_-]{20,}/g;

/**
 * Opens the log on stderr: pretty on a terminal, a JSON object a line otherwise.
 * @param secrets texts that must never be printed (the token as set, whatever its form); each is replaced by `[secret]`.
 */
export function openLog(level: LogLevel, secrets: readonly string[] = []): Log {
  const hidden = secrets.filter((secret) => secret.length > 0);
  const clean = (line: string) =>
    hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line).replace(token, '[secret]');
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: clean },
  };
  return process.stderr.isTTY
    ? pino({
        ...options,
        transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
      })
    : pino(options, process.stderr);
}
