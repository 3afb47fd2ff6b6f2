import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Finding } from '../../articles/article.js';

/** File of the feeds inside the content folder; there need not be one. */
export const feedsFile = 'feeds.yaml';

const feedSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'expected a URL that begins with http:// or https://' }),
  /** Name of the newspaper. */
  paper: z.string().trim().min(1).max(40).optional(),
  /** Name of the page: `县区新闻`. */
  page: z.string().trim().min(1).max(40).optional(),
  /** Allows addresses of the own network, for a newsroom's server behind the firewall. */
  allowPrivate: z.boolean().default(false),
});
const listSchema = z.strictObject({ feeds: z.array(feedSchema).max(200) });

/** A feed of the newsroom's own. */
export type Feed = Readonly<z.infer<typeof feedSchema>>;

/** The feeds of a content folder, and what is wrong with the list. A list with a mistake gives no feeds. */
export interface FeedList {
  readonly feeds: readonly Feed[];
  readonly findings: readonly Finding[];
}

/** Reads `feeds.yaml` of a content folder. */
export async function readFeedList(contentFolder: string): Promise<FeedList> {
  let text: string;
  try {
    text = await readFile(path.join(contentFolder, feedsFile), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { feeds: [], findings: [] };
    return { feeds: [], findings: [finding(1, `Cannot be read: ${(error as Error).message}.`)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  const broken = document.errors[0];
  if (broken)
    return { feeds: [], findings: [finding(lineAt(broken.pos[0]), broken.message.split('\n')[0] ?? '')] };
  const read = listSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? { feeds: [] });
  if (read.success) return { feeds: read.data.feeds, findings: [] };
  return {
    feeds: [],
    findings: read.error.issues.map(({ path: keys, message }) => {
      const node = document.getIn(keys.map(String), true) as { range?: [number] } | undefined;
      return finding(lineAt(node?.range?.[0]), `${keys.join('.') || 'feeds'}: ${message}.`);
    }),
  };
}

const finding = (line: number, message: string): Finding => ({
  file: feedsFile,
  line,
  severity: 'error',
  rule: 'feed-list',
  message,
  hint: 'Expected `feeds:` with a list of `url`, and if wanted `paper`, `page`, `allowPrivate: true`.',
});
