// npm run soak [-- --days 365]: a year of days in three zones, hour by hour, with a clock of its own.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { days: { type: 'string', default: '365' } } });
const env = { ...process.env, SOAK_DAYS: values.days };
const { status } = spawnSync('npx', ['vitest', 'run', 'test/delivery/soak.test.ts'], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
