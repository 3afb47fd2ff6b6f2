/** Keys of chats in little room: a chat without a thread is a number of eight bytes. */
export interface KeyList extends Iterable<string> {
  readonly size: number;
  add(key: string): void;
}

/** An empty list. */
export function keyList(): KeyList {
  const chats: number[] = [];
  const threads: string[] = [];
  return {
    get size() {
      return chats.length + threads.length;
    },
    add(key) {
      if (key.includes(':')) threads.push(key);
      else chats.push(Number(key));
    },
    *[Symbol.iterator]() {
      for (const chat of chats) yield String(chat);
      yield* threads;
    },
  };
}
