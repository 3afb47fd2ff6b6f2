import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFilledStore } from './store.mjs';

const wishes = 500;

/** (d): who is due among so many, in a process of its own; and with fewer, to see how it grows. */
export async function measurePlan(most) {
  console.log(`\n(d) scan to first send, whole plan and memory, ${wishes} different wishes`);
  const rows = {};
  for (const count of [10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'qubao-plan-'));
    const url = `sqlite://${folder}/store.sqlite`;
    const { storage } = await openFilledStore(url, numbers(count), wishes);
    await storage.close();
    rows[count] = await measureOne(url);
    rmSync(folder, { recursive: true, force: true });
  }
  console.table(rows);
}

function* numbers(count) {
  for (let index = 0; index < count; index++) yield 100_000_000 + index;
}

function measureOne(url) {
  const child = spawn(process.execPath, [new URL('plan-one.mjs', import.meta.url).pathname, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  return new Promise((resolve) => child.once('exit', () => resolve(JSON.parse(output))));
}
