// What a right answer is, and figures of many answers.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Headlines of the shared data; every hundredth is kept out of the index, for queries about what is not there. */
export function readHeadlines(file) {
  const titles = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[2]?.trim())
    .filter(Boolean);
  return {
    indexed: titles.filter((_, at) => at % 100 !== 7),
    absent: titles.filter((_, at) => at % 100 === 7),
  };
}

export const bare = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The place, from 1, of the first right headline: one with all the words that were meant; 0 for none. */
export function rankOf({ meant }, headlines) {
  const words = meant?.map(bare) ?? [];
  return headlines.map(bare).findIndex((text) => words.every((word) => text.includes(word))) + 1;
}

/** What is counted apart from the rest: where nothing is right, and the longest of stories around two words. */
const apart = ['nothing', 'absent', 'winded'];

/** Per kind: success at 1 and 5, mean reciprocal rank at 10, share with any answer, milliseconds. */
export function figuresOf(results) {
  const kindsSeen = [...new Set(results.map(({ kind }) => kind))];
  const row = (list) => {
    const times = list.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    const rate = (test) => list.filter(test).length / list.length;
    return {
      n: list.length,
      s1: rate(({ rank }) => rank === 1),
      s5: rate(({ rank }) => rank >= 1 && rank <= 5),
      mrr: list.reduce((sum, { rank }) => sum + (rank >= 1 && rank <= 10 ? 1 / rank : 0), 0) / list.length,
      answered: rate(({ count }) => count > 0),
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
    };
  };
  const table = Object.fromEntries(
    kindsSeen.map((kind) => [kind, row(results.filter((it) => it.kind === kind))]),
  );
  table.all = row(results.filter(({ kind }) => !apart.includes(kind)));
  return table;
}
