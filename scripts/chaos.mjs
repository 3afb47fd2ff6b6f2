// npm run chaos -- --runs 1000 [--seed 1]: seeded mornings of kills and faults, with real processes.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const env = { ...process.env, CHAOS_RUNS: values.runs, CHAOS_SEED: values.seed };
const { status } = spawnSync('npx', ['vitest', 'run', 'test/chaos'], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
