/** What marks do in a sentence, as {@link markAt} gives it. Opening marks are 1 to 9, what closes them -1 to -9. */
export const mark = { end: 10, cut: 11, space: 12 } as const;

const openers = '“‘（(《「『【';
const closers = '”’）)》」』】';

const kinds = buildKinds();

function buildKinds(): Int8Array {
  const table = new Int8Array(65_536);
  const set = (characters: string, kind: (index: number) => number) => {
    for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = kind(index);
  };
  set(openers, (index) => index + 1);
  set(closers, (index) => -index - 1);
  set('。！？!?', () => mark.end);
  set('，；：,;:', () => mark.cut);
  set(
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
    () => mark.space,
  );
  return table;
}

/** The kind of the character at this place: of {@link mark}, one of a pair of brackets, or 0. */
export const markAt = (text: string, index: number): number => kinds[text.charCodeAt(index)] ?? 0;

/** A text without spaces at its ends. Most have none and are given back as they are. */
export function trimmed(text: string): string {
  const hasSpace = markAt(text, 0) === mark.space || markAt(text, text.length - 1) === mark.space;
  return hasSpace ? text.trim() : text;
}
