// One engine in a process of its own. `node one.mjs build|run ENGINE FOLDER OPTIONS`; its figures go to stdout as JSON.
import { readFileSync } from 'node:fs';
import { engines } from './engines.mjs';
import { rankOf, readHeadlines } from './judge.mjs';

const [work, name, folder, json] = process.argv.slice(2);
const { file, times, setFile } = JSON.parse(json);

/** The headlines, as often as asked for, each time with other dates. */
function recordsOf(indexed) {
  const day = (at) =>
    new Date(Date.UTC(2000, 0, 1) + ((at * 7919) % 9000) * 864e5).toISOString().slice(0, 10);
  return Array.from({ length: indexed.length * times }, (_, at) => ({
    date: day(at),
    headline: indexed[at % indexed.length],
  }));
}

const rssMb = () => process.memoryUsage().rss / 1e6;

async function build() {
  const engine = await engines[name](folder);
  const records = recordsOf(readHeadlines(file).indexed);
  const start = performance.now();
  await engine.build(records);
  return { buildS: (performance.now() - start) / 1000 };
}

async function run() {
  const set = JSON.parse(readFileSync(setFile, 'utf8'));
  const bare = rssMb();
  const engine = await engines[name](folder);
  const start = performance.now();
  await engine.open();
  const openS = (performance.now() - start) / 1000;
  for (const { q } of set.slice(0, 100)) await engine.search(q);
  // How long the event loop was held up: a timer that should ring every millisecond.
  let worst = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - before - 1);
    before = performance.now();
  }, 1);
  const results = [];
  for (const query of set) {
    const from = performance.now();
    const headlines = await engine.search(query.q);
    results.push({
      kind: query.kind,
      ms: performance.now() - from,
      rank: query.meant ? rankOf(query, headlines) : 0,
      count: headlines.length,
    });
    if (results.length % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  clearInterval(timer);
  const rss = rssMb();
  const added = [];
  for (let at = 0; engine.addOne && at < 200; at++) {
    const from = performance.now();
    await engine.addOne(at);
    added.push(performance.now() - from);
  }
  added.sort((one, other) => one - other);
  return {
    openS,
    rssMb: rss - bare,
    blockedMs: worst,
    addP95: added[Math.floor(added.length * 0.95)],
    results,
  };
}

const figures = JSON.stringify(await (work === 'build' ? build() : run()));
// A pipe takes only so much at once: what is left would be lost with the process.
process.stdout.write(figures, () => process.exit(0));
