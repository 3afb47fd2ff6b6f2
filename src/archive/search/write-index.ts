import type { Database } from '../../storage/store.js';
import { dayOfNumber } from './days.js';
import { foldText } from './fold.js';
import { districtToken, headlineTokens, monthToken, textTokens, topicToken } from './tokens.js';

/** What the index must know of an article or record. */
export interface Indexable {
  /** Its place in the order of the index. */
  readonly number: number;
  readonly day: number;
  readonly headline: string;
  readonly districts: readonly string[];
  readonly topics: readonly string[];
  /** Kicker, subheadline and paragraphs; empty for a bare headline. */
  readonly text: readonly string[];
}

/** District names and topic ids as one text: `|金水区|law|`; null when there are none. */
export function labelsOf({ districts, topics }: Pick<Indexable, 'districts' | 'topics'>): string | null {
  const all = [...districts, ...topics];
  return all.length === 0 ? null : `|${all.join('|')}|`;
}

/** Adds documents to the full-text tables, in one statement each; the caller holds the transaction. */
export async function writeIndex(database: Database, documents: readonly Indexable[]): Promise<void> {
  const headlines: (readonly [number, string])[] = [];
  const bodies: (readonly [number, string])[] = [];
  for (const document of documents) {
    headlines.push([document.number, headlineWords(document)]);
    if (document.text.length > 0) bodies.push([document.number, bodyWords(document)]);
  }
  await insert(database, 'headline', headlines);
  if (bodies.length > 0) await insert(database, 'body', bodies);
}

function headlineWords(document: Indexable): string {
  return [...headlineTokens(foldText(document.headline)), ...labelTokens(document)].join(' ');
}

/** The headline's words too: a query may be half in the headline and half in the text. */
function bodyWords(document: Indexable): string {
  const words = textTokens(foldText(document.headline));
  for (const part of document.text) for (const word of textTokens(foldText(part))) words.add(word);
  return [...words, ...labelTokens(document)].join(' ');
}

/** What filters look for. */
function labelTokens({ districts, topics, day }: Indexable): string[] {
  const month = monthToken(dayOfNumber(day).slice(0, 7));
  return [...districts.map(districtToken), ...topics.map(topicToken), month];
}

async function insert(
  database: Database,
  table: 'headline' | 'body',
  rows: readonly (readonly [number, string])[],
) {
  const json = JSON.stringify(rows);
  await database.run(
    `INSERT INTO ${table} (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
    [json],
  );
}
