import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { endsSentence } from '../paragraphs/sentence-ends.js';
import { trimTails } from '../paragraphs/tails.js';
import { isForeword } from './foreword.js';
import type { Placed } from './placed.js';

/** What the text under a title says about where stories begin and end. */
export interface Evidence {
  readonly hasHeadByline: boolean;
  readonly hasEndByline: boolean;
  /** Its last sentence is whole, or said to go on elsewhere. */
  readonly endsWhole: boolean;
  /** Ends with 下转: the story goes on on another page. */
  readonly continuesOn: boolean;
  /** Opens with 上接: the rest of a story that began on another page. */
  readonly continuesFrom: boolean;
  /** The first characters behind foreword and byline. */
  readonly lead: string;
  /** Characters of text and bylines. */
  readonly length: number;
}

/** As much of a text as its lead is looked for in. */
const leadLength = 80;

/** Gathers the evidence of a segment's body. */
export function evidenceOf(body: readonly Placed[]): Evidence {
  const content = body.filter(({ role }) => role === 'text' || role === 'byline');
  const firstText =
    content.find(({ role, unit }) => role === 'text' && !isForeword(unit.text))?.unit.text ?? '';
  const last = content.at(-1);
  const trimmed = trimTails(last?.unit.text ?? '');
  const lastIsByline = last?.role === 'byline' && content.length > 1;
  const head = readHeadByline(firstText);
  const leadAt = head?.length ?? 0;
  return {
    hasHeadByline: content[0]?.role === 'byline' || head !== undefined,
    hasEndByline: lastIsByline || (last !== undefined && readEndByline(trimmed.text) !== undefined),
    endsWhole: last === undefined || lastIsByline || endsSentence(trimmed.text) || trimmed.continuesOn !== '',
    continuesOn: trimmed.continuesOn !== '',
    continuesFrom: trimTails(firstText).continuesFrom !== '',
    lead: firstText.slice(leadAt, leadAt + leadLength),
    length: content.reduce((sum, { unit }) => sum + unit.text.length, 0),
  };
}
