import type { core } from 'zod';
import { Problem } from '../problem.js';
import type { City } from './city.js';
import { toCity } from './city-of-file.js';
import { crossFaults, type Fault } from './cross-rules.js';
import { type CityFile, citySchema } from './schema.js';
import { readYaml, type YamlLines } from './yaml-lines.js';

/** What stands at a path, as a few words for a message. */
function shown(value: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  if (at === undefined || at === null) return 'nothing';
  const text = JSON.stringify(at);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A finding of the validator as a fault; a key that nobody knows is named, and its line is the key's. */
function schemaFault(issue: core.$ZodIssue, value: unknown): Fault {
  const where = (path: readonly PropertyKey[]) => (path.length === 0 ? 'the file' : path.join('.'));
  if (issue.code === 'unrecognized_keys') {
    const path = [...issue.path, ...issue.keys.slice(0, 1)];
    return {
      path,
      message: `${where(issue.path)}: expected no other keys than the form has, got "${issue.keys[0]}"`,
    };
  }
  return {
    path: issue.path,
    message: `${where(issue.path)}: ${issue.message}, got ${shown(value, issue.path)}`,
  };
}

/** @throws Problem for the first fault. */
function refuse(faults: readonly Fault[], { lineOf }: YamlLines, file: string): void {
  const [first] = faults;
  if (first !== undefined) throw new Problem(`${file}:${lineOf(first.path)}: ${first.message}`);
}

function checked(lines: YamlLines, file: string): CityFile {
  const parsed = citySchema.safeParse(lines.value);
  if (parsed.success) {
    refuse(crossFaults(parsed.data), lines, file);
    return parsed.data;
  }
  refuse(
    parsed.error.issues.map((issue) => schemaFault(issue, lines.value)),
    lines,
    file,
  );
  throw parsed.error;
}

/**
 * Makes a city of the text of a city file; `file` is its name for messages.
 * @throws Problem `file:line: …` with what was expected and what came, for the first thing that is wrong.
 */
export function parseCity(text: string, file: string): City {
  return toCity(checked(readYaml(text, file), file));
}
