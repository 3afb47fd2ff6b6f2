import { createReadStream, createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { Problem } from '../problem.js';
import { importMark } from '../program/import-mark.js';
import { exportSubscribers, importSubscribers } from '../subscribers/import-export.js';
import type { CliContext } from './context.js';
import { linesOf } from './lines-of.js';
import { mustBeWritable } from './target-file.js';

/** `subscribers export|import [FILE]`: NDJSON out and in, for backup and for moving house. */
export function registerSubscribers(program: Command, context: CliContext): void {
  const group = program.command('subscribers').description('NDJSON of all subscribers, out and in');
  group
    .command('export')
    .argument('[file]', 'where to write; default: stdout')
    .description('writes one subscriber a line')
    .action(async (file?: string) => {
      if (file !== undefined) await mustBeWritable(file);
      const { subscribers, archive } = await context.house();
      const lines = exportSubscribers(subscribers, archive, context.settings.DIGEST_TIME);
      await pipeline(
        Readable.from(withNewlines(lines)),
        file === undefined ? process.stdout : createWriteStream(file),
        {
          end: file !== undefined,
        },
      );
    });
  group
    .command('import')
    .argument('[file]', 'what to read; default: stdin')
    .description('reads one subscriber a line; a chat that is there already is replaced')
    .action((file?: string) => importFrom(file, context));
}

async function importFrom(file: string | undefined, context: CliContext): Promise<void> {
  if (file !== undefined) await mustExist(file);
  const { subscribers, archive, directory, storage } = await context.house();
  const lines = linesOf(file === undefined ? process.stdin : createReadStream(file));
  const report = await importSubscribers(lines, {
    subscribers,
    archive,
    directory,
    now: context.clock.now(),
  });
  await importMark(storage).leave(context.clock.now());
  for (const { line, message } of report.refused) context.say(`${file ?? 'stdin'}:${line}: ${message}`);
  context.say(`${report.imported} imported, ${report.refused.length} refused`);
  if (report.refused.length > 0) context.fail(1);
}

/** @throws {Problem} in a sentence, before anything is opened. */
export async function mustExist(file: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new Problem(`${file}: expected a file that can be read, there is none.`, { cause });
  });
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
