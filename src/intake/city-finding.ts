import type { Finding } from '../articles/article.js';
import { messageOf, Problem } from '../problem.js';
import { cityFile, openContent } from './open-content.js';

/** A city file that cannot be read, as a finding with its line. */
export function cityFinding({ message }: Problem): Finding {
  const [, line = '1', text = message] = /^.*?:(\d+): ([\s\S]*)$/u.exec(message) ?? [];
  const hint = 'No article can be loaded until the city is right.';
  return { file: cityFile, line: Number(line), severity: 'error', rule: 'city', message: text, hint };
}

/** What an editor should know of a city file that was changed while the bot runs. */
export async function changedCity(folder: string): Promise<Finding> {
  try {
    await openContent(folder);
  } catch (thrown) {
    return cityFinding(
      thrown instanceof Problem ? thrown : new Problem(messageOf(thrown), { cause: thrown }),
    );
  }
  const message = 'The city has changed; it takes effect when the bot is started again.';
  return { file: cityFile, line: 1, severity: 'warning', rule: 'city-changed', message, hint: '' };
}
