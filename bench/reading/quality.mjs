/**
 * How well pages are read: `npm run bench:reading-quality [-- --faults] [FOLDER…]`. A folder holds cases, each a
 * `page.md` beside the `expected.json` that says what a careful reader finds in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPageReader } from '../../dist/articles/read-page.js';
import { parseCity } from '../../dist/city/load-city.js';
import { figures, scorePage } from './score.mjs';

const args = process.argv.slice(2);
const folders = args.filter((one) => !one.startsWith('--'));
const reader = createPageReader(parseCity(readFileSync('content/city.yaml', 'utf8'), 'content/city.yaml'));

function scoreCase(folder, name) {
  const text = readFileSync(path.join(folder, name, 'page.md'), 'utf8');
  const expected = JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8'));
  const page = { file: `${name}/page.md`, text, fallbackDate: '2024-08-28' };
  const { sum, faults } = scorePage(expected.articles, reader.read(page).articles);
  if (args.includes('--faults')) for (const fault of faults) console.log(name, JSON.stringify(fault));
  return sum;
}

const all = ['', 'second-', 'third-', 'fourth-'].flatMap((examination) =>
  ['open', 'held-out'].map((name) => `test/exam-pages/${examination}${name}`),
);
for (const folder of folders.length > 0 ? folders : all) {
  const sums = readdirSync(folder).map((name) => scoreCase(folder, name));
  const shown = Object.entries(figures(sums)).map(([name, figure]) => `${name} ${figure.toFixed(3)}`);
  console.log(
    `${folder}: ${sums.length} pages, ${sums.reduce((all, { stories }) => all + stories, 0)} stories`,
  );
  console.log(`  ${shown.join('  ')}`);
}
