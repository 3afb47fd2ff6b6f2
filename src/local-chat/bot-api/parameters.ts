import { malformed } from './refusal.js';

/** A file that came in a multipart body. */
export interface Upload {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What came with a request: values as JSON has them, or texts where the body was a form. */
export interface Parameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Upload>;
}

/** A request without parameters. */
export const noParameters: Parameters = { values: {}, files: new Map() };

/** A text, or `undefined` where it is absent. Numbers count as texts, as in the Bot API. */
export function text(parameters: Parameters, name: string): string | undefined {
  const value = parameters.values[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw malformed(`field "${name}" must be of type String`);
}

/** A whole number, also written as a text; `undefined` where it is absent. */
export function integer(parameters: Parameters, name: string): number | undefined {
  const value = parameters.values[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw malformed(`field "${name}" must be of type Number`);
  return number;
}

/** Whether a switch is on; also `1`, `"true"`, `"yes"`. */
export function isOn(parameters: Parameters, name: string): boolean {
  const value = parameters.values[name];
  return value === true || value === 1 || /^(true|yes|t|y|1)$/i.test(String(value ?? ''));
}

/** An object or list, also where it came as JSON in a text; `undefined` where it is absent. */
export function structure(parameters: Parameters, name: string): unknown {
  const value = parameters.values[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw malformed(`can't parse ${name} JSON object`);
  }
}

/** Whether something is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
