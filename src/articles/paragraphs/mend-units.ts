import { isSalutation } from '../furniture/editorial.js';
import { isAsWideAs } from './sentence-ends.js';
import type { Unit } from './unit.js';

const openByline = /[(（](?=[^()（）]{0,20}(?:记\s?者|通\s?讯\s?员))[^()（）。]{2,60}$/u;

/** A byline that was cut inside its brackets is put together with the text that it opens or ends. */
export function mendBylines(units: readonly Unit[]): readonly Unit[] {
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
export function readLetters(units: readonly Unit[]): readonly Unit[] {
  return units.flatMap((unit, at) => {
    if (isSalutation(unit.text)) return [];
    const isTitle = unit.kind === 'text' && isSalutation(units[at + 1]?.text ?? '');
    if (!isTitle || isAsWideAs(unit.text, widestLetterTitle)) return [unit];
    return [{ ...unit, kind: 'heading' as const, level: 7, apart: 'item' as const }];
  });
}
