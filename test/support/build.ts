import { spawnSync } from 'node:child_process';

/** Tests that start real processes run the built program: build it once before all of them. Types are `npm run check`'s. */
export default function build(): void {
  spawnSync('npm', ['run', '-s', 'prepare'], { stdio: 'ignore' });
}
