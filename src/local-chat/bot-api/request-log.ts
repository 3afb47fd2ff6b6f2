/** One request of the bot, without what it carried. */
export interface RequestRecord {
  readonly method: string;
  readonly chat: number | undefined;
  /** 200, the code of the refusal, or 0 where no answer was given. */
  readonly status: number;
  readonly description: string | undefined;
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
}

/** What is counted of all requests. */
export interface RequestCounts {
  readonly requests: number;
  /** Requests answered with 429. */
  readonly floods: number;
  /** Messages that were accepted. */
  readonly messages: number;
  /** By status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Milliseconds (monotonic) of the first and the last accepted message; 0 before the first. */
  readonly firstMessageMs: number;
  readonly lastMessageMs: number;
}

/** Remembers requests, the last ones whole and all in numbers. */
export interface RequestLog {
  add(record: RequestRecord, isViolation: boolean): void;
  /** The last requests, at most 10,000 (or none, where only counts are kept), oldest first. */
  recent(): readonly RequestRecord[];
  /** Requests that broke a rule of the Bot API, at most 1,000, as `method: description`. */
  violations(): readonly string[];
  counts(): RequestCounts;
  /** Starts again at zero. */
  reset(): void;
}

const kept = 10_000;
const messageMethods = new Set(['sendMessage', 'sendDocument', 'forwardMessage', 'copyMessage']);

/** Opens an empty log. */
export function requestLog(isKeepingRecords: boolean): RequestLog {
  let records: RequestRecord[] = [];
  let violations: string[] = [];
  let statuses = new Map<number, number>();
  let messages = 0;
  let [firstMessageMs, lastMessageMs] = [0, 0];
  return {
    add(record, isViolation) {
      statuses.set(record.status, (statuses.get(record.status) ?? 0) + 1);
      if (record.status === 200 && messageMethods.has(record.method)) {
        messages++;
        firstMessageMs ||= record.atMs;
        lastMessageMs = record.atMs;
      }
      if (isViolation && violations.length < 1000)
        violations.push(`${record.method}: ${record.description ?? ''}`);
      if (!isKeepingRecords) return;
      records.push(record);
      if (records.length > 2 * kept) records = records.slice(-kept);
    },
    recent: () => records.slice(-kept),
    violations: () => violations,
    counts: () => ({
      requests: [...statuses.values()].reduce((sum, count) => sum + count, 0),
      floods: statuses.get(429) ?? 0,
      messages,
      statuses: Object.fromEntries(statuses),
      firstMessageMs,
      lastMessageMs,
    }),
    reset() {
      records = [];
      violations = [];
      statuses = new Map();
      messages = 0;
      [firstMessageMs, lastMessageMs] = [0, 0];
    },
  };
}
