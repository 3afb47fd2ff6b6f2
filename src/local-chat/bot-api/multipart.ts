import type { Parameters, Upload } from './parameters.js';
import { malformed } from './refusal.js';

const blankLine = Buffer.from('\r\n\r\n');

/** Reads a multipart/form-data body: fields become texts, parts with a file name become files. */
export function multipart(bytes: Buffer, contentType: string): Parameters {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw malformed('boundary not found in multipart/form-data');
  const values: Record<string, unknown> = {};
  const files = new Map<string, Upload>();
  for (const part of parts(bytes, Buffer.from(`--${boundary}`))) {
    const { name, fileName, contentType: type, body } = readPart(part);
    if (fileName === undefined) values[name] = body.toString('utf8');
    else files.set(name, { fileName, contentType: type, bytes: body });
  }
  return { values, files };
}

/** What stands between the boundaries, without the line ends that belong to them. */
function* parts(bytes: Buffer, boundary: Buffer): Generator<Buffer> {
  let start = bytes.indexOf(boundary);
  while (start >= 0) {
    const end = bytes.indexOf(boundary, start + boundary.length);
    if (end < 0) return;
    yield bytes.subarray(start + boundary.length + 2, end - 2);
    start = end;
  }
}

function readPart(part: Buffer) {
  const split = part.indexOf(blankLine);
  if (split < 0) throw malformed('wrong multipart/form-data part');
  const head = part.subarray(0, split).toString('utf8');
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) throw malformed('multipart/form-data part without a name');
  return {
    name,
    fileName: /filename="([^"]*)"/i.exec(head)?.[1],
    contentType: /content-type:\s*(\S+)/i.exec(head)?.[1] ?? 'application/octet-stream',
    body: part.subarray(split + blankLine.length),
  };
}
