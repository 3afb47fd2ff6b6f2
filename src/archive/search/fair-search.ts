import type { Search, SearchAnswer, SearchOptions } from '../search.js';

/** Search by one of many people. */
export interface FairSearch {
  /**
   * Searches when it is this person's turn: at most one search of each runs, the others of the same person wait.
   * @param user whoever asks, by any number or name.
   * @returns undefined when so many of this person's searches wait that this one is dropped.
   */
  search(user: string | number, query: string, options: SearchOptions): Promise<SearchAnswer | undefined>;
}

/** More than this of one person wait for nothing: the person has long typed on. */
const mostWaiting = 20;

/** Lets a flood from one person slow only that person: each has a queue of their own. */
export function createFairSearch(search: Search): FairSearch {
  const queues = new Map<string | number, { last: Promise<unknown>; waiting: number }>();
  return {
    async search(user, query, options) {
      const queue = queues.get(user) ?? { last: Promise.resolve(), waiting: 0 };
      if (queue.waiting >= mostWaiting) return undefined;
      queues.set(user, queue);
      queue.waiting++;
      const answer = queue.last.then(() => search.search(query, options));
      queue.last = answer.catch(() => {});
      try {
        return await answer;
      } finally {
        queue.waiting--;
        if (queue.waiting === 0) queues.delete(user);
      }
    },
  };
}
