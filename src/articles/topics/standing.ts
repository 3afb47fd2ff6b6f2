import type { Where } from '../places/placed-text.js';

/** How much a word counts in a title; in a paragraph, 1. Headlines are short and figurative, the text says what it is about. */
const inTitle = 2;
/** What stands in quotation marks in a headline is mostly a figure of speech: trees with an “身份证”. */
const figurative = 0.4;
/** A word that only says where something happens. */
const asScene = 0.4;

const scene = /^(?:[里内旁边]|门[口前外]|隔壁|附近|对面|后[面墙]|[上前口]的|脚下|楼下|外(?![卖出地]))/u;
const sceneStarts = new Set('里内旁边门隔附对后上前口脚楼外');
/** Characters that the pattern looks at. */
const longest = 2;

/** How much a word from `start` to `end` counts for where it stands: in a title, in quotation marks, before 里 or 门口. */
export function standingFactor(text: string, where: Where, start: number, end: number): number {
  const factor = isScene(text, end) ? asScene : 1;
  if (where === 'first' || where === 'text') return factor;
  return factor * (where === 'headline' && isQuoted(text, start) ? inTitle * figurative : inTitle);
}

/** Whether what follows makes the word a mere place: no doctor need act in 医院门口, no judge in 法庭里. */
function isScene(text: string, end: number): boolean {
  return sceneStarts.has(text.charAt(end)) && scene.test(text.slice(end, end + longest));
}

/** Whether a place of a title stands in quotation marks. */
function isQuoted(title: string, at: number): boolean {
  const open = title.lastIndexOf('“', at);
  return open >= 0 && !title.slice(open, at).includes('”');
}
