/** Finds the words of a list in text. */
export interface WordIndex<Entry> {
  /** The next place, from the given one on, where a word may begin; the text's length where there is none. */
  nextStart(text: string, from: number): number;
  /** The entry of the longest word that begins at this place of the text. */
  longestAt(text: string, at: number): Entry | undefined;
}

/** What the characters read so far may be the beginning of. */
interface Stem<Entry> {
  /** Where they are a word. */
  entry: Entry | undefined;
  /** What they are with one character more; most words are no beginning of others. */
  next: Map<number, Stem<Entry>> | undefined;
}

/** Slots of the filter of character pairs: ten times as many as there are pairs with which words begin. */
const slots = 1 << 16;

const slotOf = (first: number, second: number) =>
  (Math.imul(first, 0x9e3b) ^ Math.imul(second, 0x85eb)) & (slots - 1);

/** The pair as a whole number of 32 bits: a map finds those much sooner than other numbers. */
const pairKey = (first: number, second: number) => (first << 16) | second;

/** What a character may be: the first of a longer word, a word by itself. */
const [opensPair, isWord] = [1, 2];

/**
 * Makes an index of words. A look at two characters tells nearly all places of a text that no word begins there. A word of
 * one character is found, too, where no longer one begins.
 */
export function createWordIndex<Entry>(
  entries: Iterable<readonly [word: string, entry: Entry]>,
): WordIndex<Entry> {
  const singles = new Map<number, Entry>();
  const pairs = new Map<number, Stem<Entry>>();
  const roles = new Uint8Array(65_536);
  const mayBePair = new Uint8Array(slots);
  for (const [word, entry] of entries) {
    const first = word.charCodeAt(0);
    roles[first] = (roles[first] ?? 0) | (word.length === 1 ? isWord : opensPair);
    if (word.length === 1) singles.set(first, entry);
    else {
      const second = word.charCodeAt(1);
      mayBePair[slotOf(first, second)] = 1;
      addWord(stemAt(pairs, pairKey(first, second)), word, entry);
    }
  }
  return {
    nextStart(text, from) {
      let first = text.charCodeAt(from);
      for (let at = from; at < text.length; at++) {
        const second = text.charCodeAt(at + 1);
        const role = roles[first] ?? 0;
        if (role >= isWord || (role !== 0 && mayBePair[slotOf(first, second)] === 1)) return at;
        first = second;
      }
      return text.length;
    },
    longestAt(text, at) {
      const first = text.charCodeAt(at);
      let longest = singles.get(first);
      let stem = pairs.get(pairKey(first, text.charCodeAt(at + 1)));
      for (let end = at + 2; stem !== undefined; end++) {
        longest = stem.entry ?? longest;
        stem = stem.next?.get(text.charCodeAt(end));
      }
      return longest;
    },
  };
}

/** Adds a word to the stem of its first two characters. */
function addWord<Entry>(pair: Stem<Entry>, word: string, entry: Entry): void {
  let stem = pair;
  for (let at = 2; at < word.length; at++) {
    stem.next ??= new Map();
    stem = stemAt(stem.next, word.charCodeAt(at));
  }
  stem.entry = entry;
}

function stemAt<Entry>(stems: Map<number, Stem<Entry>>, key: number): Stem<Entry> {
  const known = stems.get(key);
  if (known !== undefined) return known;
  const stem: Stem<Entry> = { entry: undefined, next: undefined };
  stems.set(key, stem);
  return stem;
}
