import { readHeadByline } from '../bylines/head-byline.js';
import { printedWidth } from './sentence-ends.js';
import type { Unit } from './unit.js';

const dispatch =
  /\s*[【[(（]?(?:本报\s?(?:\d{1,2}月\d{1,2}日)?\s?(?:综合)?讯|[(（](?:[\u4e00-\u9fff]{0,8})记者\s?[\u4e00-\u9fff])/u;

/** Characters of a line among which a headline ends that lost its line end. */
const openingLength = 70;

/** A headline that lost its line end stands before `本报讯` in the same line: the two are taken apart. */
export function splitMerged(unit: Unit): readonly Unit[] {
  const opening = unit.text.slice(0, openingLength);
  const found = /讯|记者/u.test(opening) ? dispatch.exec(opening) : null;
  if (found === null || found.index < 4 || unit.kind === 'row' || /^[●▲■◆★◎○]/u.test(unit.text))
    return [unit];
  const head = unit.text.slice(0, found.index).trim();
  const rest = unit.text.slice(found.index).trim();
  if (/[。；]|，.*，/u.test(head) || printedWidth(head) > 44 || rest.length < 30) return [unit];
  if (readHeadByline(rest) === undefined || readHeadByline(unit.text) !== undefined) return [unit];
  const level = unit.level < 9 ? unit.level : 7;
  const title: Unit = {
    ...unit,
    kind: 'heading',
    text: head.replace(/[:：]$/u, ''),
    level,
    boldLead: '',
  };
  return [title, { ...unit, kind: 'text', level: 9, text: rest, boldLead: '', isIndented: true }];
}
