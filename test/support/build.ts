import { execFileSync } from 'node:child_process';

/** Tests that start real processes run the built program: build it once before all of them. */
export default function build(): void {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
}
