/** A line with its inline markup taken off. */
export interface PlainText {
  readonly text: string;
  readonly boldLead: string;
  readonly isAllBold: boolean;
  readonly hasImage: boolean;
}

const image = /!\[[^\][]{0,300}\]\([^()]{0,500}(?:\([^()]{0,200}\)[^()]{0,300})?\)/gu;
const link =
  /\[([^\][]{0,300})\]\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,300})?(?:\s+"[^"]{0,200}")?\)/gu;

/** A line that only says that a picture was here: `[图片]`, `==> picture [320 x 200] intentionally omitted <==`. */
const placeholder =
  /^\s*\*{0,2}(?:==> ?picture .{0,80}<==|[[【(（](?:图片|配图|插图|照片|image|picture|photo|figure|img)[\s:：#_-]?\d{0,4}[\]】)）])\*{0,2}\s*$/iu;

/** Bold words at the head of a line, with what opens it before them (a bullet, a number). */
const leadingBold =
  /^((?:[●▲■◆★◎○□▶►•▪◇△※\s]{0,4}|[-+*] {1,3}|\d{1,2}[.、)] ?))\*\*\s*([^*]{1,80}?)\s*\*\*\s*(?=\S)/u;
/** Words struck through stand apart from their neighbours; a sound that goes on (`呜~~滴~~`) does not. */
const struck = /(?<![\u4e00-\u9fff~])~~(?=\S)([^~]{1,300})~~(?![\u4e00-\u9fff~])/gu;
const wholeBold = /^(?:\*\*|__)\s*([^*_]{1,200}?)\s*(?:\*\*|__)$/u;

/** Takes images, links, bold, italic, strike-through and code marks off a line; the words stay. */
export function readInlineMarkup(line: string): PlainText {
  let text = line;
  let hasImage = false;
  if (text.includes('](')) {
    const before = text;
    text = text.replace(image, '');
    hasImage = text !== before;
    text = text.replace(link, '$1');
  }
  if (line.length <= 100 && placeholder.test(line))
    return { text: '', boldLead: '', isAllBold: false, hasImage: true };
  if (!/[*_~`]/u.test(text)) return { text, boldLead: '', isAllBold: false, hasImage };
  const trimmed = text.trim();
  const isAllBold = wholeBold.test(trimmed);
  const boldLead = isAllBold ? '' : (leadingBold.exec(trimmed)?.[2] ?? '');
  const plain = text
    .replace(/\*{2,3}|__|`/gu, '')
    .replace(struck, '$1')
    .replace(/(?<![\d*])\*(?![\d*\s])([^*]{1,300})\*/gu, '$1');
  return { text: plain, boldLead: boldLead.replace(/[*_]/gu, '').trim(), isAllBold, hasImage };
}
