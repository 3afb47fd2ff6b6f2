import { tidy } from './rich-text.js';

/** A query stands in the message whole, so that its buttons need not carry it. */
const maxQueryLength = 100;
/** Stands before the query in the first line of a result. */
export const queryMark = '🔍 ';
const filterWord = /(?:区|区县|主题|日期|district|topic|date)\s*[:：]\s*\S+/giu;

/** The query as it is searched for and shown. */
export function queryOf(words: string): string {
  return tidy(words, maxQueryLength).replace(/…$/, '');
}

/** The query of a result's message; undefined where the message is none. */
export function queryInMessage(text: string): string | undefined {
  const [first = ''] = text.split('\n', 1);
  return first.startsWith(queryMark) ? queryOf(first.slice(queryMark.length)) : undefined;
}

/** The words of a query without its filters: what can be followed. */
export function wordsOf(query: string): string {
  return query.replace(filterWord, ' ').replace(/\s+/g, ' ').trim();
}

/** The suggestion of that number in the message of a search that found nothing. */
export function suggestionInMessage(text: string, number: number): string | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${number}. `));
  return line?.slice(`${number}. `.length);
}
