import { classOfTyped, readingsOf, soundClassOf, syllableOf } from '../sounds.js';
import { costs, type Match } from './match.js';

/** Finds typed pinyin, `xiaofang`; the last syllable may be unfinished. Near sounds (zong for zhong) cost more. */
export function matchPinyin(letters: string, text: string): Match | undefined {
  let best: Match | undefined;
  for (let from = 0; from < text.length; from++) {
    const found = readOn(letters, 0, text, from, costs.pinyin);
    if (found !== undefined && (best === undefined || found.cost < best.cost)) best = { ...found, from };
  }
  return best;
}

/** The cheapest way to read on from here; a recursion no deeper than the characters read. */
function readOn(
  letters: string,
  done: number,
  text: string,
  at: number,
  cost: number,
): { readonly to: number; readonly cost: number } | undefined {
  if (done === letters.length) return { to: at, cost };
  if (at >= text.length) return undefined;
  let best: { readonly to: number; readonly cost: number } | undefined;
  for (const reading of readingsOf(text.charCodeAt(at)))
    for (const [length, extra] of stepsOf(letters, done, reading)) {
      const found = readOn(letters, done + length, text, at + 1, cost + extra);
      if (found !== undefined && (best === undefined || found.cost < best.cost)) best = found;
    }
  return best;
}

const longestSyllable = 6;

/** How many of the letters this reading can take, and what that costs. */
function stepsOf(letters: string, done: number, reading: number): [length: number, cost: number][] {
  const syllable = syllableOf(reading);
  if (letters.startsWith(syllable, done)) return [[syllable.length, 0]];
  const left = letters.length - done;
  // Unfinished at the end, and never the whole of it.
  if (done > 0 && left < syllable.length && syllable.startsWith(letters.slice(done))) return [[left, 1]];
  const steps: [number, number][] = [];
  for (let length = 1; length <= Math.min(longestSyllable, left); length++)
    if (classOfTyped(letters.slice(done, done + length)) === soundClassOf(reading))
      steps.push([length, costs.eachNear]);
  return steps;
}

/** Finds initials, `zzdt`: one letter a character. */
export function matchInitials(letters: string, text: string): Match | undefined {
  for (let from = 0; from + letters.length <= text.length; from++) {
    let at = 0;
    while (at < letters.length && isInitial(letters.charCodeAt(at), text.charCodeAt(from + at))) at++;
    if (at === letters.length) return { from, to: from + at, cost: costs.initials };
  }
  return undefined;
}

function isInitial(letter: number, code: number): boolean {
  return code === letter || readingsOf(code).some((reading) => syllableOf(reading).charCodeAt(0) === letter);
}
