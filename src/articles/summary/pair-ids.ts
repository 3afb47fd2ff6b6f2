/** Slots of a table for a story of ordinary length; a power of two. */
const ordinarySlots = 2048;

/** Numbers pairs from 0 in the order in which they are first asked for: a hash table with open slots. */
export class PairIds {
  /** A pair, 0 where the slot is free, and its id, slot after slot. */
  #slots = new Int32Array(2 * ordinarySlots);
  #size = 0;

  /** How many pairs are known. */
  get size(): number {
    return this.#size;
  }

  clear(): void {
    if (this.#slots.length === 2 * ordinarySlots) this.#slots.fill(0);
    else this.#slots = new Int32Array(2 * ordinarySlots);
    this.#size = 0;
  }

  /** The id of a pair (over 0), which becomes known by this. */
  idOf(pair: number): number {
    const slots = this.#slots;
    const last = slots.length - 2;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 14) & last;
    for (let taken = slots[slot]; taken !== pair; taken = slots[slot]) {
      if (taken === 0) return this.#add(pair, slot);
      slot = (slot + 2) & last;
    }
    return slots[slot + 1] ?? 0;
  }

  #add(pair: number, slot: number): number {
    this.#slots[slot] = pair;
    this.#slots[slot + 1] = this.#size++;
    if (4 * this.#size > this.#slots.length) this.#grow();
    return this.#size - 1;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    const last = this.#slots.length - 2;
    for (let from = 0; from < before.length; from += 2) {
      const pair = before[from] ?? 0;
      if (pair === 0) continue;
      let slot = (Math.imul(pair, 0x9e3779b1) >>> 14) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 2) & last;
      this.#slots[slot] = pair;
      this.#slots[slot + 1] = before[from + 1] ?? 0;
    }
  }
}
