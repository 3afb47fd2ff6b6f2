import { readEndByline } from '../bylines/end-byline.js';
import type { Line } from '../lines/line.js';
import { goesOn } from './goes-on.js';
import type { Unit } from './unit.js';
import type { Wrapping } from './wrapping.js';

const levels: Readonly<Record<Line['mark'], number>> = {
  heading: 0,
  bold: 7,
  centred: 8,
  plain: 9,
  quote: 9,
  row: 9,
  image: 9,
  rule: 9,
  blank: 9,
};

function unitOf(line: Line, text: string): Unit {
  const kind =
    line.mark === 'row' ? 'row' : line.mark === 'plain' || line.mark === 'quote' ? 'text' : 'heading';
  const level = line.level > 0 ? line.level : levels[line.mark];
  const { number, boldLead, isIndented, mark } = line;
  return { kind, text, line: number, level, boldLead, isIndented, isQuote: mark === 'quote' };
}

function imageUnit(line: Line): Unit {
  const { number } = line;
  return {
    kind: 'image',
    text: '',
    line: number,
    level: 9,
    boldLead: '',
    isIndented: false,
    isQuote: false,
  };
}

/** Whether the lines so far end with a byline, and the story with it. */
function hasByline(texts: readonly string[]): boolean {
  return /[)）]$/u.test(texts.at(-1) ?? '') && readEndByline(texts.slice(-3).join('')) !== undefined;
}

/** Takes the lines of a page one after another and makes units of them. */
export interface UnitCollector {
  readonly units: readonly Unit[];
  /** A line of text or a title: a plain one may go on with the paragraph that is open. */
  add(line: Line): void;
  addImage(line: Line): void;
  /** What no story has stands here: no paragraph runs across it. A number or a rule sets the next unit apart. */
  interrupt(apart: Unit['apart']): void;
  /** The page ends. */
  close(): void;
}

/** A paragraph whose lines are still being read. */
interface Open {
  readonly first: Line;
  last: Line;
  readonly texts: string[];
}

/** Makes a collector for a page that is wrapped so. */
export function createUnitCollector(wrapping: Wrapping): UnitCollector {
  const units: Unit[] = [];
  let open: Open | undefined;
  let apart: Unit['apart'];
  const push = (line: Line, text: string) => {
    units.push({ ...unitOf(line, text), ...(apart === undefined ? {} : { apart }) });
    apart = undefined;
  };
  const close = () => {
    if (open !== undefined) push(open.first, open.texts.join(''));
    open = undefined;
  };
  const runsInto = ({ first, last, texts }: Open, line: Line) =>
    goesOn(first, last, line, wrapping) && !hasByline(texts);
  return {
    units,
    close,
    add(line) {
      if (line.mark === 'plain' && open !== undefined && runsInto(open, line)) {
        open.texts.push(line.text);
        open.last = line;
        return;
      }
      close();
      if (line.mark === 'plain') open = { first: line, last: line, texts: [line.text] };
      else push(line, line.text);
    },
    addImage(line) {
      close();
      units.push(imageUnit(line));
    },
    interrupt(by) {
      close();
      apart = by ?? apart;
    },
  };
}
