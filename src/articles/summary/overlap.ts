const word = /[\p{L}\p{N}]/u;

/** The characters of a text that carry meaning: letters and digits, no marks or spaces. */
export function lettersOf(text: string): string[] {
  return [...text].filter((character) => word.test(character));
}

/** The pair that ends at `index`, as one number; undefined where either is no letter. */
export function pairAt(text: string, index: number): number | undefined {
  const first = text.charCodeAt(index - 1);
  const second = text.charCodeAt(index);
  return isLetterCode(first) && isLetterCode(second) ? first * 65_536 + second : undefined;
}

/** Han characters, ASCII letters and digits. */
function isLetterCode(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122)
  );
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
