import { isIP } from 'node:net';
import { z } from 'zod';
import { isTimeOfDay, isZone } from './calendar/zone.js';
import { logLevels } from './log.js';
import { Problem } from './problem.js';

/** The real Telegram. */
export const officialApiRoot = 'https://api.telegram.org';

/** A setting left empty counts as not set: that is how .env files switch one off. */
const blankAsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema);
const text = z.string().trim();
const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number(`expected a number, ${min} to ${max}`)
    .int(`expected a whole number, ${min} to ${max}`)
    .min(min, `expected a number, ${min} to ${max}`)
    .max(max, `expected a number, ${min} to ${max}`);
const onOff = z.enum(['on', 'off'], 'expected on or off').transform((value) => value === 'on');
const url = (kind: string, pattern: RegExp) =>
  text.refine((value) => pattern.test(value) && URL.canParse(value), `expected ${kind}`);
const webUrl = url('a URL that begins with http:// or https://', /^https?:\/\//).transform((value) =>
  value.replace(/\/+$/, ''),
);
const chatIds = text
  .regex(/^-?\d+(?:[\s,]+-?\d+)*$/, 'expected chat ids, separated by commas')
  .transform((ids) => ids.split(/[\s,]+/).map(Number));

const schema = z.object({
  BOT_TOKEN: setting(
    text.regex(/^\d+:\S+$/, 'expected a token from BotFather: digits, a colon, and more').optional(),
  ),
  TELEGRAM_API_ROOT: setting(webUrl.default(officialApiRoot)),
  CONTENT_DIR: setting(text.default('./content')),
  STORE_URL: setting(text.optional()),
  QUEUE_URL: setting(text.optional()),
  TIMEZONE: setting(
    text.refine(isZone, 'expected a time zone such as Asia/Shanghai').default('Asia/Shanghai'),
  ),
  DIGEST_TIME: setting(text.refine(isTimeOfDay, 'expected a time of day, HH:MM').default('07:30')),
  SEND_RATE: setting(wholeNumber(1, 1000).default(30)),
  PAID_BROADCAST: setting(onOff.default(false)),
  SEND_TIMEOUT_S: setting(wholeNumber(1, 600).default(15)),
  CATCH_UP_HOURS: setting(wholeNumber(0, 168).default(3)),
  SCHEDULE: setting(onOff.default(true)),
  HTTPS_PROXY: setting(
    url('a URL that begins with http://, https:// or socks5://', /^(?:https?|socks[45]?h?):\/\//).optional(),
  ),
  ADMIN_CHAT_IDS: setting(chatIds.default([])),
  PORT: setting(wholeNumber(0, 65_535).optional()),
  PUBLIC_URL: setting(webUrl.optional()),
  WEBHOOK_SECRET: setting(
    text.regex(/^[A-Za-z0-9_-]{1,256}$/, 'expected 1 to 256 of the characters A-Z a-z 0-9 _ -').optional(),
  ),
  SUMMARY_API_URL: setting(webUrl.optional()),
  SUMMARY_MODEL: setting(text.optional()),
  SUMMARY_API_KEY: setting(text.optional()),
  LOG_LEVEL: setting(z.enum(logLevels, `expected one of ${logLevels.join(', ')}`).default('info')),
});

/** Every setting, read and checked. Names and defaults: `.env.example`. */
export type Settings = Readonly<z.infer<typeof schema>> & {
  /** STORE_URL, or its default: a file. (The local chat's own default is memory.) */
  readonly storeUrl: string;
  /** True without a token: the local chat. */
  readonly isLocal: boolean;
  /** Sentences about settings that work but deserve a second look. */
  readonly warnings: readonly string[];
};

/**
 * Reads the settings from an environment.
 * @throws {Problem} that names every setting that is wrong, what was expected and what came.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = schema.safeParse(environment);
  if (!read.success)
    throw new Problem(read.error.issues.map((issue) => complaint(issue, environment)).join('\n'));
  const settings = read.data;
  refuseBadPairs(settings);
  return {
    ...settings,
    isLocal: settings.BOT_TOKEN === undefined,
    storeUrl: settings.STORE_URL ?? 'sqlite://data/qubao.sqlite',
    warnings: warningsOf(settings),
  };
}

/** Whether an API root is a server on this machine, for trying and for tests, and not the real Telegram. */
export function isLoopback(root: string): boolean {
  const host = new URL(root).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

const secrets = /TOKEN|SECRET|KEY/;

function complaint(
  issue: z.core.$ZodIssue,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const name = String(issue.path[0]);
  const came = secrets.test(name) ? '' : `, got ${environment[name]}`;
  return `${name}: ${issue.message}${came}.`;
}

function refuseBadPairs({ SUMMARY_API_URL, SUMMARY_MODEL, QUEUE_URL }: z.infer<typeof schema>): void {
  if (SUMMARY_API_URL !== undefined && SUMMARY_MODEL === undefined) {
    throw new Problem('SUMMARY_MODEL: expected the name of a model beside SUMMARY_API_URL.');
  }
  if (QUEUE_URL !== undefined) {
    throw new Problem(
      'QUEUE_URL: sharing the work among several processes comes with a later version; leave it empty.',
    );
  }
}

function warningsOf({ SEND_RATE, PAID_BROADCAST }: z.infer<typeof schema>): readonly string[] {
  return SEND_RATE > 30 && !PAID_BROADCAST
    ? [
        `SEND_RATE is ${SEND_RATE}: Telegram allows free bots about 30 messages a second; set PAID_BROADCAST=on to pay for more.`,
      ]
    : [];
}
