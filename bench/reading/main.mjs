/**
 * How fast pages are read and taken into the archive, beside a plain Markdown parse of the same bytes by markdown-it:
 * `npm run bench:reading [-- ARTICLES]`, 50,000 articles by default. Each contest has a process of its own, and CPU time
 * (all threads, compiling and collecting garbage included) is what is compared: other work on the machine counts little.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPageReader } from '../../dist/articles/read-page.js';
import { contests } from './contests.mjs';
import { city } from './invented-pages.mjs';

const articles = process.argv[2] ?? '50000';
const seed = '../shared/data/seed-page.md';

function timeRealPage() {
  const reader = createPageReader(city);
  const text = readFileSync(seed, 'utf8');
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' });
    return performance.now() - start;
  });
  const [first = 0] = times;
  const median = times.sort((one, other) => one - other)[100] ?? 0;
  console.log(
    `a real page of ${text.length} characters: ${first.toFixed(1)} ms the first time, ${median.toFixed(1)} ms warm\n`,
  );
}

if (existsSync(seed)) timeRealPage();
console.log(
  '| | CPU µs an article | articles a CPU second | MB/s | times the plain parse | peak memory | held more at the end |',
);
console.log('|---|---|---|---|---|---|---|');
let plain;
for (const name of Object.keys(contests)) {
  const one = path.join(import.meta.dirname, 'one.mjs');
  const command = ['--expose-gc', one, name, articles];
  const figures = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }));
  plain ??= figures.cpuSeconds;
  const cells = [
    ((figures.cpuSeconds * 1e6) / figures.articles).toFixed(0),
    (figures.articles / figures.cpuSeconds).toFixed(0),
    (figures.bytes / 1e6 / figures.cpuSeconds).toFixed(1),
    (figures.cpuSeconds / plain).toFixed(1),
    `${figures.peakMegabytes.toFixed(0)} MB`,
    `${figures.grownMegabytes.toFixed(1)} MB`,
  ];
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}
