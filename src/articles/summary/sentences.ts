/** A sentence of a story, with its end mark and closing quotation marks. */
export interface Sentence {
  readonly text: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

const sentence = /[^。！？!?]+(?:[。！？!?]+[”’」』）)]*|$)/gu;
/** Speech that ends in dots closes a sentence too: `“……请按2……”记者`. */
const spoken = /^(“[^”]*……”)(?=.)/u;

/**
 * Cuts paragraphs into sentences, in order. Speech of several sentences comes in parts whose marks do not balance.
 * @param most ends the work when there are so many.
 */
export function sentencesOf(paragraphs: readonly string[], most = Number.POSITIVE_INFINITY): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, whole] of paragraphs.entries()) {
    for (const [found] of whole.matchAll(sentence))
      for (const part of apartFromSpeech(found)) {
        const text = part.trim();
        if (text === '') continue;
        sentences.push({ text, paragraph });
        if (sentences.length === most) return sentences;
      }
  }
  return sentences;
}

function apartFromSpeech(text: string): string[] {
  const speech = spoken.exec(text)?.[1];
  return speech === undefined ? [text] : [speech, text.slice(speech.length)];
}

const openers = '“‘（(《「『【';
const closers = '”’）)》」』】';
const halves = /[“‘（(《「『【”’）)》」』】]/gu;

/** True if every quotation mark and bracket of the text has its other half. */
export function isBalanced(text: string): boolean {
  const open: number[] = [];
  for (const [mark] of text.matchAll(halves)) {
    const opener = openers.indexOf(mark);
    if (opener >= 0) open.push(opener);
    else if (open.pop() !== closers.indexOf(mark)) return false;
  }
  return open.length === 0;
}

/** A part of a sentence, and the mark after it: empty at the end of the sentence. */
export interface Clause {
  readonly text: string;
  readonly mark: string;
}

const marks = /[，；：,;:“‘（(《「『【”’）)》」』】]/gu;
const endMarks = /[。！？!?]+$/u;

/**
 * Cuts a sentence into clauses. Marks inside quotation marks and brackets, and those between digits (`1,234`,
 * `10:30`), do not cut.
 */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (openers.includes(mark)) depth++;
    else if (closers.includes(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !isInsideNumber(text, index)) {
      clauses.push({ text: text.slice(start, index).trim(), mark });
      start = index + 1;
    }
  }
  clauses.push({ text: text.slice(start).replace(endMarks, '').trim(), mark: '' });
  return clauses.filter((clause) => clause.text !== '');
}

/** Puts clauses together again, without a mark at the end. */
export function joined(clauses: readonly Clause[]): string {
  return clauses
    .map((clause, index) => clause.text + (index < clauses.length - 1 ? clause.mark || '，' : ''))
    .join('');
}

function isInsideNumber(text: string, index: number): boolean {
  return (
    text.charCodeAt(index) < 128 && /\d/.test(text.charAt(index - 1)) && /\d/.test(text.charAt(index + 1))
  );
}
