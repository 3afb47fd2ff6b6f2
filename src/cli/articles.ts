import type { Command } from 'commander';
import type { Article, Finding, PageReading } from '../articles/article.js';
import type { Reason } from '../articles/places/scores.js';
import { listPages, type PageFile } from '../intake/list-pages.js';
import { type Content, openContent } from '../intake/open-content.js';
import { pageFileAt } from '../intake/page-file-at.js';
import { type ReadPage, readPageFile } from '../intake/read-page-file.js';
import type { CliContext } from './context.js';
import { findingLine } from './finding-lines.js';

interface Options {
  readonly json?: boolean;
  readonly explain?: boolean;
}

/** `articles [FILE…] [--json] [--explain]`: parses pages and prints what the program understood of them. */
export function registerArticles(program: Command, context: CliContext): void {
  program
    .command('articles')
    .argument('[file...]', 'pages to read; default: all content')
    .option('--json', 'one article a line, as JSON')
    .option('--explain', 'the words that decided districts and topics, with their weights')
    .description('parses pages and prints what it understood')
    .action((files: string[], options: Options) => printArticles(files, options, context));
}

async function printArticles(files: readonly string[], options: Options, context: CliContext): Promise<void> {
  const content = await openContent(context.settings.CONTENT_DIR);
  const pages = files.length === 0 ? undefined : await Promise.all(files.map(pageFileAt));
  const { articles, findings } = options.explain
    ? await explained(content, pages)
    : await (pages === undefined ? content.readAll() : readPages(pages, content.reader.read, content));
  for (const article of articles) {
    for (const line of options.json ? [articleJson(article)] : articleLines(article)) context.out(line);
  }
  for (const finding of findings) context.say(findingLine(finding));
  if (findings.some(({ severity }: Finding) => severity === 'error')) context.fail(1);
}

async function readPages(pages: readonly PageFile[], read: ReadPage, content: Content): Promise<PageReading> {
  const readings: PageReading[] = [];
  for (const page of pages) readings.push(await readPageFile(page, read, content.city.timezone));
  return {
    articles: readings.flatMap(({ articles }) => articles),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

/** Articles that carry the words which decided, as a field of their own. */
async function explained(content: Content, pages: readonly PageFile[] | undefined): Promise<PageReading> {
  const listed = pages === undefined ? await listPages(content.folder) : { pages, findings: [] };
  const read: ReadPage = (page) => ({
    articles: content.reader
      .explain(page)
      .map(({ article, districts, topics }) => ({ ...article, explain: { districts, topics } })),
    findings: content.reader.read(page).findings,
  });
  const { articles, findings } = await readPages(listed.pages, read, content);
  return { articles, findings: [...listed.findings, ...findings] };
}

interface Explained extends Article {
  readonly explain?: { readonly districts: readonly Reason[]; readonly topics: readonly Reason[] };
}

function explainLines({ explain }: Explained): string[] {
  const line = (name: string, reasons: readonly Reason[]) =>
    `  ${name}: ${reasons.map(({ word, for: of, weight, where }) => `${word}→${of} ${weight} (${where})`).join(', ') || '—'}`;
  return explain === undefined ? [] : [line('districts', explain.districts), line('topics', explain.topics)];
}

/** The fields of the contract, in its order; what else is known of an article follows them. */
export function articleJson(article: Article): string {
  const { id, date, headline, kicker, subheadline, districts, topics, reporters, correspondents } = article;
  const { photo, paragraphs, summary, points, figures, source, ...more } = article;
  const first = { id, date, headline, kicker, subheadline, districts, topics, reporters, correspondents };
  return JSON.stringify({ ...first, photo, paragraphs, summary, points, figures, source, ...more });
}

function articleLines(article: Article): string[] {
  const { kicker, headline, subheadline, date, districts, topics, source, summary, points, figures } =
    article;
  const people = [
    article.reporters.length > 0 && `记者 ${article.reporters.join(' ')}`,
    article.correspondents.length > 0 && `通讯员 ${article.correspondents.join(' ')}`,
    article.agency,
    article.photo && '图',
  ].filter(Boolean);
  const facts = [
    date,
    districts.join(' ') || '—',
    topics.join(' '),
    ...people,
    `${source.file}:${source.line}`,
  ];
  return [
    [kicker, headline || '（无题）', subheadline].filter((title) => title !== '').join(' | '),
    `  ${facts.join(' · ')}`,
    `  ${summary}`,
    ...points.map((point) => `  - ${point}`),
    ...figures.map(({ of, amount, change, period }) =>
      ['  #', of, amount, change, period].filter((part) => part !== undefined).join(' '),
    ),
    ...explainLines(article),
    '',
  ];
}
