import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const file = '../shared/data/broadcast-news.jsonl.gz';

/** FNV-1a: says once and for all in which half an item lies. */
function hash(text) {
  let state = 2_166_136_261;
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0), 16_777_619);
  return state >>> 0;
}

/** Broadcast news with their headlines; `half` 0 is for learning, 1 is held out. */
export function readCorpus(half) {
  if (!existsSync(file)) {
    console.error(`There is no ${file}: the corpus is no part of the project.`);
    process.exit(1);
  }
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(
      ({ headline, paragraphs }) => headline !== '' && paragraphs.length > 0 && hash(headline) % 2 === half,
    );
}
