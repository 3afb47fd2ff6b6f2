import { readEndByline } from '../bylines/end-byline.js';
import { contentsOf } from '../furniture/contents.js';
import { dailyFiguresOf } from '../furniture/daily-figures.js';
import { isEditorial, isSalutation } from '../furniture/editorial.js';
import { isFolio, isFurniture, isHeaderLine, isOrdinal } from '../furniture/furniture.js';
import { mastheadsOf } from '../furniture/mastheads.js';
import { type ServiceLines, serviceLinesOf } from '../furniture/service-lines.js';
import type { Line } from '../lines/line.js';
import { goesOn } from './goes-on.js';
import { endsSentence, isAsWideAs } from './sentence-ends.js';
import type { PageUnits, Unit } from './unit.js';
import { wrappingOf } from './wrapping.js';

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

const openByline = /[(（](?=[^()（）]{0,20}(?:记\s?者|通\s?讯\s?员))[^()（）。]{2,60}$/u;

/** A byline that was cut inside its brackets is put together with the text that it opens or ends. */
function mendBylines(units: readonly Unit[]): readonly Unit[] {
  const mended: Unit[] = [];
  for (const unit of units) {
    const before = mended.at(-1);
    const isRest =
      before?.kind === 'text' &&
      unit.kind === 'text' &&
      openByline.test(before.text.slice(-64)) &&
      /^[^()（）。]{0,40}[)）]/u.test(unit.text);
    if (before !== undefined && isRest)
      mended[mended.length - 1] = { ...before, text: before.text + unit.text };
    else mended.push(unit);
  }
  return mended;
}

/** No headline of a letter is wider. */
const widestLetterTitle = 30;

/** Letters to the paper without their salutation; the short line above one is the letter's headline. */
function readLetters(units: readonly Unit[]): readonly Unit[] {
  return units.flatMap((unit, at) => {
    if (isSalutation(unit.text)) return [];
    const isTitle = unit.kind === 'text' && isSalutation(units[at + 1]?.text ?? '');
    if (!isTitle || isAsWideAs(unit.text, widestLetterTitle)) return [unit];
    return [{ ...unit, kind: 'heading' as const, level: 7, apart: 'item' as const }];
  });
}

/** Whether the lines so far end with a byline, and the story with it. */
function hasByline(texts: readonly string[]): boolean {
  return /[)）]$/u.test(texts.at(-1) ?? '') && readEndByline(texts.slice(-3).join('')) !== undefined;
}

/** Puts the lines of a page into units; sets furniture aside; joins the lines of a hard-wrapped paragraph. */
export function readUnits(lines: readonly Line[]): PageUnits {
  const wrapping = wrappingOf(lines);
  const ofPage = new Set([...mastheadsOf(lines), ...contentsOf(lines), ...dailyFiguresOf(lines)]);
  const services = serviceLinesOf(lines);
  const units: Unit[] = [];
  const furniture: string[] = [];
  let open: { readonly first: Line; last: Line; readonly texts: string[] } | undefined;
  let apart: Unit['apart'];
  const push = (line: Line, text: string) => {
    units.push({ ...unitOf(line, text), ...(apart === undefined ? {} : { apart }) });
    apart = undefined;
  };
  const close = () => {
    if (open !== undefined) push(open.first, open.texts.join(''));
    open = undefined;
  };
  for (const line of lines) {
    if (line.hasImage) {
      close();
      units.push(imageUnit(line));
    }
    if (line.mark === 'blank' && wrapping.hasIdleBlanks) continue;
    if (line.text === '' || ofPage.has(line) || isPagePart(line, services)) {
      close();
      if (line.text !== '') furniture.push(line.text);
      if (line.mark === 'rule') apart = 'rule';
      else if (isOrdinal(line.text)) apart = 'number';
      continue;
    }
    if (line.mark !== 'plain') {
      close();
      push(line, line.text);
    } else if (
      open !== undefined &&
      goesOn(open.first, open.last, line, wrapping) &&
      !hasByline(open.texts)
    ) {
      open.texts.push(line.text);
      open.last = line;
    } else {
      close();
      open = { first: line, last: line, texts: [line.text] };
    }
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
