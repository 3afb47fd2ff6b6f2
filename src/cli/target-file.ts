import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../problem.js';

/** Before anything is opened: a file that a command writes needs a folder that can be written. @throws {Problem} in a sentence. */
export async function mustBeWritable(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new Problem(`${file}: expected a folder that exists and can be written, ${folder} cannot.`, {
      cause,
    });
  });
}
