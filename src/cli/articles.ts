import type { Command } from 'commander';
import type { Article, Finding, PageReading } from '../articles/article.js';
import { type Content, openContent } from '../intake/open-content.js';
import { pageFileAt } from '../intake/page-file-at.js';
import { readPageFile } from '../intake/read-page-file.js';
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
  const { articles, findings } =
    files.length === 0 ? await content.readAll() : await readFiles(files, content);
  for (const article of articles) {
    for (const line of options.json ? [articleJson(article)] : articleLines(article)) context.out(line);
  }
  for (const finding of findings) context.say(findingLine(finding));
  if (findings.some(({ severity }: Finding) => severity === 'error')) context.fail(1);
}

async function readFiles(files: readonly string[], content: Content): Promise<PageReading> {
  const readings: PageReading[] = [];
  for (const file of files) {
    readings.push(await readPageFile(await pageFileAt(file), content.readPage, content.city.timezone));
  }
  return {
    articles: readings.flatMap(({ articles }) => articles),
    findings: readings.flatMap(({ findings }) => findings),
  };
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
    '',
  ];
}
