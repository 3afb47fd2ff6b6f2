import { letterAt, letterNumbers } from './letters.js';

/** Characters of a text whose pairs are looked at. */
const textLookedAt = 1500;
/** Slots of the table for a story of ordinary length; a power of two. */
const ordinarySlots = 2048;
const mostKept = 8;

const logarithms = Float64Array.from({ length: textLookedAt }, (_, times) => Math.log2(Math.max(1, times)));

/** How a text echoes through its story. */
export interface Echo {
  /** Pairs of letters side by side. */
  readonly pairs: number;
  /** Sum of the logarithms of how often each comes in the story. */
  readonly echo: number;
}

/**
 * The pairs of letters side by side in a story: how often each comes, which tells how much a text is what the story is
 * about, and in which of the texts kept beside it, which tells how much a text repeats. A hash table with open slots, for
 * one story after another.
 */
export class LetterPairs {
  #slots = emptySlots(ordinarySlots);
  #taken = 0;
  #questions = 0;
  #kept = 0;
  readonly #found = new Int32Array(textLookedAt);
  readonly #shared = new Uint16Array(mostKept);

  /** Forgets the story before and counts the pairs in the first 1500 characters of this one. */
  count(paragraphs: readonly string[]): void {
    this.#clear();
    let left = textLookedAt;
    for (const paragraph of paragraphs) {
      const length = this.#find(paragraph, left);
      for (let at = 0; at < length; at++) {
        const slot = this.#slotFor(this.#found[at] ?? 0);
        this.#slots.counts[slot] = (this.#slots.counts[slot] ?? 0) + 1;
      }
      left -= paragraph.length;
      if (left <= 0) break;
    }
  }

  /** How the first 1500 characters of a text echo through the story. */
  echoOf(text: string): Echo {
    const pairs = this.#find(text, textLookedAt);
    const { counts } = this.#slots;
    let echo = 0;
    for (let at = 0; at < pairs; at++) {
      const times = counts[this.#slotOf(this.#found[at] ?? 0)] ?? 0;
      if (times > 1) echo += logarithms[times] ?? 0;
    }
    return { pairs, echo };
  }

  /** Keeps a text, one of eight at most, to hold others beside. */
  keep(text: string): void {
    const keeper = 1 << this.#kept++;
    const length = this.#find(text, textLookedAt);
    for (let at = 0; at < length; at++) {
      const slot = this.#slotFor(this.#found[at] ?? 0);
      this.#slots.keepers[slot] = (this.#slots.keepers[slot] ?? 0) | keeper;
    }
  }

  /** The highest share, 0 to 1, of a text's distinct pairs that one of the kept texts has; 0 where it has no pairs. */
  mostShared(text: string): number {
    const question = ++this.#questions;
    const length = this.#find(text, textLookedAt);
    const shared = this.#shared.fill(0);
    let distinct = 0;
    for (let at = 0; at < length; at++) {
      const slot = this.#slotFor(this.#found[at] ?? 0);
      if (this.#slots.asked[slot] === question) continue;
      this.#slots.asked[slot] = question;
      distinct++;
      let keepers = this.#slots.keepers[slot] ?? 0;
      for (let kept = 0; keepers > 0; kept++, keepers >>= 1)
        if ((keepers & 1) === 1) shared[kept] = (shared[kept] ?? 0) + 1;
    }
    return distinct === 0 ? 0 : Math.max(...shared) / distinct;
  }

  /** Puts the pairs of a text in order into `#found`; how many there are. */
  #find(text: string, limit: number): number {
    const length = Math.min(text.length, limit);
    let pairs = 0;
    let before = 0;
    for (let index = 0; index < length; index++) {
      const letter = letterAt(text, index);
      if (before > 0 && letter > 0) this.#found[pairs++] = before * letterNumbers + letter;
      before = letter;
    }
    return pairs;
  }

  /** The slot of a pair, or the free one where it would stand. */
  #slotOf(pair: number): number {
    const { pairs } = this.#slots;
    const last = pairs.length - 1;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 15) & last;
    while (pairs[slot] !== pair && pairs[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  /** The slot of a pair, its own from now on. */
  #slotFor(pair: number): number {
    const slot = this.#slotOf(pair);
    if (this.#slots.pairs[slot] === pair) return slot;
    if (2 * this.#taken >= this.#slots.pairs.length) {
      this.#grow();
      return this.#slotFor(pair);
    }
    this.#taken++;
    this.#slots.pairs[slot] = pair;
    return slot;
  }

  #clear(): void {
    const isOrdinary = this.#slots.pairs.length === ordinarySlots;
    if (isOrdinary) for (const column of Object.values(this.#slots)) column.fill(0);
    else this.#slots = emptySlots(ordinarySlots);
    this.#taken = 0;
    this.#questions = 0;
    this.#kept = 0;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = emptySlots(before.pairs.length * 2);
    for (const [from, pair] of before.pairs.entries()) {
      if (pair === 0) continue;
      const to = this.#slotOf(pair);
      this.#slots.pairs[to] = pair;
      this.#slots.counts[to] = before.counts[from] ?? 0;
      this.#slots.keepers[to] = before.keepers[from] ?? 0;
      this.#slots.asked[to] = before.asked[from] ?? 0;
    }
  }
}

/** The columns of a table of pairs. */
interface Slots {
  /** Pairs as numbers; 0 where a slot is free. */
  readonly pairs: Int32Array;
  readonly counts: Uint16Array;
  /** Kept texts that have the pair, a bit each. */
  readonly keepers: Uint8Array;
  /** The last question in which the pair came. */
  readonly asked: Int32Array;
}

const emptySlots = (length: number): Slots => ({
  pairs: new Int32Array(length),
  counts: new Uint16Array(length),
  keepers: new Uint8Array(length),
  asked: new Int32Array(length),
});
