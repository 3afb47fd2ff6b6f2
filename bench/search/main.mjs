// Search side by side with its peers, over the shared headlines. `node bench/search/main.mjs [--per N] [--times 10] [--part held|tune]
// [--only qubao,minisearch]`. Needs `npm run -s prepare` first.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engines, makeFolder } from './engines.mjs';
import { figuresOf, readHeadlines } from './judge.mjs';
import { makeSet } from './make-set.mjs';

const { values } = parseArgs({
  options: {
    per: { type: 'string', default: '300' },
    times: { type: 'string', default: '1' },
    part: { type: 'string', default: 'held' },
    only: { type: 'string', default: Object.keys(engines).join() },
  },
});
const file = fileURLToPath(new URL('../../../shared/data/headlines.tsv.gz', import.meta.url));
if (!existsSync(file)) {
  process.stderr.write('bench/search: the shared headlines are not there; nothing was measured.\n');
  process.exit(0);
}
const sets = makeFolder();
const setFile = `${sets.folder}/set.json`;
writeFileSync(setFile, JSON.stringify(makeSet(readHeadlines(file), values.part, Number(values.per))));

const one = (work, name, folder) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        // As `npm run qubao` starts; the peers as node does.
        ...(name === 'qubao' ? ['--max-semi-space-size=2', '--optimize-for-size'] : []),
        fileURLToPath(new URL('one.mjs', import.meta.url)),
        work,
        name,
        folder,
        JSON.stringify({ file, times: Number(values.times), setFile }),
      ],
      { maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'inherit'] },
    ).toString(),
  );

for (const name of values.only.split(',')) {
  const place = makeFolder();
  const { buildS } = one('build', name, place.folder);
  const disk = place.size() / 1e6;
  const { openS, rssMb, blockedMs, addP95, results } = one('run', name, place.folder);
  place.remove();
  const n = (value, digits) => (value === undefined ? '-' : value.toFixed(digits));
  process.stdout.write(
    `\n${name}: build ${n(buildS, 1)} s, open ${n(openS, 2)} s, memory ${n(rssMb, 0)} MB, disk ${n(disk, 1)} MB, loop held up ${n(blockedMs, 1)} ms at most, add one p95 ${n(addP95, 2)} ms\n`,
  );
  process.stdout.write('kind             n   s@1   s@5   mrr  any    p50    p95    p99\n');
  for (const [kind, row] of Object.entries(figuresOf(results)))
    process.stdout.write(
      `${kind.padEnd(12)} ${String(row.n).padStart(5)} ${n(row.s1, 3)} ${n(row.s5, 3)} ${n(row.mrr, 3)} ${n(row.answered, 3)} ${[row.p50, row.p95, row.p99].map((ms) => n(ms, 2).padStart(6)).join(' ')}\n`,
    );
}
sets.remove();
