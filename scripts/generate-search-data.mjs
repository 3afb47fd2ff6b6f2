// Writes src/archive/search/data/*.ts: facts about characters and words that search needs, in a compact form.
// Sources: opencc-js (traditional -> simplified), pinyin-pro (readings), the dictionary of @node-rs/jieba (words, parts
// of speech, frequencies). `node scripts/generate-search-data.mjs` writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';

const target = new URL('../src/archive/search/data/', import.meta.url);
const firstHan = 0x4e00;
const lastHan = 0x9fff;
/** A reading that stands for less than this share of a character's uses in words is left out. */
const rareReading = 0.004;
/** Longest words of the dictionary that are kept, and how often, by length, a word must occur in its corpus to be kept. */
const fewestUses = [0, 2, 3, 5, 5];

const hanCharacters = Array.from({ length: lastHan - firstHan + 1 }, (_, at) =>
  String.fromCharCode(firstHan + at),
);
const plain = (reading) => reading.replaceAll('ü', 'v');
const isSyllable = (reading) => /^[a-z]+$/.test(reading);

function dictionaryWords() {
  const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word, , tag]) => tag !== undefined && /^\p{Script=Han}+$/u.test(word))
    .map(([word, frequency, tag]) => ({ word, frequency: Number(frequency), tag: tag.trim() }));
}

function traditional(words) {
  const uses = new Map();
  for (const { word, frequency } of words)
    for (const character of word) uses.set(character, (uses.get(character) ?? 0) + frequency);
  // What is commoner than what it would become is a simplified character itself (么, of which 幺 is another form).
  const isCommoner = (one, other) => (uses.get(one) ?? 0) > (uses.get(other) ?? 0);
  const pairs = new Map();
  for (const from of ['t', 'tw', 'hk']) {
    const convert = OpenCC.Converter({ from, to: 'cn' });
    for (const character of hanCharacters) {
      const simple = convert(character);
      if (simple !== character && simple.length === 1 && !isCommoner(character, simple))
        pairs.set(character, simple);
    }
  }
  // A chain (裏 -> 裡 -> 里) ends at its last link.
  for (const [from, to] of pairs) if (pairs.has(to) && pairs.get(to) !== from) pairs.set(from, pairs.get(to));
  return [...pairs].flat().join('');
}

function readings(words) {
  const uses = new Map();
  const add = (character, reading, weight) => {
    if (!isSyllable(reading)) return;
    const of = uses.get(character) ?? new Map();
    of.set(reading, (of.get(reading) ?? 0) + weight);
    uses.set(character, of);
  };
  for (const { word, frequency } of words) {
    if (frequency < 3) continue;
    const syllables = pinyin(word, { toneType: 'none', type: 'array' }).map(plain);
    for (const [at, character] of [...word].entries()) add(character, syllables[at] ?? '', frequency);
  }
  for (const character of hanCharacters) {
    const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true }).map(plain);
    for (const [at, reading] of [...new Set(all)].entries())
      add(character, reading, at === 0 || !uses.has(character) ? 1 : 0);
  }
  const bySyllable = new Map();
  for (const [character, of] of uses) {
    const total = [...of.values()].reduce((sum, weight) => sum + weight, 0);
    for (const [reading, weight] of of)
      if (weight / total >= rareReading) bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
  }
  return [...bySyllable].sort(([one], [other]) => (one < other ? -1 : 1)).map((entry) => entry.join(''));
}

/** Parts of speech of the dictionary, by their first letter, kept apart where the difference counts. */
const classOf = (tag) => (['vn', 'an', 'nr', 'ns', 'nt', 'nz'].includes(tag) ? 'n' : tag[0]);

/** By length: the words in the order of their code units, and for each its part of speech and log2 of its frequency (`a` is 0). */
function words(dictionary) {
  const kinds = new Map();
  for (const { word, frequency, tag } of dictionary)
    if (frequency >= (fewestUses[word.length] ?? Number.POSITIVE_INFINITY))
      kinds.set(word, `${classOf(tag)}${String.fromCharCode(0x61 + Math.round(Math.log2(frequency)))}`);
  for (const word of readFileSync(new URL('new-words.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\s+/))
    if (!kinds.has(word)) kinds.set(word, `n${String.fromCharCode(0x61 + 6)}`);
  const sorted = [...kinds.keys()].sort();
  return fewestUses.slice(1).map((_, at) => {
    const ofLength = sorted.filter(({ length }) => length === at + 1);
    return [ofLength.join(''), ofLength.map((word) => kinds.get(word)).join('')];
  });
}

function write(file, doc, name, text) {
  writeFileSync(
    new URL(file, target),
    `// Written by scripts/generate-search-data.mjs.\n/** ${doc} */\nexport const ${name} =\n  '${text}';\n`,
  );
  process.stderr.write(`${file}: ${text.length} characters\n`);
}

const dictionary = dictionaryWords();
write(
  'traditional.ts',
  'Traditional character, its simplified one, the next pair (from opencc-js, MIT).',
  'traditionalPairs',
  traditional(dictionary),
);
write(
  'readings.ts',
  'Syllable and the characters read so, joined by `|` (from pinyin-pro, MIT).',
  'readingLists',
  readings(dictionary).join('|'),
);
writeFileSync(
  new URL('words.ts', target),
  `// Written by scripts/generate-search-data.mjs.
/**
 * Words of one character, of two and so on: in the order of their code units without anything between, and two letters for each:
 * part of speech and log2 of the frequency, a for 0 (from the dictionary of jieba, MIT, and words newer than it).
 */
export const dictionary: readonly (readonly [words: string, kinds: string])[] = [
${words(dictionary)
  .map(([list, kinds]) => `  ['${list}',\n   '${kinds}'],\n`)
  .join('')}];
`,
);
