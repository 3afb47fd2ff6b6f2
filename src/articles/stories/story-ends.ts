import { readEndByline } from '../bylines/end-byline.js';
import { readOwnLine } from '../bylines/own-line.js';
import { isSlogan } from '../furniture/furniture.js';
import { endsSentence } from '../paragraphs/sentence-ends.js';
import { trimTails } from '../paragraphs/tails.js';
import type { Unit } from '../paragraphs/unit.js';
import { isNote } from './title-like.js';

const pageEnd = /(?:下转|下接).{1,6}版?[)）]?$/u;

/** Whether a story cannot go on behind the unit: it is the page's head, a slogan, a byline, a table's note, or says where the story goes on. */
export function hasClosed(unit: Unit | undefined): boolean {
  if (unit === undefined || pageEnd.test(unit.text) || isNote(unit.text)) return true;
  const { text } = trimTails(unit.text);
  return isSlogan(text) || readEndByline(text) !== undefined || readOwnLine(text) !== undefined;
}

/** Whether a byline below the unit closes its story, rather than opening the text under a title. */
export function endsStory(unit: Unit | undefined): boolean {
  return unit?.kind === 'text' && endsSentence(unit.text);
}
