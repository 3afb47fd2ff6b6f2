/** What the label at a line's head says that the line is. */
export interface Labelled {
  readonly text: string;
  /** A label calls it so; absent where it is plain text. */
  readonly title?: 'kicker' | 'headline' | 'subheadline';
}

const kicker = '引题|肩题|眉题|上题';
const headline = '标题|主标题|文章标题|新闻标题';
const subheadline = '副标题|副题|下题';
const text = '正文|口播|同期声|解说|配音|画外音|新闻正文|正文内容|文章内容';
const label = new RegExp(
  `^(?:(${kicker})|(${headline})|(${subheadline})|(?:${text}))[一二三四五六七八九十\\d]{0,2}\\s?[:：]\\s*(?=\\S|$)`,
  'u',
);
const bracketed = new RegExp(
  `^[【\\[〔](?:(${kicker})|(${headline})|(${subheadline})|(?:${text}|导语))[一二三四五六七八九十\\d]{0,2}[】\\]〕]\\s?[:：]?\\s*`,
  'u',
);
const bold = /^\s*(?:#{1,6}\s+|[-*+]\s+)?\*\*\s?([^*]{2,8}?)\s?\*\*/u;
/** What those write who were asked for the text of a picture, around it. */
const remark =
  /^(?:以下(?:是|为)[^。]{0,24}(?:文字|文本|内容|识别结果|转录|转写)[^。]{0,10}[:：]?|(?:here(?:'s| is)|below is|the following is)\b.{0,80}[:：]|[(（[【]\s?(?:注|说明|备注)?[:：]?[^。]{0,20}(?:图片|图像|画面|扫描|原图|文字)[^。]{0,24}(?:模糊|不清|无法(?:识别|辨认)|省略|截断|缺失)[^。]{0,12}。?[)）\]】])$/iu;
const fence = /^\s*(?:```|~~~)\s*\w{0,12}\s*$/u;

/** Whether a line is the tool's word and not the page's: a fence around the text, `以下是图片中的文字内容：`. */
export function isToolsWord(line: string): boolean {
  const text = line.length <= 100 ? line.trim() : '';
  return /^[`~以hHbBtT(（[【]/u.test(text) && (fence.test(text) || remark.test(text));
}

/**
 * Takes the label off a line that forms and scripts put before titles and text (`标题：…`, `**正文：**`, `【导语】…`);
 * undefined where there is none.
 */
export function readLabel(line: string): Labelled | undefined {
  if (!/[:：】\]〕]/u.test(line.slice(0, 14))) return undefined;
  const plain = line.replace(bold, '$1').trim();
  const found = label.exec(plain) ?? bracketed.exec(plain);
  if (found === null) return undefined;
  const rest = plain.slice(found[0].length).replace(/\*\*$/u, '');
  if (found[1] !== undefined) return { text: rest, title: 'kicker' };
  if (found[2] !== undefined) return { text: rest, title: 'headline' };
  return found[3] === undefined ? { text: rest } : { text: rest, title: 'subheadline' };
}
