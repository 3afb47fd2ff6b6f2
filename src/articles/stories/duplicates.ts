import type { Story } from './story.js';

const letters = (text: string) => text.replace(/[^\u4e00-\u9fffA-Za-z\d]/gu, '');

/** Stories without those printed twice, and the twice printed with the line of the one that stays. */
export interface Folded {
  readonly stories: readonly Story[];
  readonly duplicates: ReadonlyArray<{ readonly story: Story; readonly sameAsLine: number }>;
}

/** Whether one text is the other's, or the beginning of it. */
function isSameText(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 60);
  return length >= 12 && one.slice(0, length) === other.slice(0, length);
}

/** Folds stories that stand on the page twice: the same text, or the same headline over the same beginning. The longer stays. */
export function foldDuplicates(stories: readonly Story[]): Folded {
  const byText = new Map<string, number>();
  const kept: Story[] = [];
  const duplicates: { story: Story; sameAsLine: number }[] = [];
  for (const story of stories) {
    const text = letters(story.paragraphs.join(''));
    const start = text.slice(0, 40);
    const at = start.length < 12 ? undefined : byText.get(start);
    const first = at === undefined ? undefined : kept[at];
    if (at === undefined || first === undefined || !isSameText(letters(first.paragraphs.join('')), text)) {
      if (start.length >= 12) byText.set(start, kept.length);
      kept.push(story);
      continue;
    }
    const isLonger = story.paragraphs.join('').length > first.paragraphs.join('').length;
    duplicates.push({ story: isLonger ? first : story, sameAsLine: isLonger ? story.line : first.line });
    if (isLonger) kept[at] = story;
  }
  return { stories: kept, duplicates };
}
