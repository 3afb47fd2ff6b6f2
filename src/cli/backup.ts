import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { Problem } from '../problem.js';
import { openStorage } from '../storage/open-storage.js';
import type { CliContext } from './context.js';

/** `backup FILE`: a consistent copy of the store while the bot runs. The search index is not in it: it is made anew. */
export function registerBackup(program: Command, context: CliContext): void {
  program
    .command('backup')
    .argument('<file>', 'the copy; must not exist yet')
    .description('a consistent copy of subscribers, ledger and articles, while the bot runs')
    .action(async (file: string) => {
      if (existsSync(file))
        throw new Problem(`${file}: expected a file that does not exist yet; it is not overwritten.`);
      const storage = await openStorage(context.settings.storeUrl);
      try {
        await storage.backup(file);
      } finally {
        await storage.close();
      }
      context.say(
        `The store ${context.settings.storeUrl} is copied to ${file}; STORE_URL=sqlite://${file} opens it.`,
      );
    });
}
