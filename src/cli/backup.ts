import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { openSearch } from '../archive/search/open-search.js';
import { Problem } from '../problem.js';
import type { CliContext } from './context.js';
import { mustBeWritable } from './target-file.js';

/**
 * `backup FILE`: a consistent copy of the store while the bot runs, and beside it the imported records. The search index is not
 * copied: it is made anew.
 */
export function registerBackup(program: Command, context: CliContext): void {
  program
    .command('backup')
    .argument('<file>', 'the copy; must not exist yet')
    .description('a consistent copy of subscribers, ledger and articles, while the bot runs')
    .action((file: string) => backUp(file, context));
}

async function backUp(file: string, context: CliContext): Promise<void> {
  await mustBeWritable(file);
  const { dir, name, ext } = path.parse(file);
  const records = path.join(dir, `${name}.search.imported${ext}`);
  for (const target of [file, records]) {
    if (existsSync(target))
      throw new Problem(`${target}: expected a file that does not exist yet; it is not overwritten.`);
  }
  const { storage, archive, city, directory } = await context.house();
  await storage.backup(file);
  const search = await openSearch({ storage, archive, city, directory, log: context.log });
  await search.backupRecords(records);
  await search.close();
  context.say(
    `The store is copied to ${file}, imported records to ${records}; STORE_URL=sqlite://${file} opens both.`,
  );
}
