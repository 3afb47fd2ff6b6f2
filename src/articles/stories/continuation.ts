import { joinsOn } from '../paragraphs/joins-on.js';
import type { Story } from './story.js';

const letters = (text: string) => text.replace(/[^\u4e00-\u9fffA-Za-z\d]/gu, '');

/** Whether two headlines may be of one story: the same, or one the shortened form of the other. */
function isSameHeadline(one: string, other: string): boolean {
  const [first, second] = [letters(one), letters(other)];
  if (first === '' || second === '') return false;
  return first.includes(second) || second.includes(first);
}

function joinStories(first: Story, second: Story): Story {
  const tail = first.paragraphs.at(-1) ?? '';
  const [head = '', ...rest] = second.paragraphs;
  const piece = (text: string) => ({ text, isIndented: false, isQuote: false, kind: 'text' as const });
  const isOne = tail !== '' && head !== '' && joinsOn(piece(tail), piece(head), false);
  const paragraphs = isOne
    ? [...first.paragraphs.slice(0, -1), tail + head, ...rest]
    : [...first.paragraphs, ...second.paragraphs];
  const lines = isOne ? [...first.lines, ...second.lines.slice(1)] : [...first.lines, ...second.lines];
  const shift = paragraphs.length - second.paragraphs.length;
  const sections = second.sections.map(({ heading, before }) => ({ heading, before: before + shift }));
  return {
    ...first,
    people: {
      reporters: [...new Set([...first.people.reporters, ...second.people.reporters])],
      correspondents: [...new Set([...first.people.correspondents, ...second.people.correspondents])],
      hasPhoto: first.people.hasPhoto || second.people.hasPhoto,
    },
    photo: first.photo || second.photo,
    paragraphs,
    lines,
    sections: [...first.sections, ...sections],
    continuesOn: second.continuesOn,
  };
}

/** A rest without a headline of its own, or one that shares two neighbouring characters with the story's. */
function mayBeRest(first: Story, rest: Story): boolean {
  const [one, other] = [letters(first.headline), letters(rest.headline)];
  return (
    other === '' || Array.from(other).some((_, at) => at > 0 && one.includes(other.slice(at - 1, at + 1)))
  );
}

/** Joins stories that say 下转 with those that say 上接 after them: by headline, or where only one of each is open. */
export function joinContinuations(stories: readonly Story[]): readonly Story[] {
  const joined: (Story | undefined)[] = [...stories];
  const openAt = () =>
    joined.flatMap((story, at) => (story !== undefined && story.continuesOn !== '' ? [at] : []));
  const rests = stories.filter(({ continuesFrom }) => continuesFrom !== '');
  if (rests.length === 0 || rests.length > 200) return stories;
  stories.forEach((rest, at) => {
    if (rest.continuesFrom === '') return;
    const open = openAt().filter((candidate) => candidate !== at);
    const named = open.find((candidate) => isSameHeadline(joined[candidate]?.headline ?? '', rest.headline));
    const only = open.length === 1 && rests.length === 1 ? open[0] : undefined;
    const isOnly = only !== undefined && only < at && mayBeRest(stories[only] ?? rest, rest);
    const target = named ?? (isOnly ? only : undefined);
    const first = target === undefined ? undefined : joined[target];
    if (target === undefined || first === undefined) return;
    joined[target] = joinStories(first, rest);
    joined[at] = undefined;
  });
  return joined.filter((story) => story !== undefined);
}
