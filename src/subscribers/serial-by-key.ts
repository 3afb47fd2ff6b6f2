/** Runs the works of one key one after another, those of different keys side by side. Holds a key only while it works. */
export type SerialByKey = <R>(key: string, work: () => Promise<R>) => Promise<R>;

/** Makes a queue for each key on demand. */
export function serialByKey(): SerialByKey {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result
      .catch(() => {})
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  };
}
