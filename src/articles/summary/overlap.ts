const word = /[\p{L}\p{N}]/u;

/** The characters of a text that carry meaning: letters and digits, no marks or spaces. */
export function lettersOf(text: string): string[] {
  return [...text].filter((character) => word.test(character));
}

/** The distinct pairs of neighbouring letters. */
export function pairsOf(text: string): Set<string> {
  const letters = lettersOf(text);
  const pairs = new Set<string>();
  for (let index = 1; index < letters.length; index++) pairs.add(`${letters[index - 1]}${letters[index]}`);
  return pairs;
}

/** Share of the pairs of `part` that are in `whole`, 0 to 1; 0 for a text without pairs. */
export function shareIn(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0;
  let common = 0;
  for (const pair of part) if (whole.has(pair)) common++;
  return common / part.size;
}
