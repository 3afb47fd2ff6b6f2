import { syllableCuts } from '../sounds.js';
import { isLetters } from '../tokens.js';

/** Whether letters are pinyin of one syllable only. */
function isSyllable(part: string): boolean {
  return isLetters(part) && syllableCuts(part).some((cut) => cut.length === 1);
}

/** Pinyin typed a syllable at a time (`xiao fang`) becomes one part; words of several syllables stay apart. */
export function joinSyllables(parts: readonly string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    const is = isSyllable(part);
    if (is && isOpen) joined.push(`${joined.pop() ?? ''}${part}`);
    else joined.push(part);
    isOpen = is;
  }
  return joined;
}
