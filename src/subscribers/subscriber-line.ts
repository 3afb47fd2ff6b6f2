import { z } from 'zod';
import { isTimeOfDay } from '../calendar/zone.js';
import { topicIds } from '../city/city.js';
import type { Directory } from '../city/directory.js';
import type { Subscriber } from './subscribers.js';
import { type Rule, type Wish, weekdays } from './wish.js';

const timeOfDay = z.string().refine(isTimeOfDay, 'expected a time of day, HH:MM');
const words = z.string().trim().min(1).max(64);
const instant = z.iso.datetime({ offset: true });

const ruleSchema = z
  .strictObject({ district: words.optional(), topic: z.enum(topicIds).optional(), keyword: words.optional() })
  .refine((rule) => Object.keys(rule).length > 0, 'expected a district, a topic or a keyword');

/** One line of `subscribers export`, with the defaults of what may be absent. */
export const subscriberLineSchema = z.strictObject({
  chat: z.int().refine((chat) => chat !== 0, 'expected a chat id, not 0'),
  thread: z.int().positive().nullable().default(null),
  rules: z.array(ruleSchema).max(200).default([]),
  mute: z.array(words).max(200).default([]),
  time: z.union([timeOfDay, z.array(timeOfDay).max(24)]).default([]),
  days: z
    .union([z.enum(['daily', 'weekdays', 'weekly']), z.array(z.enum(weekdays)).min(1).max(7)])
    .default('daily'),
  language: z.enum(['zh', 'en']).default('zh'),
  pausedUntil: z
    .union([instant, z.literal('forever')])
    .nullable()
    .default(null),
  state: z.enum(['active', 'blocked']).default('active'),
  /** Where the chat has been served to: by the article's id where the archive knows it, else by number; absent: the archive's end. */
  cursor: z
    .union([
      z.int().nonnegative(),
      z.strictObject({ n: z.int().nonnegative(), article: z.string().nullish() }),
    ])
    .optional(),
  emptyNote: z.boolean().default(false),
  nightWarnings: z.boolean().default(false),
  servedSlot: instant.nullable().default(null),
});

/** A line that was read: the defaults are filled in. */
export type SubscriberLine = z.infer<typeof subscriberLineSchema>;

/** A subscriber as one line of NDJSON. `article` is the id of the article at the cursor, null where there is none. */
export function subscriberLine(
  { wish, ledger }: Subscriber,
  article: string | null,
  defaultTime: string,
): object {
  const [onlyTime, ...moreTimes] = wish.times.length > 0 ? wish.times : [defaultTime];
  return {
    chat: wish.chat,
    thread: wish.thread,
    rules: wish.rules,
    mute: wish.mute,
    time: moreTimes.length > 0 ? wish.times : onlyTime,
    days: wish.days,
    language: wish.language,
    pausedUntil: wish.pausedUntil,
    state: ledger.state,
    cursor: { n: ledger.cursor, article },
    ...(wish.wantsEmptyNote && { emptyNote: true }),
    ...(wish.wantsNightWarnings && { nightWarnings: true }),
    ...(ledger.servedSlot !== null && { servedSlot: ledger.servedSlot }),
  };
}

/**
 * Reads one line.
 * @returns the line, or a sentence that says what was expected where.
 */
export function parseSubscriberLine(text: string, directory: Directory): SubscriberLine | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'expected one JSON object a line';
  }
  const read = subscriberLineSchema.safeParse(json);
  if (!read.success)
    return read.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
  const rules: Rule[] = [];
  for (const rule of read.data.rules) {
    const district = rule.district === undefined ? undefined : commonName(rule.district, directory);
    if (rule.district !== undefined && district === undefined)
      return `rules: no district is called ${rule.district}`;
    rules.push({ ...(rule as Rule), ...(district !== undefined && { district }) });
  }
  return { ...read.data, rules: rules as SubscriberLine['rules'] };
}

function commonName(words: string, directory: Directory): string | undefined {
  const found = directory.find(words);
  return found.kind === 'found' && found.subject.kind === 'district' ? found.subject.name : undefined;
}

/** The wish of a line. Supergroups, groups and channels have negative ids, people positive ones. */
export function wishOf(line: SubscriberLine, createdAt: string): Wish {
  return {
    chat: line.chat,
    thread: line.thread,
    rules: line.rules as readonly Rule[],
    mute: line.mute,
    times: typeof line.time === 'string' ? [line.time] : [...new Set(line.time)].sort(),
    days: line.days,
    language: line.language,
    pausedUntil: line.pausedUntil,
    wantsEmptyNote: line.emptyNote,
    wantsNightWarnings: line.nightWarnings,
    kind: line.chat < 0 ? 'group' : 'private',
    createdAt,
  };
}
