import { foldCharacters } from '../characters/fold.js';
import { separateColumns } from './columns.js';
import { createTagReader, type Piece } from './html.js';
import { readInlineMarkup } from './inline-markup.js';
import { isToolsWord, readLabel } from './labels.js';
import { createLatexReader } from './latex.js';
import type { Line, LineMark } from './line.js';

const headingMark = /^ {0,3}(#{1,6})(?:\s+|(?=[^\s#]))(.*?)\s*#*\s*$/u;
const rule = /^\s*(?:(?:[-*_=]\s*){3,}|[\u2500-\u257f—＿﹏～~]{4,}\s*)$/u;
/** A table row between drawn borders. */
const drawnRow = /^\s*[│┃║].*[│┃║]\s*$/u;
/** Marker's border between two pages, which cuts stories, too. */
const pageBorder = /^\s*\{\d+\}-{3,}\s*$/u;
const tableRule = /^\s*\|?[\s:|-]{3,}\|[\s:|-]*$/u;
const indent = /^(?:\u3000{1,4}| {0,2}\u3000{2}| {4,12}(?! ))/u;

/** A line break in Markdown. */
const hardBreak = /\\\s*$/u;

/** The cells of a Markdown or HTML table row, separated by tabs. */
function cellsOf(text: string): string {
  const cells = text.replace(/^\s*\||\|\s*$/gu, '').split('|');
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('\t');
}

function blankLine(number: number, mark: LineMark, hasImage = false): Line {
  return { number, mark, text: '', level: 0, isIndented: false, boldLead: '', hasImage };
}

/** Spaces to one; a Han character's neighbours keep theirs, they may be names or parts of a headline. */
function tidy(text: string): string {
  return text.replace(/[ \u3000]+/gu, ' ').trim();
}

function markOf(piece: Piece, level: number, isAllBold: boolean, isQuote: boolean): LineMark {
  if (level > 0) return 'heading';
  if (isAllBold) return 'bold';
  if (piece.isCentred) return 'centred';
  return isQuote ? 'quote' : 'plain';
}

/** Recognisers set characters apart (`金 水 区 人 民`): four and more single ones in a row are closed up. */
function closeUp(text: string): string {
  return text.replace(
    /(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){5,60}[\u4e00-\u9fff](?![\u4e00-\u9fff])/gu,
    (run) => run.replaceAll(' ', ''),
  );
}

/** Messages number and mark their items with pictures: `1⃣ headline`, `📢 headline`. */
const pictograph = /^(?:\d\u20e3|(?![\d#*©®™]|[\u2190-\u2bff])\p{Extended_Pictographic})+\s*/u;
/** A look at one character tells most lines that they open with none. */
function mayOpenWithPicture(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x3a || (code >= 0x2300 && code < 0x3000) || (code >= 0xd800 && code < 0xe000);
}

/** The number of an item: a line of its own. */
const keycap = /^\s*(\d)\u20e3/u;
/** A title behind one is not longer. */
const widestTitle = 46;

/** A line without the picture that opens it; where no sentence follows it, the line is a title. */
function withoutPictograph(line: Line): Line {
  const opening = line.mark === 'plain' && mayOpenWithPicture(line.text) ? pictograph.exec(line.text) : null;
  if (opening === null) return line;
  const text = line.text.slice(opening[0].length);
  const isTitle = text.length <= widestTitle && text !== '' && !/[。；，]$|。./u.test(text);
  return { ...line, text, mark: text === '' ? 'blank' : isTitle ? 'bold' : 'plain', isIndented: true };
}

/** Titles that a label names are told apart by level: a headline stands above what goes with it. */
const labelledLevels = { kicker: 6, headline: 5, subheadline: 6 } as const;

/** A line without the label before it, which may say that the line is a title. */
function withoutLabel(piece: Piece): Piece {
  const labelled = readLabel(piece.text);
  if (labelled === undefined) return piece;
  const { text, title } = labelled;
  if (title === undefined) return { ...piece, text };
  const dash = title === 'subheadline' ? '——' : '';
  return { ...piece, text: `${dash}${text.replace(/^[—-]+/u, '')}`, level: labelledLevels[title] };
}

function lineOf(piece: Piece, number: number): Line {
  const isDrawn = drawnRow.test(piece.text);
  if (piece.isRow || isDrawn || /^\s*\|.*\|\s*$/u.test(piece.text)) {
    const row = isDrawn ? piece.text.replace(/[│┃║]/gu, '|') : piece.text;
    const cells = cellsOf(readInlineMarkup(row).text);
    return { ...blankLine(number, cells === '' ? 'blank' : 'row', piece.hasImage), text: cells };
  }
  const quoted = /^\s{0,3}>\s?/u.exec(piece.text);
  const unquoted = quoted === null ? piece.text : piece.text.slice(quoted[0].length);
  const heading = headingMark.exec(unquoted);
  const level = heading?.[1]?.length ?? piece.level;
  const inner = heading === null ? unquoted : (heading[2] ?? '');
  const { text, boldLead, isAllBold, hasImage: hasPicture } = readInlineMarkup(inner.replace(hardBreak, ''));
  const tidied = closeUp(tidy(text));
  const hasImage = piece.hasImage || hasPicture;
  if (tidied === '') return blankLine(number, hasImage ? 'image' : 'blank', hasImage);
  const mark = markOf(piece, level, isAllBold, quoted !== null);
  return withoutPictograph({
    number,
    mark,
    text: tidied,
    level,
    isIndented: indent.test(inner),
    boldLead,
    hasImage,
  });
}

/** Reads the lines of a page from the given one on (lines before are blank): characters folded, markup read. */
export function readLines(raw: readonly string[], from = 0): readonly Line[] {
  const tags = createTagReader();
  const withoutLatex = createLatexReader();
  const lines: Line[] = [];
  const printed = separateColumns(
    raw.map((text, at) => ({ text: at < from ? '' : withoutLatex(text), number: at + 1 })),
  );
  for (const { text, number } of printed) {
    const isSkipped = text.trim() === '' || pageBorder.test(text) || isToolsWord(text);
    const pieces = isSkipped ? [] : tags.read(text);
    if (isSkipped) lines.push(blankLine(number, 'blank'));
    else if (pieces.length > 0 && (rule.test(text) || tableRule.test(text)))
      lines.push(blankLine(number, 'rule'));
    else
      for (const piece of pieces) {
        const folded = { ...piece, text: foldCharacters(piece.text) };
        const key = keycap.exec(folded.text)?.[1];
        if (key !== undefined) lines.push({ ...blankLine(number, 'plain'), text: key });
        lines.push(lineOf(withoutLabel(folded), number));
      }
  }
  return lines;
}
