import type { Archive } from '../archive/archive.js';

/** More steps than one edition has; a city page has some tens of stories. */
const reachBack = 500;

/**
 * Where a newcomer's cursor begins: before the newest edition, so that the first digest is today's paper and never the
 * whole archive.
 */
export async function newcomerCursor(archive: Archive, now: Date): Promise<number> {
  const head = await archive.headAt(now);
  const steps = await archive.releases(Math.max(0, head - reachBack), head);
  const newest = steps.reduce((date, { article }) => (article.date > date ? article.date : date), '');
  const first = steps.find(({ article }) => article.date === newest);
  return first === undefined ? head : first.number - 1;
}
