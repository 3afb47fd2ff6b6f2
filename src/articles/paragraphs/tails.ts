/** A text without what the page set at its ends, and what those marks said. */
export interface Trimmed {
  readonly text: string;
  /** A `(如图)` or the like was taken off. */
  readonly hasPhoto: boolean;
  /** The page it continues on, or `?`, for `(下转二版)`. */
  readonly continuesOn: string;
  /** The page it continues from, or `?`, for `(上接第一版)`. */
  readonly continuesFrom: string;
}

const pictureNote = /[（(]\s*(?:如|见|附|上|下|左|右|题|配|资料)图\s*[一二三四五六①-⑨\d]{0,3}\s*[）)]/gu;
const pageName =
  '第?\\s?([一二三四五六七八九十\\dA-Za-z]{1,4})\\s?版?(?:[·《\\s][\\u4e00-\\u9fff]{2,8}》?(?=\\s*(?:[）)】]|$)))?';
/** Where a story goes on, or comes from, on a line of its own or at the end of a paragraph. */
export const jump = /下转|下接|上接|紧接/u;
const onward = new RegExp(`[（(【▶►\\s]*(?:下转|下接)\\s?${pageName}[）)】]?\\s*[。.]?$`, 'u');
const backward = new RegExp(`^[（(【▶►◀◄\\s]*(?:上接|紧接)\\s?${pageName}[）)】]?[\\s:：]*`, 'u');
const credit =
  /[（(]\s*(?:图片)?(?:资料图片?|图片?由[^()（）]{2,20}提供|[^()（）]{0,12}供图|[^()（）。，]{2,16}\s?摄|来源[:：][^()（）]{2,16})\s*[）)]\s*$/u;

/** What papers set behind a story's last word: the editor's code, `③9`, a mark, `（完）`. */
const endMark =
  /(?<=[。！？”）)…])\s*(?:[①-⑳❶-❿]\s?\d{0,2}|[■□◆◇▲△●○★☆※♦]{1,3}|[（(【](?:完|全文完|本文完|待续|未完待续)[)）】])$/u;

/** Who told the paper: `线索提供 陈先生`. */
const tip = /(?<=[。！？”）)])\s*[（(]?(?:线索提供|新闻线索|线索|报料人?|爆料人?)[\s:：][^。，]{2,14}$/u;

/** Takes picture notes, continuation marks and credits off a paragraph. */
export function trimTails(paragraph: string): Trimmed {
  let text = paragraph.includes('线索') || paragraph.includes('料') ? paragraph.replace(tip, '') : paragraph;
  if (!/[。！？”]$/u.test(text)) text = text.replace(endMark, '');
  let hasPhoto = false;
  if (text.includes('图')) {
    const plain = text.replace(pictureNote, '');
    hasPhoto = plain !== text;
    text = plain;
  }
  const end = text.slice(-60);
  const onwardMatch = jump.test(end) ? onward.exec(end) : null;
  if (onwardMatch !== null) text = text.slice(0, text.length - onwardMatch[0].length);
  const backwardMatch = jump.test(text.slice(0, 12)) ? backward.exec(text.slice(0, 60)) : null;
  if (backwardMatch !== null) text = text.slice(backwardMatch[0].length);
  const creditMatch = /[图摄源]/u.test(text.slice(-40)) ? credit.exec(text.slice(-60)) : null;
  if (creditMatch !== null) {
    text = text.slice(0, text.length - creditMatch[0].length);
    hasPhoto ||= !creditMatch[0].includes('来源');
  }
  return {
    text: text.trim(),
    hasPhoto,
    continuesOn: onwardMatch === null ? '' : (onwardMatch[1] ?? '?'),
    continuesFrom: backwardMatch === null ? '' : (backwardMatch[1] ?? '?'),
  };
}

const captionStart = /^[▲△▼▽◀▶↑↓←→]?\s?(?:图[①-⑨一二三四]?[为:：]|(?:上|下|左|右|本|题)图[为:：]|图片说明)/u;
const captionEnd =
  /(?:[\s:：/／]|记者[\s\u4e00-\u9fff]{0,8})(?:摄影?|供图)[）)]?$|[\s（(][\u4e00-\u9fff]{2,12}(?:摄|供图)[）)]?$|[。！？”][\u4e00-\u9fff]{2,4}\s?(?:摄|供图)[）)]?$|记者\s?[\u4e00-\u9fff]{2,4}\s?图$|资料图片?[）)]?$|图片?由.{2,20}提供[）)]?$/u;

/** Whether a line belongs to a picture and not to the text: `图为…`, `… 本报记者 A 摄`. */
export function isCaption(text: string): boolean {
  if (captionStart.test(text)) return text.length <= 160;
  return text.length <= 90 && captionEnd.test(text);
}
