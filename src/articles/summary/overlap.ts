const word = /[\p{L}\p{N}]/u;

/** The characters of a text that carry meaning: letters and digits, no marks or spaces. */
export function lettersOf(text: string): string[] {
  return [...text].filter((character) => word.test(character));
}

const hanStart = 0x4e00;
const hanEnd = 0x9fff;
/** One more than the highest number of a letter: Han characters come after the 128 of ASCII. */
const letters = hanEnd - hanStart + 129;

/** The pair that ends at `index`, as one small number; undefined where either is no letter. */
export function pairAt(text: string, index: number): number | undefined {
  const first = letterAt(text, index - 1);
  const second = letterAt(text, index);
  return first < 0 || second < 0 ? undefined : first * letters + second;
}

/** Number of a Han character, ASCII letter or digit; -1 for all else. */
function letterAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= hanStart && code <= hanEnd) return code - hanStart + 128;
  const isLetter = isDigitCode(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetter ? code : -1;
}

/** Whether a character code is that of a digit 0 to 9. */
export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

/** How often each pair of characters stands in the text; says how much a run of words is what the story is about. */
export type PairCounts = ReadonlyMap<number, number>;

const textLookedAt = 1500;

/** Counts the character pairs of the first 1500 characters of a story. */
export function pairCountsOf(paragraphs: readonly string[]): PairCounts {
  const counts = new Map<number, number>();
  let left = textLookedAt;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    const text = paragraph.slice(0, left);
    left -= text.length;
    for (let index = 1; index < text.length; index++) {
      const pair = pairAt(text, index);
      if (pair !== undefined) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

/** The distinct pairs of letters side by side. */
export function pairsOf(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 1; index < text.length; index++) {
    const pair = pairAt(text, index);
    if (pair !== undefined) pairs.add(pair);
  }
  return pairs;
}

/** Share of the pairs of `part` that are in `whole`, 0 to 1; 0 for a text without pairs. */
export function shareIn(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  if (part.size === 0) return 0;
  let common = 0;
  for (const pair of part) if (whole.has(pair)) common++;
  return common / part.size;
}
