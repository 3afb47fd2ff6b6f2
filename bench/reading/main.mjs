// Reads pages and says how fast, beside a plain Markdown parse of the same bytes by markdown-it.
// `npm run bench:reading [-- ARTICLES]`, 50,000 articles by default.
import { existsSync, readFileSync } from 'node:fs';
import markdownIt from 'markdown-it';
import { createPageReader } from '../../dist/articles/read-page.js';
import { parseCity } from '../../dist/city/load-city.js';

const wanted = Number(process.argv[2] ?? 50_000);
const perPage = 10;
const city = parseCity(readFileSync('content/city.yaml', 'utf8'), 'content/city.yaml');
const began = performance.now();
const reader = createPageReader(city);
const builtMs = performance.now() - began;
const markdown = markdownIt();

const districts = city.districts.map(({ name }) => name);
const deeds = [
  '把闲置的锅炉房改成居民书屋',
  '给老楼装上了遮雨棚',
  '请来木匠教孩子们做板凳',
  '把早市搬进了有顶的院子',
];

/** An invented page of ten stories of some 500 characters, no two alike. */
function pageText(number) {
  const stories = Array.from({ length: perPage }, (_, at) => {
    const id = number * perPage + at;
    const district = districts[id % districts.length];
    const deed = deeds[id % deeds.length];
    const text = Array.from(
      { length: 4 },
      (_unused, part) =>
        `${district}第${id}个院子${deed}，用了${(id % 90) + part}天，花了${id % 700}元，来帮忙的邻居有${(id % 40) + 3}位。大家说，事情不大，可是每天进出都看得见，比贴在墙上的话管用，下个月还要把楼道的灯换成声控的，把${part}号楼的信箱重新编号。`,
    );
    return `## ${district}：${deed}（${id}）\n\n本报讯(记者 王小明 通讯员 李小红)8月${(id % 28) + 1}日，${text.join('\n\n')}`;
  });
  return `2024年8月28日 星期三 第${(number % 16) + 1}版\n\n${stories.join('\n\n')}\n`;
}

/** Runs a parser over all pages; seconds, bytes, and the highest memory seen. */
function race(parse) {
  let bytes = 0;
  let peak = 0;
  let seconds = 0;
  let given = 0;
  for (let number = 0; number * perPage < wanted; number += 1) {
    const text = pageText(number);
    bytes += Buffer.byteLength(text);
    const start = performance.now();
    given += parse(text);
    seconds += (performance.now() - start) / 1000;
    if (number % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { seconds, bytes, peak, given };
}

const read = (text) => reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' }).articles.length;
const contest = { qubao: read, 'markdown-it': (text) => markdown.parse(text, {}).length };
for (const parse of Object.values(contest))
  for (let number = 0; number < 40; number += 1) parse(pageText(number));

console.log(`reader built in ${builtMs.toFixed(0)} ms`);
const seed = '../shared/data/seed-page.md';
if (existsSync(seed)) {
  const text = readFileSync(seed, 'utf8');
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  console.log(`a real page of ${text.length} characters: ${times[20].toFixed(1)} ms (median of 40)`);
}
const results = Object.entries(contest).map(([name, parse]) => [name, race(parse)]);
for (const [name, { seconds, bytes, peak, given }] of results)
  console.log(
    `${name.padEnd(12)} ${seconds.toFixed(1)} s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s, ${name === 'qubao' ? `${given} articles, ${(given / seconds).toFixed(0)}/s, ` : ''}peak ${(peak / 1e6).toFixed(0)} MB`,
  );
const [[, ours], [, theirs]] = results;
console.log(`${(ours.seconds / theirs.seconds).toFixed(1)} times the plain Markdown parse`);
