import type { IncomingMessage } from 'node:http';
import { multipart } from './multipart.js';
import { isRecord, type Parameters } from './parameters.js';
import { malformed, Refusal } from './refusal.js';

/** The largest body that is read: 50 MB, as much as a bot may send Telegram. */
const bodyLimitBytes = 50 * 1024 * 1024;

/** Reads the parameters of a request from its query and its body, whatever the form. */
export async function readParameters(request: IncomingMessage, query: string): Promise<Parameters> {
  const fromQuery = query === '' ? undefined : Object.fromEntries(new URLSearchParams(query));
  const bytes = await readBody(request);
  const fromBody = parseBody(bytes, request.headers['content-type'] ?? '');
  return fromQuery ? { ...fromBody, values: { ...fromQuery, ...fromBody.values } } : fromBody;
}

/** Reads a whole body; throws 413 over the limit. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyLimitBytes) reject(new Refusal(413, 'Request Entity Too Large', true));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function parseBody(bytes: Buffer, contentType: string): Parameters {
  const files = new Map();
  if (bytes.length === 0) return { values: {}, files };
  if (contentType.startsWith('application/json')) return { values: parseJson(bytes), files };
  if (contentType.startsWith('multipart/form-data')) return multipart(bytes, contentType);
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return { values: Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))), files };
  return { values: {}, files };
}

function parseJson(bytes: Buffer): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw malformed("can't parse JSON object");
  }
  if (!isRecord(value)) throw malformed('object expected as JSON body');
  return value;
}
