import { readEndByline } from '../bylines/end-byline.js';
import { readHeadByline } from '../bylines/head-byline.js';
import { beginsInside, endsSentence } from '../paragraphs/sentence-ends.js';
import type { Placed } from './placed.js';
import type { RawStory } from './story.js';

/** An item of a column of short news. */
export interface BriefItem {
  readonly raw: Omit<RawStory, 'body'>;
  readonly body: readonly Placed[];
}

const bullet = /^[●▲■◆★◎○□▶►•▪◇△※◤✦*]\s*/u;

/** A list's mark before a bold lead: `- **惠济区** 近日…`, `2. **图书馆夜里也开门** …`. */
const listed = /^(?:[-–+*] |\d{1,2}[.、．)] ?)/u;

/** An item's text without what marks it. */
function unmarked({ text, boldLead }: Placed['unit']): string {
  const plain = text.replace(bullet, '');
  return boldLead === '' ? plain : plain.replace(listed, '');
}

interface Opening {
  readonly kicker: string;
  readonly headline: string;
  readonly text: string;
}

/** Words that a story's text begins with. */
const textOpener = /^(?:近日|日前|昨[日天晚]|今[日天]|连日来|记者|\d{1,2}月\d{1,2}日|\d{1,2}日)/u;

/** Where an item's headline ends at a gap and its text begins: at a time word, or at the last gap before a whole sentence; 0 if none. */
function gapAfterHeadline(text: string): number {
  if (readHeadByline(text) !== undefined) return 0;
  let last = 0;
  for (const { index } of text.slice(0, 44).matchAll(/ /gu)) {
    const rest = text.slice(index + 1);
    if (index < 6 || /[，。；：]/u.test(text.slice(0, index))) continue;
    if (textOpener.test(rest) || readHeadByline(rest) !== undefined) return index;
    if (/^[^ ，。]{8}[^ ]{8}/u.test(rest)) last = index;
  }
  return last;
}

/** `【headline】text`: a lead in brackets, bold or not. */
const bracketed = /^[【〔〖]([^【】〔〕〖〗]{4,36})[】〕〗]\s*(?=\S)/u;
/** `〔民生〕text`: the item's column, where it has no headline. */
const columned = /^[【〔〖]((?!本报|记者|注|图)[\u4e00-\u9fff]{2,5})[】〕〗]\s*(?=\S)/u;

/** The item's column, headline and text. */
function openingOf(unit: Placed['unit']): Opening {
  const text = unmarked(unit);
  const lead = columned.exec(text);
  if (lead?.[1] === undefined) return { kicker: '', ...headlineOf(unit, text) };
  return { kicker: lead[1], ...headlineOf({ ...unit, boldLead: '' }, text.slice(lead[0].length)) };
}

/** `●headline 本报讯(记者 A)text`, `**headline** text`, `●text`: the item's headline and text. */
function headlineOf(unit: Placed['unit'], text: string): Omit<Opening, 'kicker'> {
  const lead = bracketed.exec(text);
  if (lead?.[1] !== undefined && !/本报|记者/u.test(lead[1]))
    return { headline: lead[1].trim(), text: text.slice(lead[0].length) };
  const bold = unit.boldLead
    .replace(bullet, '')
    .replace(/[:：]$/u, '')
    .trim();
  if (bold !== '' && text.startsWith(unit.boldLead.replace(bullet, '').trim())) {
    const rest = text.slice(unit.boldLead.replace(bullet, '').trim().length).replace(/^[\s:：]+/u, '');
    if (!/[。，]$/u.test(bold) && rest.length > 10) return { headline: bold, text: rest };
  }
  const dispatch = /(?:^|\s)(?=[【(（]?本报\S{0,8}讯|[(（]记者)/u.exec(text.slice(0, 50));
  if (dispatch !== null && dispatch.index >= 4) {
    const rest = text.slice(dispatch.index).trim();
    const head = text.slice(0, dispatch.index).trim();
    if (readHeadByline(rest) !== undefined && !/[，。；]/u.test(head)) return { headline: head, text: rest };
  }
  const gap = gapAfterHeadline(text);
  if (gap > 0) return { headline: text.slice(0, gap), text: text.slice(gap + 1) };
  return { headline: '', text };
}

/** Says by itself that it is an item: a bullet or bold lead with a byline, or a bold lead that is a headline. */
function isSelfEvident(unit: Placed['unit'], isUntitled: boolean): boolean {
  if (columned.test(unit.text)) return isUntitled;
  const isBracketed = bracketed.test(unit.text);
  const isListed = unit.boldLead !== '' && listed.test(unit.text);
  if (!isBracketed && !isListed && !bullet.test(unit.text)) return false;
  const { headline, text } = openingOf(unit);
  if (isBracketed) return headline !== '' && text.length > 20;
  return headline !== '' || readHeadByline(text) !== undefined || readEndByline(text) !== undefined;
}

const opensWithByline = ({ unit }: Placed) => readHeadByline(unit.text) !== undefined;

/**
 * The items of a body, when it is a column of short news: under such a column's name every paragraph that begins
 * afresh, or with a byline where the first does, elsewhere only what opens with a bullet and has a headline or byline of its own, or where no title stands above
 * with its column in brackets. Empty for a story.
 */
export function briefItems(
  body: readonly Placed[],
  isColumn: boolean,
  isUntitled: boolean,
): readonly BriefItem[] {
  const texts = body.filter(({ role }) => role === 'text');
  const opening = texts[0];
  if (opening === undefined) return [];
  const evident = texts.filter(({ unit }) => isSelfEvident(unit, isUntitled)).length;
  if (!isColumn && (evident < 2 || !isSelfEvident(opening.unit, isUntitled))) return [];
  const isMarked = ({ unit }: Placed) =>
    bullet.test(unit.text) ||
    bracketed.test(unit.text) ||
    columned.test(unit.text) ||
    (unit.boldLead !== '' && listed.test(unit.text));
  const hasBullets = texts.filter(isMarked).length >= Math.max(1, texts.length * 0.5);
  const hasLeads = texts.filter(({ unit }) => unit.boldLead !== '').length >= Math.max(1, texts.length * 0.5);
  const hasDispatches = !hasBullets && !hasLeads && opensWithByline(opening);
  const items: { raw: Omit<RawStory, 'body'>; body: Placed[] }[] = [];
  let before = '';
  for (const item of body) {
    const { unit, role } = item;
    const opens = hasBullets
      ? isMarked(item)
      : hasLeads
        ? unit.boldLead !== ''
        : hasDispatches
          ? opensWithByline(item)
          : !beginsInside(unit.text);
    const isStart =
      role === 'text' &&
      opens &&
      (before === '' || endsSentence(before) || readEndByline(before) !== undefined);
    if (isStart) {
      const { kicker, headline, text } = openingOf(unit);
      const raw = { headline, kicker, subheadline: '', line: unit.line, level: 9, isBrief: true };
      items.push({ raw, body: [{ role, unit: { ...unit, text, boldLead: '' } }] });
    } else items.at(-1)?.body.push(item);
    if (role === 'text') before = unit.text;
    else if (role === 'byline') before = '';
  }
  return items;
}
