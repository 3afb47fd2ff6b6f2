import { traditionalPairs } from './data/traditional.js';

/** A text in the one form in which the index holds it and queries are matched against it. */
export interface Folded {
  /** Lower case, half width, simplified; nothing but letters, digits and single spaces between Latin words. */
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original that it came from. */
  readonly offsets: readonly number[];
}

const simplified = new Map<string, string>();

function simplify(character: string): string {
  if (simplified.size === 0)
    for (let at = 0; at < traditionalPairs.length; at += 2)
      simplified.set(traditionalPairs.charAt(at), traditionalPairs.charAt(at + 1));
  return simplified.get(character) ?? character;
}

/** Whether a UTF-16 unit is a Chinese character of the basic block. */
export function isHanCode(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether all of a folded part is Chinese characters. */
export function isHan(part: string): boolean {
  for (let at = 0; at < part.length; at++) if (!isHanCode(part.charCodeAt(at))) return false;
  return part !== '';
}

/** Whether a UTF-16 unit is a to z or a digit. */
export function isLatinCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** One character as the index holds it; empty for what does not count (punctuation, signs, other scripts' marks). */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1 && isHanCode(code)) return simplify(character);
  if (isLatinCode(code)) return character;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : '';
  const plain = character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  let text = '';
  for (const unit of plain) {
    // The range below U+0370 is kept free for the index's own marks; letters beyond the basic plane keep their halves.
    if (unit.charCodeAt(0) >= 0x80 && unit.charCodeAt(0) < 0x370) continue;
    text += unit.length === 1 && isHanCode(unit.charCodeAt(0)) ? simplify(unit) : unit;
  }
  return text;
}

/** Stands for punctuation between Latin words until those that were spelled out are joined: `2.3` is not `2 3`. */
const point = '\u0001';

function apart(before: string, character: string): string {
  return before !== point && /\s/u.test(character) ? ' ' : point;
}

/** Folds a text, keeping where each character came from. */
export function fold(original: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let between = '';
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    if (folded === '') between = apart(between, character);
    for (let unit = 0; unit < folded.length; unit++) {
      const last = text.length - 1;
      if (between !== '' && isLatinCode(folded.charCodeAt(unit)) && isLatinCode(text.charCodeAt(last))) {
        text += between;
        offsets.push(at);
      }
      between = '';
      text += folded.charAt(unit);
      offsets.push(at);
    }
    at += character.length;
  }
  return joinSpelled(text, offsets);
}

/** The folded text alone. Thousands of headlines are folded for a query: what each character becomes is remembered. */
export function foldText(original: string): string {
  let text = '';
  let last = 0;
  let between = '';
  for (let at = 0; at < original.length; at++) {
    const code = original.charCodeAt(at);
    const folded = becomes[code] ?? unknown;
    // Rare characters, and those that become several.
    if (folded === unknown && !remember(code)) return fold(original).text;
    const now = becomes[code] ?? 0;
    if (now === 0) between = apart(between, original.charAt(at));
    else {
      if (between !== '' && isLatinCode(now) && isLatinCode(last)) text += between;
      between = '';
      text += String.fromCharCode(now);
      last = now;
    }
  }
  return joinSpelled(text, []).text;
}

const unknown = 0xffff;
/** What each UTF-16 unit becomes: 0 nothing, 0xffff not known yet. */
const becomes = new Uint16Array(0x10000).fill(unknown);

/** Finds out what a unit becomes; false for one that has no single answer. */
function remember(code: number): boolean {
  if (code >= 0xd800 && code <= 0xdfff) return false;
  const folded = foldCharacter(String.fromCharCode(code));
  if (folded.length > 1) return false;
  becomes[code] = folded === '' ? 0 : folded.charCodeAt(0);
  return true;
}

const spelledOut = /(?<![a-z0-9])[a-z0-9](?: [a-z0-9](?![a-z0-9]))+/g;

/** Words that a parser spelled out (`5 G`, `A n n`) become words again. */
function joinSpelled(text: string, offsets: readonly number[]): Folded {
  if (!text.includes(' ') && !text.includes(point)) return { text, offsets };
  const dropped = new Set<number>();
  for (const { 0: run, index } of text.matchAll(spelledOut))
    for (let at = 0; at < run.length; at++) if (run[at] === ' ') dropped.add(index + at);
  if (dropped.size === 0) return { text: text.replaceAll(point, ' '), offsets };
  return {
    text: keep(text, dropped).replaceAll(point, ' '),
    offsets: offsets.filter((_, at) => !dropped.has(at)),
  };
}

function keep(text: string, dropped: ReadonlySet<number>): string {
  let kept = '';
  for (let at = 0; at < text.length; at++) if (!dropped.has(at)) kept += text.charAt(at);
  return kept;
}
