/**
 * How near summaries come to the headlines that editors wrote, beside peers in the same run, on the half of the corpus
 * that nothing was learnt from. `--learn` prints weights learnt on the other half instead; `--show N` prints N summaries.
 */
import { readFileSync } from 'node:fs';
import { createSummariser } from '../../dist/articles/summary/summarise.js';
import { parseCity } from '../../dist/city/load-city.js';
import { readCorpus } from './corpus.mjs';
import { learn } from './learn.mjs';
import { bestSentence, byTextRank, leadOne } from './peers.mjs';
import { rouge } from './rouge.mjs';

const learning = 0;
const heldOut = 1;

function summariser() {
  const city = parseCity(readFileSync('content/city.yaml', 'utf8'), 'content/city.yaml');
  const summarise = createSummariser(city);
  // The headline is the reference, and is withheld.
  return ({ paragraphs, date }) =>
    summarise({ headline: '', kicker: '', subheadline: '', paragraphs, date }).summary;
}

function measure(name, summary, items) {
  const sums = [0, 0, 0];
  let length = 0;
  let longest = 0;
  const began = performance.now();
  const texts = items.map(summary);
  const ms = performance.now() - began;
  texts.forEach((text, at) => {
    rouge(text, items[at].headline).forEach((value, index) => {
      sums[index] += value;
    });
    length += text.length;
    longest = Math.max(longest, text.length);
  });
  const [one, two, lcs] = sums.map((sum) => sum / items.length);
  return { name, one, two, lcs, length: length / items.length, longest, ms: ms / items.length };
}

function report(items) {
  const rows = [
    measure('lead-1', leadOne, items),
    measure('TextRank (ts-textrank)', byTextRank, items),
    measure('qubao', summariser(), items),
    measure('best single sentence (bound)', bestSentence, items),
  ];
  console.log(`${items.length} items, held out\n`);
  console.log('| | ROUGE-1 | ROUGE-2 | ROUGE-L | mean length | longest | ms an item |');
  console.log('|---|---|---|---|---|---|---|');
  for (const { name, one, two, lcs, length, longest, ms } of rows) {
    const cells = [one, two, lcs].map((value) => value.toFixed(3));
    console.log(`| ${[name, ...cells, length.toFixed(0), longest, ms.toFixed(2)].join(' | ')} |`);
  }
  const [lead, , ours, best] = rows;
  for (const [key, name] of [
    ['one', '1'],
    ['two', '2'],
    ['lcs', 'L'],
  ]) {
    const closed = (ours[key] - lead[key]) / (best[key] - lead[key]);
    console.log(
      `${name === '1' ? '\n' : ''}gap of lead-1 to the best sentence closed, ROUGE-${name}: ${Math.round(closed * 100)}%`,
    );
  }
}

const [mode, count] = process.argv.slice(2);
if (mode === '--learn') {
  console.log(JSON.stringify(learn(readCorpus(learning)), null, 2));
} else if (mode === '--show') {
  const items = readCorpus(heldOut);
  const summary = summariser();
  for (let at = 0; at < Number(count ?? 20); at++) {
    const item = items[(at * 397) % items.length];
    console.log(`${item.headline}\n    ${summary(item)}`);
  }
} else {
  report(readCorpus(heldOut));
}
