import { readEntities } from './entities.js';
import { readFormulas } from './formulas.js';

/** Zero-width characters, soft hyphen, byte order mark, directional marks, and control characters but the tab. */
const invisible = /(?!\t)\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu;
/** Spaces that are not a plain or a full-width one. */
const oddSpaces = /(?![ \u3000])[\t\p{Zs}]/gu;
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff20]/gu;
/** Radicals and compatibility forms that some PDF fonts give instead of the character itself. */
const compatible = /[\u2e80-\u2fd5\uf900-\ufaff]/gu;
const suspects =
  /[^\n\u0020-\u007e\u3000-\u3011\u4e00-\u9fff\uff01\uff08-\uff0c\uff1a\uff1b\uff1f\u2014\u2018-\u201d\u2026\u00b7]/u;

/** A full-width Latin letter, digit or one of ％＋＠ as its plain form. */
function toHalfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** `１２．５` has its full stop made plain as well. */
const wideDecimal = /(?<=\d)\uff0e(?=\d)/gu;

/**
 * Makes the characters of a line what their writer meant: no invisible characters, plain spaces (the full-width
 * space stays, it marks paragraphs), plain letters and digits, no entities and no formula markup.
 */
export function foldCharacters(line: string): string {
  let folded = line;
  if (suspects.test(folded)) {
    folded = folded
      .replace(invisible, '')
      .replace(oddSpaces, ' ')
      .replace(compatible, (character) => character.normalize('NFKC'))
      .replace(fullWidth, toHalfWidth)
      .replace(wideDecimal, '.');
  }
  if (folded.includes('&')) folded = readEntities(folded);
  if (folded.includes('$') || folded.includes('\\')) folded = readFormulas(folded);
  return folded;
}

/** The text in lines, whatever ended them; a byte order mark is gone. */
export function splitLines(text: string): readonly string[] {
  return text.replace(/^\ufeff/u, '').split(/\r\n|[\n\r\f\u0085\u2028\u2029]/u);
}
