import type { Storage } from '../storage/store.js';

/** Tells a bot that runs that another process has imported subscribers. */
export interface ImportMark {
  leave(now: Date): Promise<void>;
  /** True if a mark was left since the last time this was asked. */
  isNew(): Promise<boolean>;
}

/** Opens the mark of a store. */
export function importMark(storage: Pick<Storage, 'collection'>): ImportMark {
  const marks = storage.collection<string>('mark');
  let seen: string | undefined;
  return {
    leave: (now) => marks.set('imported', now.toISOString()),
    async isNew() {
      const left = await marks.get('imported');
      const isNew = left !== seen;
      seen = left;
      return isNew;
    },
  };
}
