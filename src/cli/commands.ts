import type { Command } from 'commander';
import type { CliContext } from './context.js';
import { registerSubscribers } from './subscribers.js';

/** Every command, in the order of `--help`. */
export const commands: readonly ((program: Command, context: CliContext) => void)[] = [registerSubscribers];
