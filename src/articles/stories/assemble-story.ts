import { readCaptionCredit } from '../bylines/caption-credit.js';
import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { readWrappedLine } from '../bylines/own-line.js';
import { nobody, type People } from '../bylines/people.js';
import { trimTails } from '../paragraphs/tails.js';
import type { Unit } from '../paragraphs/unit.js';
import { isForeword } from './foreword.js';
import { addParagraph, addPeople, addRow, type Growing, grown, startGrowing } from './growing-story.js';
import type { Placed } from './placed.js';
import type { RawStory, Story } from './story.js';

/** Who made a picture may sign the story with the others. */
function addCredit(story: Growing, caption: string): void {
  const { people, isOfStory } = readCaptionCredit(caption);
  if (isOfStory) addPeople(story, people);
}

/** A byline that says who they are may end any paragraph: the introduction, or one part of several hands'. */
const signs = /记者|通讯员/u;
/** Characters in which such a byline stands. */
const longestSignature = 90;

function addText(story: Growing, unit: Unit, isFirst: boolean, isLast: boolean, hasIndents: boolean): void {
  let text = unit.text;
  const trimmedFront = trimTails(text);
  if (isFirst) {
    text = trimmedFront.continuesFrom === '' ? text : trimmedFront.text;
    const head = readHeadByline(text);
    if (head !== undefined) {
      addPeople(story, head);
      story.agency ||= head.agency;
      story.dateline ||= head.dateline;
      text = text.slice(head.length);
    }
  }
  const trimmed = text === unit.text ? trimmedFront : trimTails(text);
  text = trimmed.text;
  story.photo ||= trimmed.hasPhoto;
  story.continuesOn = trimmed.continuesOn;
  if (trimmedFront.continuesFrom !== '') story.continuesFrom = trimmedFront.continuesFrom;
  const end = isLast || signs.test(text.slice(-longestSignature)) ? readEndByline(text) : undefined;
  if (end !== undefined && (isLast || signs.test(text.slice(end.keep)))) {
    addPeople(story, end);
    text = trimTails(text.slice(0, end.keep)).text;
  }
  if (text !== '') addParagraph(story, unit, text, hasIndents);
}

/** The text that may open with the byline: the first that is no foreword. */
function openingOf(texts: readonly Placed[]): Placed | undefined {
  return texts[isForeword(texts[0]?.unit.text ?? '') ? 1 : 0];
}

function addItem(
  story: Growing,
  body: readonly Placed[],
  at: number,
  texts: readonly Placed[],
  hasIndents: boolean,
): void {
  const item = body[at];
  if (item === undefined) return;
  const { unit, role } = item;
  const above = body[at - 1];
  switch (role) {
    case 'image':
      story.photo = true;
      return;
    case 'caption':
      story.photo = true;
      addCredit(story, unit.text);
      return;
    case 'title':
      story.sections.push({ heading: unit.text, before: story.paragraphs.length });
      story.last = undefined;
      return;
    case 'byline': {
      const people = readWrappedLine(unit.text, above?.role === 'byline' ? above.unit.text : undefined);
      if (people !== undefined) addPeople(story, people);
      return;
    }
    case 'text':
      if (unit.kind === 'row') addRow(story, unit);
      else addText(story, unit, item === openingOf(texts), item === texts.at(-1), hasIndents);
  }
}

const isNobody = ({ reporters, correspondents }: People) => reporters.length + correspondents.length === 0;

/** Who made the picture of a story that nobody else signs: its credit is at the story's end. */
function photographerOf(body: readonly Placed[]): People {
  const last = body.at(-1);
  return last?.role === 'caption' ? readCaptionCredit(last.unit.text).people : nobody;
}

/** A caption with no more characters tells nothing. */
const shortestCaption = 10;

/** Captions that a story is told by: one whose only text is its picture's. */
function addLongCaptions(story: Growing, body: readonly Placed[]): void {
  for (const { unit } of body.filter(({ role }) => role === 'caption')) {
    const { text, people } = readCaptionCredit(unit.text);
    addPeople(story, people);
    if (text.length > shortestCaption) addParagraph(story, unit, text, false);
  }
}

/** Makes a story's paragraphs, byline and marks of what was cut from the page. */
export function assembleStory(raw: RawStory, hasIndents: boolean): Story {
  const story = startGrowing();
  const { body } = raw;
  const texts = body.filter(({ role }) => role === 'text');
  for (let at = 0; at < body.length; at += 1) addItem(story, body, at, texts, hasIndents);
  if (isNobody(story.people)) addPeople(story, photographerOf(body));
  if (texts.length === 0) addLongCaptions(story, body);
  return grown(story, raw);
}
