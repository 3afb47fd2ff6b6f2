/** Runs one contest alone in this process and prints its figures as JSON: `node --expose-gc one.mjs NAME ARTICLES`. */
import { contests } from './contests.mjs';
import { pageText, storiesPerPage } from './invented-pages.mjs';

const [name, articles] = process.argv.slice(2);
const pages = Math.ceil(Number(articles) / storiesPerPage);
/** Pages made at a time, while the clock stands. */
const batch = 100;
const warmUp = 40;

const run = await contests[name]();
const made = (from, count) => Array.from({ length: count }, (_, at) => pageText(from + at));
await run(made(pages, warmUp));
/** What is held when all garbage is gone. */
function heldMegabytes() {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

const heldBefore = heldMegabytes();
const figures = { articles: 0, bytes: 0, cpuSeconds: 0 };
for (let from = 0; from < pages; from += batch) {
  const texts = made(from, Math.min(batch, pages - from));
  for (const text of texts) figures.bytes += Buffer.byteLength(text);
  const before = process.cpuUsage();
  figures.articles += await run(texts);
  const { user, system } = process.cpuUsage(before);
  figures.cpuSeconds += (user + system) / 1e6;
}
const grownMegabytes = heldMegabytes() - heldBefore;
const peakMegabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ ...figures, grownMegabytes, peakMegabytes }));
process.exit();
