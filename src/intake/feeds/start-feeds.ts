import type { Archive, TakeIn } from '../../archive/archive.js';
import type { Finding } from '../../articles/article.js';
import type { Clock } from '../../calendar/instant.js';
import type { Log } from '../../log.js';
import { messageOf } from '../../problem.js';
import { type FeedList, readFeedList } from './feed-list.js';
import { type FeedParts, pollFeed } from './poll-feed.js';

/** What the newsroom's own feeds need to flow into the archive. */
export interface FeedIntakeParts extends FeedParts {
  readonly contentFolder: string;
  readonly archive: Pick<Archive, 'takeIn'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onFindings: (findings: readonly Finding[]) => void | Promise<void>;
  readonly onTakenIn?: (done: TakeIn) => void | Promise<void>;
  /** Minutes between two turns; default 10. */
  readonly everyMinutes?: number;
}

export interface FeedIntake {
  /** Asks every feed once, one after another. Never rejects. */
  pollNow(): Promise<void>;
  close(): Promise<void>;
}

/** Asks the feeds of `feeds.yaml` now and then. The list is read anew each turn; without one nothing happens. */
export function startFeeds(parts: FeedIntakeParts): FeedIntake {
  const told = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  const pollNow = () => {
    last = last.then(() => pollAll(parts, told));
    return last;
  };
  const timer = setInterval(() => void pollNow(), (parts.everyMinutes ?? 10) * 60_000);
  timer.unref();
  void pollNow();
  return {
    pollNow,
    async close() {
      clearInterval(timer);
      await last;
    },
  };
}

async function pollAll(parts: FeedIntakeParts, told: Set<string>): Promise<void> {
  try {
    const list: FeedList = await readFeedList(parts.contentFolder);
    const findings = [...list.findings];
    for (const feed of list.feeds) {
      const now = parts.clock.now();
      const { articles, findings: found, version } = await pollFeed(feed, now, parts);
      if (articles.length > 0) {
        const done = await parts.archive.takeIn(articles, now);
        await parts.onTakenIn?.(done);
      }
      if (version !== undefined) await parts.versions.set(feed.url, version);
      findings.push(...found);
    }
    await tell(parts, findings, told);
  } catch (error) {
    parts.log.error({ error: messageOf(error) }, 'feeds could not be taken in; tried again at the next turn');
  }
}

/** What goes on being wrong is told once, and again only after it had been right. */
async function tell(parts: FeedIntakeParts, findings: readonly Finding[], told: Set<string>): Promise<void> {
  const keyOf = ({ file, line, message }: Finding) => `${file}:${line}: ${message}`;
  const fresh = findings.filter((finding) => !told.has(keyOf(finding)));
  told.clear();
  for (const finding of findings) told.add(keyOf(finding));
  for (const { file, rule, message } of fresh) parts.log.warn({ file, rule }, message);
  if (fresh.length > 0) await parts.onFindings(fresh);
}
