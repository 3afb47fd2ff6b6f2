/**
 * Counts turns that go on. A count, not a set of promises: what a long-lived set has held keeps the garbage collector busy long
 * after it was deleted, and waiting for one of many promises leaves a trace on each of them.
 */
export interface InFlight {
  count(): number;
  begin(): void;
  end(): void;
  /** Resolves when the next turn ends; at once when none goes on. */
  oneEnded(): Promise<void>;
  /** Resolves when none goes on. */
  allEnded(): Promise<void>;
}

/** Opens with nothing in flight. */
export function openInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  const oneEnded = () => (count === 0 ? Promise.resolve() : new Promise<void>((wake) => waiting.push(wake)));
  return {
    count: () => count,
    begin() {
      count++;
    },
    end() {
      count--;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    oneEnded,
    async allEnded() {
      while (count > 0) await oneEnded();
    },
  };
}
