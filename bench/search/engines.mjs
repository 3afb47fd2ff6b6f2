// The engines that are measured: each takes records {date, headline} in and gives headlines for a query.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for an engine's files, and its size in bytes. */
export function makeFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'qubao-bench-'));
  return {
    folder,
    size: () => readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function jiebaWords() {
  const { Jieba } = await import('@node-rs/jieba');
  const jieba = Jieba.withDict(
    readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')),
  );
  return (text) => jieba.cutForSearch(text.toLowerCase(), true).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

async function* ndjson(records) {
  for (const record of records) yield record;
}

/** Ten articles an issue. */
const articleOf = (at) => ({
  id: `bench${String(at).padStart(5, '0')}`,
  date: new Date(Date.UTC(2024, 0, 1 + Math.floor(at / 10))).toISOString().slice(0, 10),
  headline: `新添的第${at}条消息`,
  paragraphs: [`这是第${at}条消息的正文，说的是${String(at).repeat(20)}号的事。`.repeat(5)],
  ...{
    kicker: '',
    subheadline: '',
    districts: ['金水区'],
    topics: ['services'],
    reporters: [],
    correspondents: [],
  },
  ...{
    photo: false,
    summary: '',
    points: [],
    figures: [],
    source: { file: 'bench.md', line: at + 1 },
    sections: [],
  },
  ...{ paper: '', page: '', agency: '', sample: false, urgent: false },
});

/** Ours, as the program opens it. */
async function qubao(folder) {
  const from = (file) => import(`../../dist/${file}.js`);
  const [
    { openStorage },
    { openArchive },
    { openSearch },
    { silentLog },
    { parseCity },
    { createDirectory },
  ] = await Promise.all(
    [
      'storage/open-storage',
      'archive/open-archive',
      'archive/search/open-search',
      'log',
      'city/load-city',
      'city/create-directory',
    ].map(from),
  );
  const file = new URL('../../content/city.yaml', import.meta.url);
  const city = parseCity(readFileSync(file, 'utf8'), 'city.yaml');
  const directory = createDirectory(city);
  let storage;
  let search;
  let archive;
  const open = async () => {
    storage = await openStorage(`sqlite://${folder}/qubao.sqlite`);
    archive = openArchive(storage, city.timezone);
    search = await openSearch({
      storage,
      archive,
      city,
      directory,
      log: silentLog,
    });
    await search.prepare();
  };
  const now = new Date();
  return {
    async build(records) {
      await open();
      await search.importRecords(ndjson(records));
      await search.close();
      await storage.close();
    },
    open,
    search: async (q) =>
      (await search.search(q, { now, limit: 10 })).results.map(({ article }) => article.headline),
    // An article of the newsroom, taken in, stored and indexed.
    addOne: (at) => archive.takeIn([articleOf(at)], now),
  };
}

async function minisearch(folder) {
  const { default: MiniSearch } = await import('minisearch');
  const tokenize = await jiebaWords();
  const options = {
    fields: ['headline'],
    storeFields: ['headline'],
    tokenize,
    searchOptions: { fuzzy: 0.2, prefix: true, tokenize },
  };
  const file = `${folder}/index.json`;
  let index;
  return {
    async build(records) {
      index = new MiniSearch(options);
      index.addAll(records.map(({ headline }, id) => ({ id, headline })));
      writeFileSync(file, JSON.stringify(index));
    },
    async open() {
      index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options);
    },
    search: async (q) =>
      index
        .search(q)
        .slice(0, 10)
        .map(({ headline }) => headline),
  };
}

async function flexsearch(folder) {
  const { default: FlexSearch } = await import('flexsearch');
  const words = await jiebaWords();
  const make = () => new FlexSearch.Index({ encode: words, tokenize: 'forward' });
  let index;
  let titles;
  return {
    async build(records) {
      titles = records.map(({ headline }) => headline);
      writeFileSync(`${folder}/titles.json`, JSON.stringify(titles));
    },
    // Its export is a callback for each of many keys; it is built anew here, which is what its users do.
    async open() {
      titles ??= JSON.parse(readFileSync(`${folder}/titles.json`, 'utf8'));
      index = make();
      for (const [id, title] of titles.entries()) index.add(id, title);
    },
    search: async (q) => index.search(q, { limit: 10, suggest: true }).map((id) => titles[id]),
  };
}

async function orama(folder) {
  const { create, insertMultiple, load, save, search } = await import('@orama/orama');
  const words = await jiebaWords();
  const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: words };
  const make = () => create({ schema: { headline: 'string' }, components: { tokenizer } });
  const file = `${folder}/index.json`;
  let index;
  return {
    async build(records) {
      index = make();
      await insertMultiple(
        index,
        records.map(({ headline }) => ({ headline })),
        5000,
      );
      writeFileSync(file, JSON.stringify(save(index)));
    },
    async open() {
      index = make();
      load(index, JSON.parse(readFileSync(file, 'utf8')));
    },
    search: async (q) =>
      (await search(index, { term: q, limit: 10, tolerance: 1 })).hits.map(
        ({ document }) => document.headline,
      ),
  };
}

async function trigram(folder) {
  const { default: sqlite3 } = await import('sqlite3');
  let database;
  const all = (sql, values = []) =>
    new Promise((resolve, reject) =>
      database.all(sql, values, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  const open = async () => {
    database = await new Promise((resolve, reject) => {
      const opened = new sqlite3.Database(`${folder}/index.sqlite`, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
  };
  return {
    async build(records) {
      await open();
      await all(`CREATE VIRTUAL TABLE news USING fts5 (headline, tokenize = trigram)`);
      await all('BEGIN');
      for (let at = 0; at < records.length; at += 5000)
        await all('INSERT INTO news SELECT value FROM json_each(?)', [
          JSON.stringify(records.slice(at, at + 5000).map(({ headline }) => headline)),
        ]);
      await all('COMMIT');
      await new Promise((resolve) => database.close(resolve));
    },
    open,
    async search(q) {
      const terms = q
        .split(/\s+/)
        .filter(Boolean)
        .map((term) => `"${term.replaceAll('"', '""')}"`);
      if (terms.length === 0) return [];
      const rows = await all('SELECT headline FROM news WHERE news MATCH ? ORDER BY rank LIMIT 10', [
        terms.join(' '),
      ]);
      return rows.map(({ headline }) => headline);
    },
  };
}

/** By name. */
export const engines = { qubao, minisearch, flexsearch, orama, trigram };
