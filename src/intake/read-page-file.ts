import { readFile } from 'node:fs/promises';
import type { Finding, PageReading, PageText } from '../articles/article.js';
import { dayIn } from '../calendar/zone.js';
import { messageOf } from '../problem.js';
import { decodeText } from './decode-text.js';
import type { PageFile } from './list-pages.js';

/** Understands a page; see `createPageReader`. */
export type ReadPage = (page: PageText) => PageReading;

/** A page of a newspaper has some 20 kB. More than this is some other file. */
export const largestPageBytes = 8 * 1024 * 1024;

/**
 * Reads one page from disk. What cannot be read is a finding, and no article.
 * @param zone tells on which day the file was written, which dates a page that tells no date itself.
 */
export async function readPageFile(page: PageFile, readPage: ReadPage, zone: string): Promise<PageReading> {
  const fail = (rule: string, line: number, message: string, hint: string): PageReading => ({
    articles: [],
    findings: [{ file: page.file, line, severity: 'error', rule, message, hint }],
  });
  if (page.sizeBytes > largestPageBytes) {
    return fail(
      'too-large',
      1,
      `Expected at most ${largestPageBytes} bytes, got ${page.sizeBytes}.`,
      'Split the file into pages.',
    );
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(page.path);
  } catch (error) {
    return fail(
      'unreadable',
      1,
      `Cannot be read: ${messageOf(error)}.`,
      'Check that this program may read the file.',
    );
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') {
    return fail(
      'encoding',
      decoded.line,
      'Expected text in UTF-8, got bytes that are no text.',
      'Save the page as UTF-8.',
    );
  }
  let reading: PageReading;
  try {
    reading = readPage({
      file: page.file,
      text: decoded.text,
      ...(page.folderDate !== undefined && { folderDate: page.folderDate }),
      fallbackDate: dayIn(zone, new Date(page.modifiedMs)),
    });
  } catch (error) {
    // A defect of ours, which must not keep the other pages from their readers.
    return fail(
      'defect',
      1,
      `The program failed on this page: ${messageOf(error)}.`,
      'Please report it, with the page.',
    );
  }
  if (decoded.encoding === 'utf-8') return reading;
  return { ...reading, findings: [encodingFinding(page.file, decoded.encoding), ...reading.findings] };
}

const encodingFinding = (file: string, encoding: string): Finding => ({
  file,
  line: 1,
  severity: 'note',
  rule: 'encoding',
  message: `Expected UTF-8; the page was read as ${encoding.toUpperCase()}.`,
  hint: 'Save the page as UTF-8, so that every tool reads it alike.',
});
