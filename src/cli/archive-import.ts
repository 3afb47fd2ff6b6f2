import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { ImportedRecord } from '../archive/archive.js';
import { parseImportLine } from '../archive/search/imported/parse-import-line.js';
import { openSearch } from '../archive/search/open-search.js';
import type { CliContext } from './context.js';
import { linesOf } from './lines-of.js';
import { mustExist } from './subscribers.js';

/** `archive import FILE`: records of another system, for search and `/latest`, never due to anybody. */
export function registerArchiveImport(program: Command, context: CliContext): void {
  program
    .command('archive')
    .description('the articles of this installation')
    .command('import')
    .argument('<file>', 'NDJSON {date, headline, paragraphs?, districts?, topics?, reporters?}')
    .description('takes articles of another system in; a file read twice adds nothing')
    .action((file: string) => importFile(file, context));
}

async function importFile(file: string, context: CliContext): Promise<void> {
  await mustExist(file);
  const { storage, archive, city, directory } = await context.house();
  const search = await openSearch({ storage, archive, city, directory, log: context.log });
  const bar = await openBar(file);
  let refused = 0;
  const records = readRecords(file, bar.onBytes, (line, message) => {
    refused++;
    context.say(`${file}:${line}: ${message}`);
  });
  const { imported, known } = await search.importRecords(records, { onProgress: bar.onProgress });
  bar.stop();
  await search.close();
  context.say(`${imported} imported, ${known} known already, ${refused} refused`);
  if (refused > 0) context.fail(1);
}

async function* readRecords(
  file: string,
  onBytes: (bytes: number) => void,
  refuse: (line: number, message: string) => void,
): AsyncGenerator<ImportedRecord> {
  const stream = createReadStream(file);
  let number = 0;
  for await (const line of linesOf(stream)) {
    number++;
    onBytes(stream.bytesRead);
    if (line.trim() === '') continue;
    const read = parseImportLine(line);
    if (read.kind === 'record') yield read.record;
    else refuse(number, read.message);
  }
}

/** A bar on a terminal, first over the file, then over the index; silent elsewhere. */
async function openBar(file: string) {
  if (!process.stderr.isTTY) return { onBytes: () => {}, onProgress: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: '{bar} {percentage}% {step}', stream: process.stderr });
  const { size } = await stat(file);
  bar.start(2 * size, 0, { step: 'reading' });
  let read = 1;
  return {
    onBytes: (bytes: number) => bar.update(bytes),
    onProgress(step: 'read' | 'indexed', done: number) {
      if (step === 'read') read = Math.max(1, done);
      else bar.update(size + (size * Math.min(done, read)) / read, { step: 'indexing' });
    },
    stop: () => bar.stop(),
  };
}
