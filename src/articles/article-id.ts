import { hash } from 'node:crypto';

/** `[a-z0-9]{10}`, the same for the same date, headline and text. */
export function articleId(date: string, headline: string, paragraphs: readonly string[]): string {
  const digest = hash('sha256', `${date}\n${headline}\n${paragraphs.join('\n')}`, 'buffer');
  const number = digest.readBigUInt64BE(0);
  return number.toString(36).padStart(10, '0').slice(-10);
}
