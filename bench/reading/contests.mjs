/** What is done with the invented pages: each contest takes pages, and tells how many articles it made of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import markdownIt from 'markdown-it';
import { openArchive } from '../../dist/archive/open-archive.js';
import { createPageReader } from '../../dist/articles/read-page.js';
import { openStorage } from '../../dist/storage/open-storage.js';
import { city, storiesPerPage } from './invented-pages.mjs';

const day = 86_400_000;
const firstIssue = Date.UTC(2000, 0, 1);
const pagesAnIssue = 10;

function reading() {
  const reader = createPageReader(city);
  return (texts) => {
    let articles = 0;
    for (const text of texts)
      articles += reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' }).articles.length;
    return articles;
  };
}

/** Every ten pages are the issue of a day, read and taken into an archive on disk. */
async function archiving() {
  const reader = createPageReader(city);
  const folder = mkdtempSync(path.join(tmpdir(), 'qubao-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const archive = openArchive(await openStorage(`sqlite://${folder}/bench.sqlite`), city.timezone);
  let issues = 0;
  return async (texts) => {
    let articles = 0;
    for (let first = 0; first < texts.length; first += pagesAnIssue) {
      const folderDate = new Date(firstIssue + issues++ * day).toISOString().slice(0, 10);
      const issue = texts.slice(first, first + pagesAnIssue).flatMap((text, page) => {
        const file = `${folderDate}/a${page}.md`;
        return reader.read({ file, text, folderDate, fallbackDate: folderDate }).articles;
      });
      articles += (await archive.takeIn(issue, new Date())).released.length;
    }
    return articles;
  };
}

/** A plain parse, as a measure of the machine: it finds headings and paragraphs. */
function markdown() {
  const parser = markdownIt();
  return (texts) => {
    for (const text of texts) parser.parse(text, {});
    return texts.length * storiesPerPage;
  };
}

export const contests = { 'markdown-it': markdown, reading, 'reading and archiving': archiving };
