import type { Command } from 'commander';
import { registerArchiveImport } from './archive-import.js';
import { registerArticles } from './articles.js';
import { registerBackup } from './backup.js';
import { registerCheck } from './check.js';
import type { CliContext } from './context.js';
import { registerDigest } from './digest.js';
import { registerDoctor } from './doctor.js';
import { registerSearch } from './search.js';
import { registerSubscribers } from './subscribers.js';

/** Every command, in the order of `--help`. */
export const commands: readonly ((program: Command, context: CliContext) => void)[] = [
  registerArticles,
  registerCheck,
  registerSearch,
  registerArchiveImport,
  registerDigest,
  registerSubscribers,
  registerBackup,
  registerDoctor,
];
