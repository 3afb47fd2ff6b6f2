import { readHeadByline } from '../bylines/head-byline.js';
import type { Unit } from '../paragraphs/unit.js';

/** What an item of short news opens with, and the text behind it. */
export interface BriefOpening {
  readonly kicker: string;
  readonly headline: string;
  readonly text: string;
}

const bullet = /^[●▲■◆★◎○□▶►•▪◇△※◤✦*]\s*/u;
/** A list's mark before a bold lead: `- **惠济区** 近日…`, `2. **图书馆夜里也开门** …`. */
const listed = /^(?:[-–+*] |\d{1,2}[.、．)] ?)/u;
/** `【headline】text`: a lead in brackets, bold or not. */
const bracketed = /^[【〔〖]([^【】〔〕〖〗]{4,36})[】〕〗]\s*(?=\S)/u;
/** `〔民生〕text`: the item's column, where it has no headline. */
const columned = /^[【〔〖]((?!本报|记者|注|图)[\u4e00-\u9fff]{2,5})[】〕〗]\s*(?=\S)/u;

/** What marks a text as an item: a bullet, a list's mark, its headline or its column in brackets; undefined for none. */
export type ItemMark = 'bullet' | 'list' | 'headline' | 'column';

/** Tells by what mark a text opens as an item. */
export function itemMarkOf({ text, boldLead }: Unit): ItemMark | undefined {
  if (columned.test(text)) return 'column';
  if (bracketed.test(text)) return 'headline';
  if (boldLead !== '' && listed.test(text)) return 'list';
  return bullet.test(text) ? 'bullet' : undefined;
}

/** An item's text without what marks it. */
function unmarked({ text, boldLead }: Unit): string {
  const plain = text.replace(bullet, '');
  return boldLead === '' ? plain : plain.replace(listed, '');
}

/** Words that a story's text begins with. */
const textOpener = /^(?:近日|日前|昨[日天晚]|今[日天]|连日来|记者|\d{1,2}月\d{1,2}日|\d{1,2}日)/u;
/** A headline before a gap ends within so many characters. */
const longestBeforeGap = 44;
/** And it has as many as this. */
const shortestBeforeGap = 6;

/** Where an item's headline ends at a gap and its text begins: at a time word, or at the last gap before a whole sentence; 0 if none. */
function gapAfterHeadline(text: string): number {
  if (readHeadByline(text) !== undefined) return 0;
  let last = 0;
  for (const { index } of text.slice(0, longestBeforeGap).matchAll(/ /gu)) {
    const rest = text.slice(index + 1);
    if (index < shortestBeforeGap || /[，。；：]/u.test(text.slice(0, index))) continue;
    if (textOpener.test(rest) || readHeadByline(rest) !== undefined) return index;
    if (/^[^ ，。]{8}[^ ]{8}/u.test(rest)) last = index;
  }
  return last;
}

type Headed = Omit<BriefOpening, 'kicker'>;

/** `**headline** text` */
function splitBoldLead(boldLead: string, text: string): Headed | undefined {
  const lead = boldLead.replace(bullet, '').trim();
  const headline = lead.replace(/[:：]$/u, '').trim();
  if (headline === '' || !text.startsWith(lead)) return undefined;
  const rest = text.slice(lead.length).replace(/^[\s:：]+/u, '');
  return !/[。，]$/u.test(headline) && rest.length > 10 ? { headline, text: rest } : undefined;
}

/** `headline 本报讯(记者 A)text` */
function splitAtDispatch(text: string): Headed | undefined {
  const dispatch = /(?:^|\s)(?=[【(（]?本报\S{0,8}讯|[(（]记者)/u.exec(text.slice(0, 50));
  if (dispatch === null || dispatch.index < 4) return undefined;
  const rest = text.slice(dispatch.index).trim();
  const headline = text.slice(0, dispatch.index).trim();
  const isHeaded = readHeadByline(rest) !== undefined && !/[，。；]/u.test(headline);
  return isHeaded ? { headline, text: rest } : undefined;
}

function headlineOf(boldLead: string, text: string): Headed {
  const lead = bracketed.exec(text);
  if (lead?.[1] !== undefined && !/本报|记者/u.test(lead[1]))
    return { headline: lead[1].trim(), text: text.slice(lead[0].length) };
  const split = splitBoldLead(boldLead, text) ?? splitAtDispatch(text);
  if (split !== undefined) return split;
  const gap = gapAfterHeadline(text);
  return gap > 0 ? { headline: text.slice(0, gap), text: text.slice(gap + 1) } : { headline: '', text };
}

/** Reads an item's column, headline and text: `●headline 本报讯(记者 A)text`, `**headline** text`, `〔民生〕text`. */
export function readBriefOpening(unit: Unit): BriefOpening {
  const text = unmarked(unit);
  const column = columned.exec(text);
  if (column?.[1] === undefined) return { kicker: '', ...headlineOf(unit.boldLead, text) };
  return { kicker: column[1], ...headlineOf('', text.slice(column[0].length)) };
}
