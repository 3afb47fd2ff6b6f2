/** A sentence of a story, with its end mark and closing quotation marks. */
export interface Sentence {
  readonly text: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

const sentence = /[^。！？!?]+(?:[。！？!?]+[”’」』）)]*|$)/gu;
/** Speech that ends in dots closes a sentence too: `“……请按2……”记者`. */
const spoken = /^(“[^”]*……”)(?=.)/u;

/** Cuts paragraphs into sentences, in order. Speech of several sentences comes in parts whose marks do not balance. */
export function sentencesOf(paragraphs: readonly string[]): Sentence[] {
  return paragraphs.flatMap((text, paragraph) =>
    (text.match(sentence) ?? [])
      .flatMap(apartFromSpeech)
      .map((part) => ({ text: part.trim(), paragraph }))
      .filter((part) => part.text !== ''),
  );
}

function apartFromSpeech(text: string): string[] {
  const speech = spoken.exec(text)?.[1];
  return speech === undefined ? [text] : [speech, text.slice(speech.length)];
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '「': '」',
  '『': '』',
  '【': '】',
};
const closers = new Set(Object.values(pairs));

/** True if every quotation mark and bracket of the text has its other half. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closer = pairs[character];
    if (closer !== undefined) open.push(closer);
    else if (closers.has(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

/** A part of a sentence, and the mark after it: empty at the end of the sentence. */
export interface Clause {
  readonly text: string;
  readonly mark: string;
}

const clauseEnds = new Set(['，', '；', '：', ',', ';', ':']);
const endMarks = /[。！？!?]+$/u;

/**
 * Cuts a sentence into clauses. Marks inside quotation marks and brackets, and those between digits (`1,234`,
 * `10:30`), do not cut.
 */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index);
    if (mark in pairs) depth++;
    else if (closers.has(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && clauseEnds.has(mark) && !isInsideNumber(text, index)) {
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
