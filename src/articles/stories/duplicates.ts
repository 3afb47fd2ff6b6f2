import type { Story } from './story.js';

const noLetters = /[^\u4e00-\u9fffA-Za-z\d]/gu;
/** Letters and digits by which a text is known again. */
const beginning = 60;
/** Characters that are looked at together. */
const stretch = 100;

/** The first letters and digits of a story's text. */
function beginningOf({ paragraphs }: Story): string {
  let letters = '';
  for (const paragraph of paragraphs)
    for (let from = 0; from < paragraph.length; from += stretch) {
      letters += paragraph.slice(from, from + stretch).replace(noLetters, '');
      if (letters.length >= beginning) return letters.slice(0, beginning);
    }
  return letters;
}

/** Stories without those printed twice, and the twice printed with the line of the one that stays. */
export interface Folded {
  readonly stories: readonly Story[];
  readonly duplicates: ReadonlyArray<{ readonly story: Story; readonly sameAsLine: number }>;
}

/** Whether one beginning is the other's, or the beginning of it. */
function isSameText(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return length >= 12 && one.slice(0, length) === other.slice(0, length);
}

/** Folds stories that stand on the page twice: the same text, or the same headline over the same beginning. The longer stays. */
export function foldDuplicates(stories: readonly Story[]): Folded {
  const byText = new Map<string, number>();
  const kept: Story[] = [];
  const duplicates: { story: Story; sameAsLine: number }[] = [];
  for (const story of stories) {
    const text = beginningOf(story);
    const start = text.slice(0, 40);
    const at = start.length < 12 ? undefined : byText.get(start);
    const first = at === undefined ? undefined : kept[at];
    if (at === undefined || first === undefined || !isSameText(beginningOf(first), text)) {
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
