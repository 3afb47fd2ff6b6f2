/** Time that only goes forward, for pauses and rates. The wall clock, which jumps, decides only which digests are due. */
export interface Timer {
  /** Milliseconds since some fixed moment; never goes back. */
  nowMs(): number;
  /** Resolves after `ms`, or at once when `signal` aborts: the caller looks at the signal. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest pause that setTimeout keeps: beyond 2^31 ms it fires at once. */
const longestMs = 2 ** 31 - 1;

/** The machine's monotonic clock. */
export const monotonicTimer: Timer = {
  nowMs: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        clearTimeout(timeout);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timeout = setTimeout(end, Math.min(Math.max(0, ms), longestMs));
      signal?.addEventListener('abort', end, { once: true });
    }),
};
