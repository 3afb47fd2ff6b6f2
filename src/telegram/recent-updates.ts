/** Updates that Telegram may send again after a poll that was cut. */
const remembered = 2_000;

/** Tells updates that were taken already: after a conflict or a cut connection the last ones come once more. */
export interface RecentUpdates {
  isNew(update: unknown): boolean;
}

/** Remembers the last numbers. What has no number is new. */
export function recentUpdates(): RecentUpdates {
  const seen = new Set<number>();
  return {
    isNew(update) {
      const id =
        typeof update === 'object' && update !== null && 'update_id' in update ? update.update_id : undefined;
      if (typeof id !== 'number') return true;
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > remembered && oldest !== undefined) seen.delete(oldest);
      return true;
    },
  };
}
