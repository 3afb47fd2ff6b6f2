import { z } from 'zod';
import { isDay } from '../../../calendar/zone.js';
import { type TopicId, topicIds } from '../../../city/city.js';
import type { ImportedRecord } from '../../archive.js';

const longestHeadline = 500;
const texts = z.array(z.string()).optional();

const schema = z.object({
  date: z.string().refine(isDay, 'expected a day, YYYY-MM-DD'),
  headline: z
    .string()
    .trim()
    .min(1, 'expected a headline, it is empty')
    .max(longestHeadline * 20),
  paragraphs: texts,
  districts: texts,
  topics: texts,
  reporters: texts,
});

/** A line of an import: a record, or why it is none, in a sentence. */
export type ImportLine =
  | { readonly kind: 'record'; readonly record: ImportedRecord }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads one line of NDJSON `{date, headline, paragraphs?, districts?, topics?, reporters?}`; unknown topics are left out. */
export function parseImportLine(line: string): ImportLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: 'refused', message: 'expected a JSON object, got something that is no JSON' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    return {
      kind: 'refused',
      message: `${field === '' ? 'the line' : field}: ${issue?.message ?? 'not understood'}`,
    };
  }
  const { date, headline, paragraphs, districts, topics, reporters } = parsed.data;
  return {
    kind: 'record',
    record: {
      date,
      headline: headline.slice(0, longestHeadline),
      ...(paragraphs && { paragraphs }),
      ...(districts && { districts }),
      ...(topics && { topics: topics.filter(isTopic) }),
      ...(reporters && { reporters }),
    },
  };
}

function isTopic(text: string): text is TopicId {
  return (topicIds as readonly string[]).includes(text);
}
