import { isSlogan } from '../furniture/furniture.js';
import type { Unit } from '../paragraphs/unit.js';
import { type Arrangement, arrangeTitles } from './arrange-titles.js';
import { isColumnName, isPlainColumnName } from './column-names.js';
import { isSectionLabel } from './section-labels.js';
import { cuesOf, dash, opener } from './title-cues.js';

/** The lines over a story, each in its place. */
export interface Titles {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  /** Line of the headline in the file. */
  readonly line: number;
  /** Level of the headline as marked. */
  readonly level: number;
  /** Lines of the run that are no part of them: other headlines whose text is missing. */
  readonly orphans: readonly Unit[];
}

function clean(text: string): string {
  return text
    .replace(opener, '')
    .replace(/^#+\s*/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Lines put together; behind a comma without a gap. */
const joined = (lines: readonly Unit[]) =>
  lines
    .map(({ text }) => clean(text).replace(dash, ''))
    .join(' ')
    .replace(/(?<=[，、]) /gu, '');

const alone: Arrangement = { headlineFrom: 0, headlineTo: 1 };

/** More lines do not stand over one story. */
const mostLines = 5;

/** Says which line over a story is headline, kicker, sub-headline. Column names and slogans are none. */
export function readTitles(titles: readonly Unit[]): Titles | undefined {
  const labelled = titles.findIndex(({ text }, index) => index > 0 && isSectionLabel(text));
  const over = labelled < 0 ? titles : titles.slice(0, labelled);
  const real = over.filter((unit, index) => {
    const isLast = index === over.length - 1;
    const isNamed = opener.test(unit.text) && !isPlainColumnName(unit.text);
    return isLast || isNamed || !(isColumnName(unit.text) || isSlogan(unit.text));
  });
  const lines = real.slice(-mostLines);
  if (lines.length === 0) return undefined;
  const { headlineFrom, headlineTo } = lines.length === 1 ? alone : arrangeTitles(lines.map(cuesOf));
  const headline = lines.slice(headlineFrom, headlineTo);
  const [first] = headline;
  if (first === undefined) return undefined;
  return {
    headline: joined(headline),
    kicker: joined(lines.slice(0, headlineFrom)).replace(/[:：]$|^【|】$/gu, ''),
    subheadline: joined(lines.slice(headlineTo)),
    line: first.line,
    level: Math.min(...headline.map(({ level }) => level)),
    orphans: real.slice(0, -mostLines),
  };
}

/** A place or column before a colon at the head of a headline is its kicker. */
export function splitKicker(titles: Titles, namesPlace: (text: string) => boolean): Titles {
  const found = /^(?:【([^【】]{2,10})】|([^：:丨｜|“”《》]{2,14})\s?[：:丨｜|])\s*(\S.*)$/u.exec(
    titles.headline,
  );
  const before = (found?.[1] ?? found?.[2] ?? '').trim();
  const headline = found?.[3];
  if (headline === undefined || !(namesPlace(before) || isColumnName(before))) return titles;
  const kicker = titles.kicker === '' ? before : `${titles.kicker} ${before}`;
  return { ...titles, headline, kicker };
}
