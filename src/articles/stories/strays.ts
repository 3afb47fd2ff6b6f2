import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { beginsInside, endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import { trimTails } from '../paragraphs/tails.js';
import type { Placed } from './placed.js';
import type { Segment } from './segment.js';

const isText = ({ role, unit }: Placed) => role === 'text' && unit.kind === 'text';

/** Whether the page cut a body off in the middle of a sentence, without a word of where it goes on. */
function breaksOff(body: readonly Placed[]): boolean {
  const last = body.filter(({ role }) => role === 'text' || role === 'byline').at(-1);
  if (last === undefined || !isText(last) || printedWidth(last.unit.text) < 12) return false;
  const { text, continuesOn } = trimTails(last.unit.text);
  return continuesOn === '' && /[\u4e00-\u9fff，、]$/u.test(text) && readEndByline(text) === undefined;
}

/** Where text stands that can only go on with a sentence that another column began; -1 where none does. */
function strayAt(body: readonly Placed[]): number {
  return body.findIndex((item, at) => {
    if (!isText(item) || !beginsInside(item.unit.text)) return false;
    const before = body.slice(0, at).findLast(isText);
    return before === undefined || endsSentence(before.unit.text);
  });
}

/**
 * Gives stories back what the page printed below another story's headline: the rest of a sentence that broke off before it,
 * up to that story's own beginning (its byline) or, where the rest comes last, up to the next headline.
 */
export function returnStrays(segments: readonly Segment[]): readonly Segment[] {
  const mended: Segment[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at];
    const before = mended.at(-1);
    if (segment === undefined) continue;
    if (before === undefined || segment.titles.length === 0 || !breaksOff(before.body)) {
      mended.push(segment);
      continue;
    }
    const next = segments[at + 1];
    const first = segment.body.find(isText)?.unit.text ?? '';
    const nextFirst = next?.titles.length === 0 ? (next.body.find(isText)?.unit.text ?? '') : '';
    const giveBack = (items: readonly Placed[]) => {
      mended[mended.length - 1] = { ...before, body: [...before.body, ...items] };
    };
    const stray = strayAt(segment.body);
    if (
      next !== undefined &&
      first !== '' &&
      readHeadByline(first) === undefined &&
      readHeadByline(nextFirst) !== undefined
    ) {
      giveBack(segment.body);
      mended.push({ titles: segment.titles, body: next.body });
      at += 1;
    } else if (stray >= 0) {
      const end = first === segment.body[stray]?.unit.text ? stray + 1 : segment.body.length;
      giveBack(segment.body.slice(stray, end));
      mended.push({ ...segment, body: [...segment.body.slice(0, stray), ...segment.body.slice(end)] });
    } else mended.push(segment);
  }
  return mended;
}
