import type { Archive, TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { Content } from './open-content.js';

/** Takes into the archive what content has new, changed or come due at `now`. Options as in `Content.changes`. */
export async function takeInContent(
  content: Pick<Content, 'changes'>,
  archive: Pick<Archive, 'takeIn'>,
  now: Date,
  options?: { readonly isLive?: boolean },
): Promise<{ readonly takeIn: TakeIn; readonly findings: readonly Finding[] }> {
  const parts: TakeIn[] = [];
  const findings: Finding[] = [];
  for await (const reading of content.changes(now, options)) {
    findings.push(...reading.findings);
    if (reading.articles.length > 0) parts.push(await archive.takeIn(reading.articles, now));
  }
  return { takeIn: together(parts), findings };
}

const together = (parts: readonly TakeIn[]): TakeIn => ({
  released: parts.flatMap(({ released }) => released),
  pending: parts.flatMap(({ pending }) => pending),
  corrected: parts.flatMap(({ corrected }) => corrected),
  repeated: parts.flatMap(({ repeated }) => repeated),
  unchanged: parts.reduce((sum, { unchanged }) => sum + unchanged, 0),
});
