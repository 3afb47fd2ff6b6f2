import type { Archive, TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { Content } from './open-content.js';

/** What taking content in has done, and found. */
export interface ContentTaken {
  readonly takeIn: TakeIn;
  readonly findings: readonly Finding[];
  /** There were articles, and every one is invented for trying the program. */
  readonly areAllSamples: boolean;
}

/** Takes into the archive what content has new, changed or come due at `now`. Options as in `Content.changes`. */
export async function takeInContent(
  content: Pick<Content, 'changes'>,
  archive: Pick<Archive, 'takeIn'>,
  now: Date,
  options?: { readonly isLive?: boolean },
): Promise<ContentTaken> {
  const parts: TakeIn[] = [];
  const findings: Finding[] = [];
  let hasNews = false;
  for await (const { articles, findings: found } of content.changes(now, options)) {
    findings.push(...found);
    if (articles.length > 0) parts.push(await archive.takeIn(articles, now));
    hasNews ||= articles.some(({ sample }) => !sample);
  }
  return { takeIn: together(parts), findings, areAllSamples: parts.length > 0 && !hasNews };
}

const together = (parts: readonly TakeIn[]): TakeIn => ({
  released: parts.flatMap(({ released }) => released),
  pending: parts.flatMap(({ pending }) => pending),
  corrected: parts.flatMap(({ corrected }) => corrected),
  repeated: parts.flatMap(({ repeated }) => repeated),
  unchanged: parts.reduce((sum, { unchanged }) => sum + unchanged, 0),
});
