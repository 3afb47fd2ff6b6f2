import { readEndByline } from './end-byline.js';
import { readOwnLine } from './own-line.js';
import { nobody, type People } from './people.js';

/** A caption taken apart. */
export interface CaptionCredit {
  /** What the picture shows, without who made it. */
  readonly text: string;
  readonly people: People;
  /** A reporter is named as in the byline's `A/文 B/图`, which is the story's: `… 记者 B 图`; `摄` is the picture's alone. */
  readonly isOfStory: boolean;
}

const ofStory = /记者.*(?<!供)图[）)]?$/u;
const credit = /(?<=[。！”）)\s]|^)\s*[（(]?([^。！”（(]{2,30}(?:摄影?|供图|图))\s*[）)]?$/u;

/** Reads who made a picture from its caption: `… 记者 A 图`, `图为大棚。(A B)`; nobody where it does not say. */
export function readCaptionCredit(caption: string): CaptionCredit {
  const found = /[摄影图]\s*[）)]?$/u.test(caption) ? credit.exec(caption) : null;
  const made = found?.[1] === undefined ? undefined : readOwnLine(found[1]);
  if (found !== null && made?.hasRole === true)
    return { text: caption.slice(0, found.index).trim(), people: made, isOfStory: ofStory.test(found[0]) };
  const end = readEndByline(caption);
  if (end === undefined) return { text: caption, people: nobody, isOfStory: false };
  return { text: caption.slice(0, end.keep), people: end, isOfStory: ofStory.test(caption.slice(end.keep)) };
}
