const closers = /[”’』」）)》〉\]】\s]+$/u;
const terminal = /(?:[。！？!?…]|[.·]{3})$/u;

/** Whether a text ends where a sentence may end; quotation marks and brackets after the full stop count with it. */
export function endsSentence(text: string): boolean {
  const trimmed = text.trimEnd();
  if (terminal.test(trimmed.slice(-3))) return true;
  if (/[”』」）)]/u.test(trimmed.slice(-1))) return terminal.test(trimmed.slice(-12).replace(closers, ''));
  return false;
}

/** A text that begins with what no text can begin with: the end of the one before it. */
export function beginsInside(text: string): boolean {
  return /^[，。、；：！？,;:!?”’）)》〉」』】%％‰℃]/u.test(text);
}

/** Opens an item of a list: `——`, `●`, `·`, `一、`, `（二）`, `1.`, `①`, `一是`, `步骤1`, `问：`, `9:30 `. */
export function opensItem(text: string): boolean {
  return /^(?:——|—|–\s|-\s|·(?=\S)|[*•●▲■◆★◎○□▶►▪◇△※➤√✓✔✅☞☛→]|[ⅠⅡⅢⅣⅤⅥⅦⅧ][、.．]|步骤[一二三四五六\d]|[问答][:：]|\d{1,2}[:：]\d{2}\s|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,2}[，、]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．)）](?!\d)|[①-⑳])/u.test(
    text,
  );
}

const pairs: ReadonlyArray<readonly [open: string, close: string]> = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
  ['‘', '’'],
];

/** The mark that would close what the text leaves open; empty where nothing is open. */
export function openMark(text: string): string {
  if (!/[“《（(‘]/u.test(text)) return '';
  for (const [open, close] of pairs) if (text.lastIndexOf(open) > text.lastIndexOf(close)) return close;
  return '';
}

/** Whether the text closes the mark before it opens one of its own. */
export function closesFirst(text: string, close: string): boolean {
  const open = pairs.find((pair) => pair[1] === close)?.[0] ?? '';
  const closeAt = text.indexOf(close);
  const openAt = text.indexOf(open);
  return closeAt >= 0 && (openAt < 0 || closeAt < openAt);
}

/** Whether a text is printed at least as wide as so many Han characters. */
export function isAsWideAs(text: string, width: number): boolean {
  return text.length >= 2 * width || (text.length >= width && printedWidth(text) >= width);
}

/** How wide a text is printed, in Han characters: Latin letters and digits count a half. */
export function printedWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < 0x2e80 ? 0.5 : 1;
  return width;
}
