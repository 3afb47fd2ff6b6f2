import { mark, markAt, trimmed } from './marks.js';

/** A sentence of a story, with its end mark and closing quotation marks. */
export interface Sentence {
  readonly text: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

/** Speech that ends in dots closes a sentence too: `“……请按2……”记者`. */
const spoken = /^(“[^”]*……”)(?=.)/u;

/** When enough of a story has been cut: so many sentences, and so many characters. */
export interface Enough {
  readonly sentences: number;
  readonly characters: number;
}

const all: Enough = { sentences: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY };

/**
 * Cuts paragraphs into sentences, in order. Speech of several sentences comes in parts whose marks do not balance.
 * @param enough ends the work; by default all is cut.
 */
export function sentencesOf(paragraphs: readonly string[], enough: Enough = all): Sentence[] {
  const sentences: Sentence[] = [];
  let characters = 0;
  for (const [paragraph, whole] of paragraphs.entries()) {
    let end = 0;
    for (let start = sentenceStart(whole, 0); start < whole.length; start = sentenceStart(whole, end)) {
      end = sentenceEnd(whole, start);
      for (const part of apartFromSpeech(whole.slice(start, end))) {
        const text = trimmed(part);
        if (text === '') continue;
        sentences.push({ text, paragraph });
        characters += text.length;
        if (sentences.length >= enough.sentences && characters >= enough.characters) return sentences;
      }
    }
  }
  return sentences;
}

/** The first place from `index` on without an end mark. */
function sentenceStart(text: string, index: number): number {
  let start = index;
  while (start < text.length && markAt(text, start) === mark.end) start++;
  return start;
}

/** The place behind a sentence's end marks and the closing marks after them. */
function sentenceEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && markAt(text, end) !== mark.end) end++;
  end = sentenceStart(text, end);
  while (end < text.length && closesSentence(markAt(text, end))) end++;
  return end;
}

/** Any closing mark but those of titles, `》` and `】`. */
const closesSentence = (kind: number) => kind < 0 && kind !== titleEnd && kind !== columnEnd;
const titleEnd = markAt('》', 0);
const columnEnd = markAt('】', 0);

function apartFromSpeech(text: string): readonly string[] {
  const speech = text.startsWith('“') ? spoken.exec(text)?.[1] : undefined;
  return speech === undefined ? [text] : [speech, text.slice(speech.length)];
}

/** True if every quotation mark and bracket of the text has its other half. */
export function isBalanced(text: string): boolean {
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const kind = markAt(text, index);
    if (kind === 0 || kind >= mark.end) continue;
    if (kind > 0) open.push(kind);
    else if (open.pop() !== -kind) return false;
  }
  return open.length === 0;
}

/** A part of a sentence, and the mark after it: empty at the end of the sentence. */
export interface Clause {
  readonly text: string;
  readonly mark: string;
}

/** Cuts a sentence into clauses, as {@link clauseEnd} finds them. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (let start = 0; start < text.length; ) {
    const end = clauseEnd(text, start);
    const clause = trimmed(text.slice(start, end));
    if (clause !== '') clauses.push({ text: clause, mark: markBehind(text, end) });
    start = end + 1;
  }
  return clauses;
}

/**
 * The place behind the clause that begins at `start`: that of the mark that cuts it off, or of the sentence's end marks.
 * Marks inside quotation marks and brackets, and those between digits (`1,234`, `10:30`), do not cut.
 */
export function clauseEnd(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const kind = markAt(text, index);
    if (kind === 0) continue;
    if (kind < 0) depth = Math.max(0, depth - 1);
    else if (kind < mark.end) depth++;
    else if (kind === mark.cut && depth === 0 && !isInsideNumber(text, index)) return index;
  }
  let end = text.length;
  while (end > start && markAt(text, end - 1) === mark.end) end--;
  return end;
}

/** The mark that cut a clause off; none at the end of the sentence. */
const markBehind = (text: string, end: number) => (markAt(text, end) === mark.cut ? text.charAt(end) : '');

function isInsideNumber(text: string, index: number): boolean {
  return text.charCodeAt(index) < 128 && isDigitAt(text, index - 1) && isDigitAt(text, index + 1);
}

function isDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}
