import { expect, test } from 'vitest';
import { type PlayResult, play, playTwoAtOnce } from './support/play.js';

/** `npm run chaos -- --runs 1000 --seed 1` plays more. */
const runs = Number(process.env['CHAOS_RUNS'] ?? 5);
const firstSeed = Number(process.env['CHAOS_SEED'] ?? 1);

test(
  `nothing is lost and nothing comes three times, through ${runs} mornings of kills and faults`,
  async () => {
    const results: PlayResult[] = [];
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const result = await play(seed);
      results.push(result);
      expect(result, `seed ${seed}`).toMatchObject({
        lost: [],
        tripled: [],
        callsAtRest: 0,
        unexplained: [],
      });
    }
    if (runs > 5) process.stderr.write(`${summaryOf(results)}\n`);
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
  return `${results.length} runs: ${sum('chats')} chats, ${sum('kills')} kills, ${sum('unknown')} sends unknown, ${sum('doubled')} doubled, ${sum('uncertain')} uncertain, 0 lost, 0 with three copies`;
}
