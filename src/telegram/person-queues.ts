/** Works of one person that may wait; when there are more, the oldest goes. */
const maxWaiting = 20;
/** Of these, questions: whoever asks so many at once wants the last ones answered. */
const maxQuestions = 6;

/** One thing to do for somebody. */
export interface Work {
  /** Changes something that was asked for: kept as long as possible. */
  readonly isChange: boolean;
  run(): Promise<void>;
}

/**
 * Runs the works of one person one after another, those of different persons side by side: a flood from one slows only
 * that one. In a flood the oldest questions are dropped, so the last one gets its answer.
 */
export interface PersonQueues {
  /** Resolves when the work is done or dropped. `run` must not throw. */
  add(person: string, work: Work): Promise<void>;
  /** How many works of a person wait or run. */
  length(person: string): number;
  /** Resolves when nothing waits or runs any more. */
  idle(): Promise<void>;
}

interface Entry {
  readonly work: Work;
  readonly finished: () => void;
}

/** Makes queues on demand; a person without work costs nothing. */
export function personQueues(): PersonQueues {
  const waiting = new Map<string, Entry[]>();
  const running = new Set<Promise<void>>();

  const drain = async (person: string, queue: Entry[]) => {
    for (let entry = queue[0]; entry !== undefined; entry = queue[0]) {
      await entry.work.run();
      queue.splice(queue.indexOf(entry), 1);
      entry.finished();
    }
    waiting.delete(person);
  };

  return {
    add(person, work) {
      return new Promise((resolve) => {
        const queue = waiting.get(person);
        const entry = { work, finished: resolve };
        if (queue !== undefined) {
          queue.push(entry);
          dropSurplus(queue);
          return;
        }
        const fresh = [entry];
        waiting.set(person, fresh);
        const drained = drain(person, fresh).finally(() => running.delete(drained));
        running.add(drained);
      });
    },
    length: (person) => waiting.get(person)?.length ?? 0,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** The first is running and stays. */
function dropSurplus(queue: Entry[]): void {
  const questions = queue.slice(1).filter(({ work }) => !work.isChange);
  const [oldest] = questions.length > maxQuestions ? questions : queue.slice(1);
  if (oldest === undefined || (questions.length <= maxQuestions && queue.length <= maxWaiting)) return;
  queue.splice(queue.indexOf(oldest), 1);
  oldest.finished();
}
