import type { Command } from 'commander';
import type { CliContext } from './context.js';

/** Tells commander of one command. */
type Register = (program: Command, context: CliContext) => void;

/** Every command by its first word, in the order of `--help`. */
const commands: ReadonlyMap<string, () => Promise<Register>> = new Map(
  Object.entries({
    articles: async () => (await import('./articles.js')).registerArticles,
    check: async () => (await import('./check.js')).registerCheck,
    search: async () => (await import('./search.js')).registerSearch,
    archive: async () => (await import('./archive-import.js')).registerArchiveImport,
    digest: async () => (await import('./digest.js')).registerDigest,
    subscribers: async () => (await import('./subscribers.js')).registerSubscribers,
    stats: async () => (await import('./stats.js')).registerStats,
    backup: async () => (await import('./backup.js')).registerBackup,
    doctor: async () => (await import('./doctor.js')).registerDoctor,
  }),
);

/**
 * Loads the command that a command line begins with, or all of them where it begins with none: a search starts in half of the
 * time and memory if it need not load what sends digests.
 */
export async function loadCommands(commandLine: readonly string[]): Promise<readonly Register[]> {
  const asked = commands.get(commandLine[0] ?? '');
  return Promise.all((asked === undefined ? [...commands.values()] : [asked]).map((load) => load()));
}
