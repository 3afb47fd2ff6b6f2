/** A word as a dictionary has it. */
export interface Word {
  readonly word: string;
  /** Part of speech by its first letter (n, v, a, r …), as the dictionary of jieba has it; empty for an unknown word. */
  readonly speech: string;
  /** log2 of the frequency; 0 for an unknown word. */
  readonly frequency: number;
}

/** Words of one length, packed: the words in order, and two letters for each that tell its kind. */
type Packed = readonly [words: string, kinds: string];

/**
 * Finds a word in packed lists, one for each length from 1 on, by halving: some 180,000 words stay the text that they came
 * as, where a map of them would take twenty megabytes and half a second of the event loop.
 */
export function lookUpWord(dictionary: readonly Packed[], word: string): Word | undefined {
  const [words, kinds] = dictionary[word.length - 1] ?? ['', ''];
  const size = word.length;
  let low = 0;
  let high = kinds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareAt(words, middle * size, word);
    if (order === 0)
      return {
        word,
        speech: kinds.charAt(2 * middle),
        frequency: kinds.charCodeAt(2 * middle + 1) - 'a'.charCodeAt(0),
      };
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

function compareAt(words: string, from: number, word: string): number {
  for (let at = 0; at < word.length; at++) {
    const difference = words.charCodeAt(from + at) - word.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return 0;
}
