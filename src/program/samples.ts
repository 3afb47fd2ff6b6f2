import { isLoopback, type Settings } from '../config.js';

/** What start and doctor say while there is nothing but invented articles. */
export function samplesSentence({ TELEGRAM_API_ROOT, isLocal }: Settings): string {
  return isLocal || isLoopback(TELEGRAM_API_ROOT)
    ? 'Content holds nothing but samples (示例): invented news, for trying.'
    : 'Content holds nothing but samples (示例): no run sends them to real readers. Put your own pages into CONTENT_DIR.';
}
