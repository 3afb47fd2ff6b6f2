import { letterAt, letterNumbers } from './letters.js';
import { PairIds } from './pair-ids.js';

/** Characters of a story whose pairs are counted. */
const charactersCounted = 1500;
/** Bits in which the pairs shared with one kept text are counted; four such counts fit into one number. */
const countBits = 7;
const countMask = (1 << countBits) - 1;

const logarithms = Float64Array.from({ length: charactersCounted }, (_, times) => Math.log2(times || 1));

/** The pairs of a text that was read: where they stand among all pairs read, and how they echo through the story. */
export interface PairRange {
  readonly pairsFrom: number;
  readonly pairsTo: number;
  /** Sum over them of the logarithm of how often each comes in the story. */
  readonly echo: number;
}

/** Mean over the pairs of a text of how often they come in the story, as a logarithm; 0 where it has none. */
export const centrality = ({ pairsFrom, pairsTo, echo }: PairRange): number =>
  pairsFrom === pairsTo ? 0 : echo / (pairsTo - pairsFrom);

/** Columns of what is known of a pair: how often it comes, a one in the count of each kept text that has it, the question it last came in. */
const [count, keepers, question, columns] = [0, 1, 2, 3];

/**
 * The pairs of letters side by side in a story: how often each comes, which tells how much a text is what the story is
 * about, and in which of the texts kept beside it, which tells how much a text repeats. Serves one story after another.
 */
export class LetterPairs {
  readonly #ids = new PairIds();
  /** What is known of each pair, by id. */
  #facts: Int32Array = new Int32Array(2048 * columns);
  /** The ids of the pairs read, text after text. */
  #read: Int32Array = new Int32Array(2048);
  #length = 0;
  #questions = 0;
  #kept = 0;

  /** Forgets the story before and counts the pairs in the first 1500 characters of this one. */
  count(paragraphs: readonly string[]): void {
    this.#ids.clear();
    this.#questions = 0;
    this.#kept = 0;
    let left = charactersCounted;
    for (const paragraph of paragraphs) {
      this.#length = 0;
      this.#append(paragraph, left);
      for (let at = 0; at < this.#length; at++) {
        const fact = this.#factsAt(at) + count;
        this.#facts[fact] = (this.#facts[fact] ?? 0) + 1;
      }
      left -= paragraph.length;
      if (left <= 0) break;
    }
    this.#length = 0;
  }

  /** Reads the pairs of a text. Texts read one after another stand side by side. */
  read(text: string): PairRange {
    const from = this.#length;
    this.#append(text, text.length);
    const [read, facts] = [this.#read, this.#facts];
    let echo = 0;
    for (let at = from; at < this.#length; at++)
      echo += logarithms[facts[(read[at] ?? 0) * columns + count] ?? 0] ?? 0;
    return { pairsFrom: from, pairsTo: this.#length, echo };
  }

  /** Keeps a text, one of four at most, to hold others beside. */
  keep(text: string): void {
    const { pairsFrom, pairsTo } = this.read(text);
    const one = 1 << (countBits * this.#kept++);
    for (let at = pairsFrom; at < pairsTo; at++) {
      const fact = this.#factsAt(at) + keepers;
      this.#facts[fact] = (this.#facts[fact] ?? 0) | one;
    }
  }

  /** The highest share, 0 to 1, of the distinct pairs of a text (at most 127) that one of the kept texts has. */
  mostShared({ pairsFrom, pairsTo }: PairRange): number {
    const asked = ++this.#questions;
    const [read, facts] = [this.#read, this.#facts];
    let distinct = 0;
    let shared = 0;
    for (let at = pairsFrom; at < pairsTo; at++) {
      const own = (read[at] ?? 0) * columns;
      if (facts[own + question] === asked) continue;
      facts[own + question] = asked;
      distinct++;
      shared += facts[own + keepers] ?? 0;
    }
    let most = 0;
    for (let left = shared; left > 0; left >>= countBits) most = Math.max(most, left & countMask);
    return distinct === 0 ? 0 : most / distinct;
  }

  #factsAt(at: number): number {
    return (this.#read[at] ?? 0) * columns;
  }

  /** Puts the ids of the pairs in the first characters of a text behind those read. */
  #append(text: string, characters: number): void {
    const length = Math.min(text.length, characters);
    if (this.#length + length > this.#read.length) this.#read = twiceAsLong(this.#read, length);
    let before = 0;
    for (let index = 0; index < length; index++) {
      const letter = letterAt(text, index);
      if (before > 0 && letter > 0) this.#read[this.#length++] = this.#idOf(before * letterNumbers + letter);
      before = letter;
    }
  }

  #idOf(pair: number): number {
    const known = this.#ids.size;
    const id = this.#ids.idOf(pair);
    if (id < known) return id;
    if ((id + 1) * columns > this.#facts.length) this.#facts = twiceAsLong(this.#facts, 0);
    for (let column = 0; column < columns; column++) this.#facts[id * columns + column] = 0;
    return id;
  }
}

/** A copy with room for at least as much again. */
function twiceAsLong(numbers: Int32Array, more: number): Int32Array {
  const longer = new Int32Array(2 * numbers.length + more);
  longer.set(numbers);
  return longer;
}
