import { contentsOf } from '../furniture/contents.js';
import { dailyFiguresOf } from '../furniture/daily-figures.js';
import { isEditorial } from '../furniture/editorial.js';
import { isFolio, isFurniture, isHeaderLine, isOrdinal } from '../furniture/furniture.js';
import { mastheadsOf } from '../furniture/mastheads.js';
import { type ServiceLines, serviceLinesOf } from '../furniture/service-lines.js';
import type { Line } from '../lines/line.js';
import { mendBylines, readLetters } from './mend-units.js';
import { endsSentence, isAsWideAs } from './sentence-ends.js';
import type { PageUnits, Unit } from './unit.js';
import { createUnitCollector } from './unit-collector.js';
import { wrappingOf } from './wrapping.js';

/** A marked line is furniture on narrower grounds: a headline may speak of telephones, a table of days. */
function isPagePart(line: Line, services: ServiceLines): boolean {
  if (services.ofStories.has(line)) return false;
  if (services.ofPage.has(line)) return true;
  if (line.mark === 'row') return /日\s*(?:星期|周)/u.test(line.text) && isHeaderLine(line.text);
  if (line.mark === 'plain' || line.mark === 'centred') return isFurniture(line.text);
  if (line.mark !== 'heading' && line.mark !== 'bold') return false;
  const isContact = /^[^:：]{1,8}[:：].*(?:\d{5}|@)/u.test(line.text) && isFurniture(line.text);
  return isContact || isFolio(line.text) || isHeaderLine(line.text);
}

/** Paragraphs of the page begin with a gap: most units do that stand where a paragraph may begin. */
function usesIndents(units: readonly Unit[]): boolean {
  let starts = 0;
  let indented = 0;
  units.forEach((unit, at) => {
    const previous = units[at - 1];
    if (unit.kind !== 'text' || !isAsWideAs(unit.text, 16)) return;
    if (previous?.kind === 'text' && !endsSentence(previous.text)) return;
    starts += 1;
    if (unit.isIndented) indented += 1;
  });
  return indented >= 3 && indented >= starts * 0.7;
}

/** How a line that is no story's sets the next unit apart. */
function apartBy({ mark, text }: Line): Unit['apart'] {
  if (mark === 'rule') return 'rule';
  return isOrdinal(text) ? 'number' : undefined;
}

/** Puts the lines of a page into units; sets furniture aside; joins the lines of a hard-wrapped paragraph. */
export function readUnits(lines: readonly Line[]): PageUnits {
  const wrapping = wrappingOf(lines);
  const ofPage = new Set([...mastheadsOf(lines), ...contentsOf(lines), ...dailyFiguresOf(lines)]);
  const services = serviceLinesOf(lines);
  const furniture: string[] = [];
  const { units, add, addImage, interrupt, close } = createUnitCollector(wrapping);
  for (const line of lines) {
    if (line.hasImage) addImage(line);
    if (line.mark === 'blank' && wrapping.hasIdleBlanks) continue;
    if (line.text === '' || ofPage.has(line) || isPagePart(line, services)) {
      interrupt(apartBy(line));
      if (line.text !== '') furniture.push(line.text);
    } else add(line);
  }
  close();
  const ofStories = units.filter(({ text }) => !isEditorial(text));
  return {
    units: mendBylines(readLetters(ofStories)),
    furniture,
    hasIndents: usesIndents(units),
    wrapWidth: wrapping.width,
  };
}
