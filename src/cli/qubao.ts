import { Command, CommanderError } from 'commander';
import { messageOf, Problem } from '../problem.js';
import { StoreFailure } from '../storage/store.js';
import { loadCommands } from './commands.js';
import { openContext } from './context.js';

const usageStatus = 2;

/** Runs one command line; its exit status is the process's. */
async function main(): Promise<void> {
  // A reader of our output that has had enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const context = openContext();
  const program = new Command('qubao')
    .description(
      'District news, summed up. Data goes to stdout, talk to stderr. Exit status: 0 done, 1 the work found problems, 2 wrong use or settings.',
    )
    .exitOverride()
    .showHelpAfterError('(--help shows how)');
  for (const register of await loadCommands(process.argv.slice(2))) register(program, context);
  try {
    await program.parseAsync();
  } catch (thrown) {
    process.exitCode = statusOf(thrown);
  } finally {
    await context.close();
  }
}

/** Says what went wrong in a sentence, unless commander already has. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : usageStatus;
  if (thrown instanceof Problem || thrown instanceof StoreFailure) {
    process.stderr.write(`${messageOf(thrown)}\n`);
    return thrown instanceof Problem ? thrown.exitStatus : 1;
  }
  throw thrown;
}

await main();
