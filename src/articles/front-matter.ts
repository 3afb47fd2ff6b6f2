import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { topicIds } from '../city/city.js';
import { splitLines } from './characters/fold.js';

const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('expected a day as YYYY-MM-DD'),
);
const names = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\s、，,]+/u).filter((name) => name !== '') : value),
  z.array(z.string()),
);
const line = z.coerce.string();
const fields = {
  date: day,
  paper: line,
  page: line,
  sample: z.boolean(),
  urgent: z.boolean(),
  headline: line,
  kicker: line,
  subheadline: line,
  districts: names,
  topics: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s、，,]+/u) : value),
    z.array(z.enum(topicIds)).max(3),
  ),
  reporters: names,
  correspondents: names,
  agency: line,
  photo: z.boolean(),
} as const;

/** What the `---` block at the head of a file may say: of the page, or of the single article that the file is. */
export interface FrontMatter {
  readonly date?: string | undefined;
  readonly paper?: string | undefined;
  readonly page?: string | undefined;
  readonly sample?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  /** Makes the file one article. */
  readonly headline?: string | undefined;
  readonly kicker?: string | undefined;
  readonly subheadline?: string | undefined;
  readonly districts?: readonly string[] | undefined;
  readonly topics?: readonly (typeof topicIds)[number][] | undefined;
  readonly reporters?: readonly string[] | undefined;
  readonly correspondents?: readonly string[] | undefined;
  readonly agency?: string | undefined;
  readonly photo?: boolean | undefined;
}

/** A fault of the block: line of the file, from 1, and what is wrong. */
export interface FrontMatterFault {
  readonly line: number;
  readonly message: string;
}

/** The block read, the text's lines, and the line (from 0) at which the text begins. */
export interface SplitFile {
  readonly matter: FrontMatter;
  readonly faults: readonly FrontMatterFault[];
  readonly lines: readonly string[];
  readonly from: number;
}

const longestBlock = 200;

function endOfBlock(lines: readonly string[]): number {
  let first = 0;
  while (first < 5 && lines[first]?.trim() === '') first += 1;
  if (lines[first]?.trim() !== '---') return -1;
  for (let at = first + 1; at < lines.length && at < first + longestBlock; at += 1) {
    const text = lines[at]?.trim() ?? '';
    if (text === '---' || text === '...') return at;
    if (at === first + 1 && !/^[\w\u4e00-\u9fff-]{1,40}\s*[:：]|^#/u.test(text)) return -1;
  }
  return -1;
}

interface Block {
  readonly value: Readonly<Record<string, unknown>>;
  readonly faults: readonly FrontMatterFault[];
  lineOf(key: string): number;
}

function readBlock(text: string, firstLine: number): Block {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine;
  const [error] = document.errors;
  if (error !== undefined) {
    const message = `expected YAML between the --- lines, got something else: ${error.message}`;
    return { value: {}, faults: [{ line: lineAt(error.pos[0]), message }], lineOf: () => firstLine };
  }
  const root = document.contents;
  const value: unknown = isMap(root) ? document.toJS({ maxAliasCount: 0 }) : {};
  return {
    value: Object.fromEntries(Object.entries(value ?? {})),
    faults: [],
    lineOf(key) {
      const pair = isMap(root) ? root.items.find((item) => String(item.key) === key) : undefined;
      const range =
        pair?.key !== null && typeof pair?.key === 'object' && 'range' in pair.key
          ? pair.key.range
          : undefined;
      return Array.isArray(range) && typeof range[0] === 'number' ? lineAt(range[0]) : firstLine;
    },
  };
}

const everything = z.object(fields).partial();

/** Reads the `---` block. Keys of other tools are left alone; a bad value is a fault and the others count. */
export function splitFrontMatter(text: string): SplitFile {
  const lines = splitLines(text);
  const end = endOfBlock(lines);
  if (end < 0) return { matter: {}, faults: [], lines, from: 0 };
  const start = lines.findIndex((one) => one.trim() === '---');
  const block = readBlock(lines.slice(start + 1, end).join('\n'), start + 1);
  const faults = [...block.faults];
  const good: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(fields)) {
    const value = block.value[key];
    if (value === undefined || value === null) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) good[key] = parsed.data;
    else {
      const came = JSON.stringify(value)?.slice(0, 60);
      faults.push({
        line: block.lineOf(key),
        message: `${key}: ${parsed.error.issues[0]?.message ?? 'bad value'}, got ${came}`,
      });
    }
  }
  return { matter: everything.parse(good), faults, lines, from: end + 1 };
}
