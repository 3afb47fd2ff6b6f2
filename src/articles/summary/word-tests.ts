/** Tells something of a text. */
export type TextTest = (text: string) => boolean;

/** Makes a test whether a text begins with one of some words, given with spaces between them. */
export function beginsWithOne(words: string): TextTest {
  const byFirst = grouped(words, (word) => word.charCodeAt(0));
  return (text) => byFirst.get(text.charCodeAt(0))?.some((word) => text.startsWith(word)) ?? false;
}

/** Makes a test whether a text ends with one of some words, given with spaces between them. */
export function endsWithOne(words: string): TextTest {
  const byLast = grouped(words, (word) => word.charCodeAt(word.length - 1));
  return (text) => byLast.get(text.charCodeAt(text.length - 1))?.some((word) => text.endsWith(word)) ?? false;
}

function grouped(words: string, keyOf: (word: string) => number): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words.split(' ')) {
    const key = keyOf(word);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return groups;
}
