import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import type { Finding } from '../articles/article.js';
import { cityFinding } from '../intake/city-finding.js';
import { readFeedList } from '../intake/feeds/feed-list.js';
import { cityFile, openContent } from '../intake/open-content.js';
import { Problem } from '../problem.js';
import type { CliContext } from './context.js';
import { findingLine, sarifOf } from './finding-lines.js';

type Format = 'text' | 'json' | 'sarif';

/** `check [DIR] [--format text|json|sarif]`: what an editor should look at before readers do. */
export function registerCheck(program: Command, context: CliContext): void {
  program
    .command('check')
    .argument('[dir]', 'content folder; default: CONTENT_DIR')
    .addOption(
      new Option('--format <format>', 'form of the findings')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .description('validates content; exit status 1 if an article cannot be loaded')
    .action((folder: string | undefined, { format }: { readonly format: Format }) =>
      check(
        folder ?? context.settings.CONTENT_DIR,
        folder === undefined ? 'CONTENT_DIR' : 'check',
        format,
        context,
      ),
    );
}

async function check(folder: string, named: string, format: Format, context: CliContext): Promise<void> {
  const { findings, articles } = await findingsOf(folder, named);
  for (const text of formatted(findings, format)) context.out(text);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  context.say(`articles: ${articles}, findings: ${findings.length}, errors among them: ${errors}`);
  if (errors > 0) context.fail(1);
}

function formatted(findings: readonly Finding[], format: Format): string[] {
  switch (format) {
    case 'text':
      return findings.map(findingLine);
    case 'json':
      return [JSON.stringify(findings, null, 2)];
    case 'sarif':
      return [JSON.stringify(sarifOf(findings), null, 2)];
  }
}

interface Checked {
  readonly findings: readonly Finding[];
  readonly articles: number;
}

/** Files are named from the working folder, so that a terminal can open them. */
async function findingsOf(folder: string, named: string): Promise<Checked> {
  let articles = 0;
  const findings: Finding[] = [];
  try {
    const reading = await (await openContent(folder, named)).readAll();
    articles = reading.articles.length;
    findings.push(...reading.findings);
  } catch (problem) {
    if (!(problem instanceof Problem) || !existsSync(path.join(folder, cityFile))) throw problem;
    findings.push(cityFinding(problem));
  }
  findings.push(...(await readFeedList(folder)).findings);
  return {
    articles,
    findings: findings.map((finding) => ({ ...finding, file: path.join(folder, finding.file) })),
  };
}
