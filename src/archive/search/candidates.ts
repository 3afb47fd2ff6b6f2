import type { Database, SqlValue } from '../../storage/store.js';
import { dayNumber } from './days.js';
import { idOfKey } from './imported/record.js';
import { all, any, type Expression, one } from './query/expressions.js';
import type { Query } from './query/parse-query.js';
import { firstOwnDocument } from './tables.js';
import { districtToken, monthToken, topicToken } from './tokens.js';

/** A document that may be what is looked for. */
export interface Candidate {
  readonly number: number;
  readonly day: number;
  readonly id: string;
  /** An imported headline with nothing besides: the candidate tells all of it. */
  readonly isBare: boolean;
  readonly headline: string;
  /** `|金水区|law|`, or empty. */
  readonly labels: string;
}

/** More candidates than this are not looked at; the newest are. */
export const mostCandidates = 400;

const fieldSign = '\u001f';
const rowSign = '\u001e';
/** One text for all rows: a value of its own for each field of each row costs more than the search. */
const rowText = `group_concat(
  found.rowid || char(31) || coalesce(record.day, document.day) || char(31) || coalesce(record.key, document.id)
  || char(31) || coalesce(record.more IS NULL AND record.number IS NOT NULL, 0)
  || char(31) || coalesce(record.labels, document.labels, '') || char(31) || coalesce(record.headline, document.headline), char(30))`;

/** What one look-up gave, newest in the order of the index first. */
export interface Candidates {
  readonly headlines: readonly Candidate[];
  /** Documents whose text and headline together have the words. */
  readonly bodies: readonly Candidate[];
}

/** Looks documents up, in one statement. */
export async function findCandidates(
  database: Database,
  words: Expression,
  query: Query,
): Promise<Candidates> {
  const expression = all([...(words === undefined ? [] : [words]), ...filterWords(query)]);
  if (expression === undefined) return { headlines: [], bodies: [] };
  const { condition, values } = dayCondition(query);
  const parameters = [expression, ...values];
  const [row] = await database.all<{ headlines: string | null; bodies: string | null }>(
    `SELECT (${lookUp('headline', condition)}) AS headlines, (${lookUp('body', condition)}) AS bodies`,
    [...parameters, ...parameters],
  );
  return { headlines: candidatesOf(row?.headlines), bodies: candidatesOf(row?.bodies) };
}

function lookUp(table: 'headline' | 'body', condition: string): string {
  return `SELECT ${rowText} FROM (
      SELECT rowid FROM ${table} AS found_in WHERE ${table} MATCH ?${condition} ORDER BY rowid DESC LIMIT ${mostCandidates}) AS found
    LEFT JOIN imported.record AS record ON record.number = found.rowid
    LEFT JOIN document ON document.number = found.rowid
    WHERE coalesce(record.number, document.number) IS NOT NULL`;
}

function candidatesOf(rows: string | null | undefined): Candidate[] {
  return rows == null ? [] : rows.split(rowSign).map(candidateOf);
}

function candidateOf(text: string): Candidate {
  const [number = '', day = '', id = '', bare, labels = '', headline = ''] = text.split(fieldSign);
  return {
    number: Number(number),
    day: Number(day),
    id: Number(number) < firstOwnDocument ? idOfKey(Number(id)) : id,
    isBare: bare === '1',
    labels,
    headline,
  };
}

function filterWords({ districts, topics, days }: Query): Expression[] {
  const filters: Expression[] = [];
  if (districts.length > 0) filters.push(any(districts.map((name) => one(districtToken(name)))));
  if (topics.length > 0) filters.push(any(topics.map((topic) => one(topicToken(topic)))));
  const months = monthsOf(days.from, days.to);
  if (months.length > 0) filters.push(any(months.map((month) => one(monthToken(month)))));
  return filters;
}

const mostMonths = 36;

/** The months of a range that is closed and not too long. */
function monthsOf(from: string | undefined, to: string | undefined): string[] {
  if (from === undefined || to === undefined) return [];
  const months: string[] = [];
  const end = to.slice(0, 7);
  for (let month = from.slice(0, 7); month <= end; month = nextMonth(month)) {
    if (months.length >= mostMonths) return [];
    months.push(month);
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function dayCondition({ days: { from, to } }: Query): { condition: string; values: SqlValue[] } {
  if (from === undefined && to === undefined) return { condition: '', values: [] };
  return {
    condition: ` AND coalesce((SELECT day FROM imported.record WHERE number = found_in.rowid),
      (SELECT day FROM document WHERE number = found_in.rowid))
      BETWEEN ? AND ?`,
    values: [from === undefined ? -1e9 : dayNumber(from), to === undefined ? 1e9 : dayNumber(to)],
  };
}
