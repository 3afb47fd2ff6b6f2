import { isLoopback, type Settings } from '../config.js';
import { areAllSamples } from '../intake/open-content.js';
import type { Log } from '../log.js';
import type { House } from './house.js';

/** What start and doctor say while there is nothing but invented articles. */
export function samplesSentence({ TELEGRAM_API_ROOT, isLocal }: Settings): string {
  return isLocal || isLoopback(TELEGRAM_API_ROOT)
    ? 'Content holds nothing but samples (示例): invented news, for trying.'
    : 'Content holds nothing but samples (示例): no run sends them to real readers. Put your own pages into CONTENT_DIR.';
}

/** Warns an operator who goes live with nothing but samples. */
export async function sayIfOnlySamples({ content, settings }: House, log: Log): Promise<void> {
  if (settings.isLocal) return;
  const { articles } = await content.readAll();
  if (areAllSamples(articles)) log.warn({}, samplesSentence(settings));
}
