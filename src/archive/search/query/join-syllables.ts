import { syllableCuts } from '../sounds.js';
import { isLetters } from '../tokens.js';

/** Whether letters are pinyin of one syllable. */
export function isSyllable(part: string): boolean {
  return isLetters(part) && syllableCuts(part).some((cut) => cut.length === 1);
}

/** Whether letters can be pinyin. */
export function isPinyin(part: string): boolean {
  return isLetters(part) && syllableCuts(part).length > 0;
}

/** Pinyin typed a syllable at a time (`xiao fang`) becomes one part; words of several syllables stay apart. */
export const joinSyllables = (parts: readonly string[]) => joinNeighbours(parts, isSyllable);

/** All pinyin beside each other becomes one part: `zhongguo tiyu dai` was cut by words. */
export const joinPinyin = (parts: readonly string[]) => joinNeighbours(parts, isPinyin);

/** Longer than any piece of a headline that somebody spells out. */
const longestJoined = 60;

function joinNeighbours(parts: readonly string[], isJoined: (part: string) => boolean): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    const is = isJoined(part);
    const before = is && isOpen ? (joined.at(-1) ?? '') : '';
    if (before !== '' && before.length + part.length <= longestJoined)
      joined[joined.length - 1] = before + part;
    else joined.push(part);
    isOpen = is;
  }
  return joined;
}
