import type { Readable } from 'node:stream';

/**
 * The lines of a stream of UTF-8, without their ends (LF or CRLF) and without a byte order mark. Unlike node's readline it
 * loses nothing when the first line is asked for late.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  let isFirst = true;
  for await (const part of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + (isFirst ? part.replace(/^\uFEFF/, '') : part)).split('\n');
    isFirst = false;
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
