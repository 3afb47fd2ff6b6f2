import { expect, test } from 'vitest';
import { type PlayResult, play, playTwoAtOnce } from './support/play.js';

/** `npm run chaos -- --runs 1000 --seed 1` plays more. */
const runs = Number(process.env['CHAOS_RUNS'] ?? 5);
const firstSeed = Number(process.env['CHAOS_SEED'] ?? 1);

test(
  `nothing is lost and nothing comes three times, through ${runs} mornings of kills and faults`,
  async () => {
    const results: PlayResult[] = [];
    try {
      for (let seed = firstSeed; seed < firstSeed + runs; seed++) results.push(await play(seed));
    } finally {
      if (runs > 5) process.stderr.write(`${summaryOf(results)}\n`);
    }
    const promised = { lost: [], tripled: [], callsAtRest: 0, unexplained: [] };
    // All are played before any is judged: one seed that breaks a promise does not hide the others.
    for (const result of results) expect.soft(result, `seed ${result.seed}`).toMatchObject(promised);
  },
  runs * 60_000,
);

test('two processes started by mistake make one run: the latecomer waits, and finds nothing due', async () => {
  const { copies, chats, sent } = await playTwoAtOnce(firstSeed);
  expect(copies).toEqual(new Set([1]));
  expect(sent).toEqual([0, chats]);
});

function summaryOf(results: readonly PlayResult[]): string {
  const sum = (field: 'chats' | 'kills' | 'unknown' | 'doubled' | 'uncertain') =>
    results.reduce((total, result) => total + result[field], 0);
  const count = (field: 'lost' | 'tripled' | 'unexplained') =>
    results.flatMap((result) => result[field]).length;
  return `${results.length} runs: ${sum('chats')} chats, ${sum('kills')} kills, ${sum('unknown')} sends unknown, ${sum('doubled')} doubled, ${sum('uncertain')} uncertain, ${count('lost')} lost, ${count('tripled')} with three copies, ${count('unexplained')} unexplained`;
}
