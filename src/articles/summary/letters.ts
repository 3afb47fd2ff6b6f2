const hanStart = 0x4e00;
const hanEnd = 0x9fff;

/** Numbers of Han characters, ASCII letters and digits, from 1; 0 for all other characters. */
const numbers = buildNumbers();

/** More than the highest {@link letterAt}. */
export const letterNumbers = hanEnd - hanStart + 130;

function buildNumbers(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let code = 0; code < 128; code++)
    if (/[0-9A-Za-z]/u.test(String.fromCharCode(code))) table[code] = code + 1;
  for (let code = hanStart; code <= hanEnd; code++) table[code] = code - hanStart + 129;
  return table;
}

/** Number of the letter at this place of a text; 0 for marks, spaces and letters of other scripts. */
export const letterAt = (text: string, index: number): number => numbers[text.charCodeAt(index)] ?? 0;

/** Whether a character code is that of a digit 0 to 9. */
export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

/** The place of the first digit in a stretch; -1 where it has none. */
export function firstDigit(text: string, from: number, to: number): number {
  for (let index = from; index < to; index++) if (isDigitCode(text.charCodeAt(index))) return index;
  return -1;
}
