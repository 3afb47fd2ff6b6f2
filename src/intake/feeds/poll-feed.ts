import type { Agent } from 'node:http';
import type { Article, PageReading } from '../../articles/article.js';
import { addDays, dayIn } from '../../calendar/zone.js';
import { messageOf } from '../../problem.js';
import type { Store } from '../../storage/store.js';
import type { ReadPage } from '../read-page-file.js';
import type { Feed } from './feed-list.js';
import { type FeedStory, feedStories } from './feed-stories.js';
import { type FeedVersion, fetchFeed } from './fetch-feed.js';

/** What polling feeds works with. */
export interface FeedParts {
  readonly readPage: ReadPage;
  /** Remembers the version of each feed by its URL. */
  readonly versions: Store<FeedVersion>;
  readonly zone: string;
  readonly agentFor?: (url: string) => Agent;
}

/** Stories older than this when they are first seen are no news, and are left to the newsroom's own archive. */
const oldestDays = 7;

/** A feed's reading, and the version to remember once its articles have been taken in. */
export interface Polled extends PageReading {
  readonly version?: FeedVersion;
}

/** Asks one feed for what is new. What goes wrong is a finding; an unchanged feed has neither articles nor findings. */
export async function pollFeed(feed: Feed, now: Date, parts: FeedParts): Promise<Polled> {
  const version = await parts.versions.get(feed.url);
  const fetched = await fetchFeed(feed.url, {
    allowPrivate: feed.allowPrivate,
    agentFor: parts.agentFor,
    ...(version !== undefined && { version }),
  });
  if (fetched.kind === 'unchanged') return { articles: [], findings: [] };
  if (fetched.kind === 'failed') return failed(feed, 'feed-unreachable', fetched.reason);
  let stories: FeedStory[];
  try {
    stories = await feedStories(fetched.bytes, fetched.contentType);
  } catch (error) {
    return failed(feed, 'feed-unreadable', `expected RSS or Atom: ${messageOf(error)}`);
  }
  const oldest = addDays(dayIn(parts.zone, now), -oldestDays);
  const readings = stories.map((story, index) => readStory(feed, story, index + 1, now, parts));
  return {
    articles: readings.flatMap(({ articles }) => articles).filter(({ date }) => date >= oldest),
    findings: readings.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')),
    version: fetched.version,
  };
}

function readStory(feed: Feed, story: FeedStory, position: number, now: Date, parts: FeedParts): PageReading {
  // A day to come would keep the story waiting, and an unchanged feed is not asked for it again.
  const today = dayIn(parts.zone, now);
  const published = dayIn(parts.zone, story.publishedAt ?? now);
  const day = published < today ? published : today;
  const reading = parts.readPage({
    file: feed.url,
    text: pageOf(story),
    folderDate: day,
    fallbackDate: day,
  });
  return { ...reading, articles: reading.articles.map((article) => ofFeed(article, feed, story, position)) };
}

const ofFeed = (article: Article, feed: Feed, story: FeedStory, position: number): Article => ({
  ...article,
  paper: feed.paper ?? article.paper,
  page: feed.page ?? article.page,
  reporters: article.reporters.length > 0 ? article.reporters : reportersOf(story),
  photo: article.photo || story.hasPhoto,
  source: { file: feed.url, line: position },
});

/** Two to four Han characters are a person's name; what else stands as author is a department or a login. */
const reportersOf = ({ authors }: FeedStory) =>
  authors
    .map((author) => author.replace(/^.*?记者[:： ]*/u, '').trim())
    .filter((name) => /^\p{Script=Han}{2,4}$/u.test(name));

/** A story as a file of a single article, so that one reader understands pages, files and feeds. */
function pageOf({ title, paragraphs }: FeedStory): string {
  const matter = ['---', `headline: ${JSON.stringify(title)}`, '---'];
  return [...(title === '' ? [] : [matter.join('\n')]), ...paragraphs].join('\n\n');
}

const failed = (feed: Feed, rule: string, reason: string): Polled => ({
  articles: [],
  findings: [
    {
      file: feed.url,
      line: 1,
      severity: 'warning',
      rule,
      message: `The feed could not be read: ${reason}.`,
      hint: 'It is asked again at the next turn.',
    },
  ],
});
