/** Words found by the two characters they begin with: one look tells nearly all places of a text that no word begins there. */
export interface WordIndex<Entry> {
  /** The entry of the longest word that begins at this place of the text. */
  longestAt(text: string, at: number): Entry | undefined;
}

interface Bucket<Entry> {
  readonly words: readonly (readonly [word: string, entry: Entry])[];
}

/** Slots of the filter of character pairs; more than there are words, so that few pairs fall on a taken slot by chance. */
const slots = 1 << 18;

const slotOf = (first: number, second: number) =>
  (Math.imul(first, 0x9e3b) ^ Math.imul(second, 0x85eb)) & (slots - 1);

/** Makes an index of words. A word of one character is found, too, where no longer one begins. */
export function createWordIndex<Entry>(
  entries: Iterable<readonly [word: string, entry: Entry]>,
): WordIndex<Entry> {
  const pairs = new Map<number, (readonly [string, Entry])[]>();
  const singles = new Map<number, Entry>();
  const filter = new Uint8Array(slots);
  const isSingle = new Uint8Array(65_536);
  for (const item of entries) {
    const [word, entry] = item;
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      singles.set(first, entry);
      isSingle[first] = 1;
      continue;
    }
    const second = word.charCodeAt(1);
    filter[slotOf(first, second)] = 1;
    const key = first * 65_536 + second;
    const bucket = pairs.get(key);
    if (bucket === undefined) pairs.set(key, [item]);
    else bucket.push(item);
  }
  const buckets = new Map<number, Bucket<Entry>>();
  for (const [key, words] of pairs)
    buckets.set(key, { words: words.sort(([one], [other]) => other.length - one.length) });
  return {
    longestAt(text, at) {
      const first = text.charCodeAt(at);
      const second = text.charCodeAt(at + 1);
      if (filter[slotOf(first, second)] === 1) {
        const found = buckets.get(first * 65_536 + second)?.words.find(([word]) => text.startsWith(word, at));
        if (found !== undefined) return found[1];
      }
      return isSingle[first] === 1 ? singles.get(first) : undefined;
    },
  };
}
