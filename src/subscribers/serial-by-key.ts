/** Runs the works of one key one after another, those of different keys side by side. Holds a key only while it works. */
export type SerialByKey = <R>(key: string, work: () => Promise<R>) => Promise<R>;

/** Makes a queue for each key on demand. */
export function serialByKey(): SerialByKey {
  /** Keys that are worked on; for those that are waited for, who is woken next. */
  const busy = new Map<string, (() => void)[] | undefined>();
  const turnOf = (key: string) =>
    new Promise<void>((wake) => {
      const waiting = busy.get(key) ?? [];
      waiting.push(wake);
      busy.set(key, waiting);
    });
  return async (key, work) => {
    if (busy.has(key)) await turnOf(key);
    else busy.set(key, undefined);
    try {
      return await work();
    } finally {
      const next = busy.get(key)?.shift();
      // The key passes from one to the next without being free in between.
      if (next === undefined) busy.delete(key);
      else next();
    }
  };
}
