import { tidy } from './rich-text.js';

const shortest = 2;
/** So many characters of three bytes fit into a button's callback data. */
const longest = 20;

/** Words as a keyword or muted word; undefined where they are too short or too long to be one: 2 to 20 characters. */
export function keywordIn(words: string): string | undefined {
  const keyword = tidy(words, longest + 1);
  return [...keyword].length < shortest || keyword.length > longest ? undefined : keyword;
}
