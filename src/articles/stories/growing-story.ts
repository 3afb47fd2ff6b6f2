import { mergePeople, nobody, type People } from '../bylines/people.js';
import { joinsOn, type Piece } from '../paragraphs/joins-on.js';
import type { Unit } from '../paragraphs/unit.js';
import type { RawStory, Story } from './story.js';

/** A story to which text, people and marks are added in the order of the page. */
export interface Growing {
  people: People;
  agency: string;
  dateline: string;
  photo: boolean;
  continuesOn: string;
  continuesFrom: string;
  /** Each paragraph in the pieces that the page cut it into: joining them once keeps long ones cheap. */
  readonly paragraphs: string[][];
  /** End of the last paragraph. */
  tail: string;
  readonly lines: number[];
  readonly sections: { heading: string; before: number }[];
  /** The unit that the last paragraph ended with; undefined where nothing may be joined to it. */
  last: Unit | undefined;
}

/** Adds to those who sign the story. */
export function addPeople(story: Growing, people: People): void {
  const { reporters, correspondents, hasPhoto } = people;
  story.people = mergePeople(story.people, { reporters, correspondents, hasPhoto });
  story.photo ||= people.hasPhoto;
}

/** How much of a paragraph's end decides whether the next piece goes on with it. */
const tailLength = 400;

function pieceOf({ kind, isIndented, isQuote }: Unit, text: string): Piece {
  return { kind, isIndented, isQuote, text };
}

/** Adds text: as a paragraph, or to the last one where the page cut it in two. */
export function addParagraph(story: Growing, unit: Unit, text: string, hasIndents: boolean): void {
  const pieces = story.paragraphs.at(-1);
  const { last, tail } = story;
  const isRest = last !== undefined && joinsOn(pieceOf(last, tail), pieceOf(unit, text), hasIndents);
  if (pieces !== undefined && isRest) {
    pieces.push(text);
    story.tail = (tail + text).slice(-tailLength);
  } else {
    story.paragraphs.push([text]);
    story.lines.push(unit.line);
    story.tail = text.slice(-tailLength);
  }
  story.last = unit;
}

/** A table row as text: long cells are paragraphs, short ones stand in one line. */
function rowTexts(text: string): readonly string[] {
  const cells = text.split('\t');
  return cells.some((cell) => cell.length > 40) ? cells : [cells.join(' ')];
}

/** Adds a table's row; nothing is joined to it. */
export function addRow(story: Growing, unit: Unit): void {
  for (const text of rowTexts(unit.text)) {
    story.paragraphs.push([text]);
    story.lines.push(unit.line);
  }
  story.last = undefined;
}

/** A story of which nothing is read yet. */
export function startGrowing(): Growing {
  return {
    people: nobody,
    agency: '',
    dateline: '',
    photo: false,
    continuesOn: '',
    continuesFrom: '',
    paragraphs: [],
    tail: '',
    lines: [],
    sections: [],
    last: undefined,
  };
}

/** The story as it has grown, under its titles; headings without text below are dropped. */
export function grown(story: Growing, { headline, kicker, subheadline, line, isBrief }: RawStory): Story {
  const paragraphs = story.paragraphs.map((pieces) => pieces.join(''));
  const { people, agency, dateline, photo, lines, continuesOn, continuesFrom } = story;
  return {
    headline,
    kicker,
    subheadline,
    line,
    isBrief,
    people,
    agency,
    dateline,
    photo,
    paragraphs,
    lines,
    sections: story.sections.filter(({ before }) => before < paragraphs.length),
    continuesOn,
    continuesFrom,
  };
}
