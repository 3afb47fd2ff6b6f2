import type { Database } from '../../../storage/store.js';
import type { ForeignArticles, LatestFilter } from '../../archive.js';
import { dayNumber } from '../days.js';
import { articleOfRow, keyOfId, type RecordRow } from './record.js';

/** Imported records as the archive sees them: `/latest`, `byId`, `byNumber` and the count. */
export type ImportedArticles = ForeignArticles;

/** Opens the articles of the attached records. */
export function openImportedArticles(database: Database): ImportedArticles {
  const rows = (rest: string, ...values: readonly (string | number)[]) =>
    database.all<RecordRow>(
      `SELECT number, key, day, headline, labels, more FROM imported.record ${rest}`,
      values,
    );
  const one = async (rest: string, value: number) => {
    const [row] = await rows(rest, value);
    return row === undefined ? undefined : articleOfRow(row);
  };
  return {
    async byId(id) {
      const key = keyOfId(id);
      return key === undefined ? undefined : one('WHERE key = ?', key);
    },
    byNumber: (number) => one('WHERE number = ?', -number),
    async latest(filter, limit) {
      const { condition, values } = conditionOf(filter);
      const found = await rows(`WHERE ${condition} ORDER BY day DESC, number DESC LIMIT ?`, ...values, limit);
      return found.map(articleOfRow);
    },
    async count() {
      return (
        (await database.all<{ count: number }>('SELECT count(*) AS count FROM imported.record'))[0]?.count ??
        0
      );
    },
  };
}

function conditionOf({ districts, topics, from, to }: LatestFilter) {
  const values: (string | number)[] = [];
  const conditions = ['1'];
  if (from !== undefined) {
    conditions.push('day >= ?');
    values.push(dayNumber(from));
  }
  if (to !== undefined) {
    conditions.push('day <= ?');
    values.push(dayNumber(to));
  }
  for (const labels of [districts, topics]) {
    if (labels === undefined) continue;
    conditions.push(`(${labels.map(() => 'instr(labels, ?) > 0').join(' OR ') || '0'})`);
    values.push(...labels.map((label) => `|${label}|`));
  }
  return { condition: conditions.join(' AND '), values };
}
