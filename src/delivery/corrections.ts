import type { Archive, ArchivedArticle } from '../archive/archive.js';
import { dayIn } from '../calendar/zone.js';
import { composeDigest } from '../digest/compose.js';
import type { Digest } from '../digest/digest.js';
import type { SentDigest } from '../subscribers/ledger.js';
import type { Subscriber, Subscribers } from '../subscribers/subscribers.js';
import type { CorrectionReport } from './delivery.js';
import type { EditOutcome, Messenger } from './messenger.js';
import type { Pace } from './pace.js';
import type { Timer } from './timer.js';

/** An edit that fails is tried so often, with these pauses. */
const pausesMs = [1_000, 5_000, 15_000];

/** What corrections need. */
export interface CorrectionParts {
  readonly subscribers: Subscribers;
  readonly archive: Archive;
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly timer: Timer;
  readonly zone: string;
}

/**
 * Changes every digest of the last days that carries the article, one after another in the lowest lane. An edit can be repeated without
 * harm, so nothing is written down but that it is to be done.
 */
export async function correctDigests(
  parts: CorrectionParts,
  article: ArchivedArticle,
  signal: AbortSignal,
): Promise<CorrectionReport> {
  const report = { edited: 0, gone: 0, failed: 0 };
  for await (const page of parts.subscribers.scan()) {
    for (const subscriber of page) {
      if (signal.aborted) return report;
      for (const sent of subscriber.ledger.sent ?? []) {
        if (!sent.stories?.includes(article.number) || subscriber.ledger.state === 'blocked') continue;
        const outcome = await correctOne(parts, subscriber, sent, signal);
        report[outcome]++;
      }
    }
  }
  return report;
}

async function correctOne(
  parts: CorrectionParts,
  { wish }: Subscriber,
  sent: SentDigest,
  signal: AbortSignal,
): Promise<keyof CorrectionReport> {
  const articles = await Promise.all((sent.stories ?? []).map((number) => parts.archive.byNumber(number)));
  const known = articles.filter((article) => article !== undefined);
  const digest = correctedDigest(parts, wish, sent, known);
  if (digest === undefined || parts.messenger.edit === undefined) return 'failed';
  const message = parts.messenger.prepare(digest);
  for (let turn = 0; ; turn++) {
    await parts.pace.admit(wish.chat, 'correction', signal);
    const outcome = await parts.messenger.edit(wish, sent.message, message, { signal });
    if (outcome.kind === 'limited') parts.pace.limited(wish.chat, outcome.retryAfterS);
    else if (outcome.kind !== 'failed' && outcome.kind !== 'unknown') parts.pace.accepted(wish.chat);
    const end = endOf(outcome);
    const pauseMs = pausesMs[turn];
    if (end !== 'again') return end;
    if (pauseMs === undefined || signal.aborted) return 'failed';
    await parts.timer.sleep(pauseMs, signal);
  }
}

function endOf(outcome: EditOutcome): keyof CorrectionReport | 'again' {
  switch (outcome.kind) {
    case 'delivered':
      return 'edited';
    case 'gone':
    case 'unreachable':
    case 'moved':
      return 'gone';
    case 'malformed':
      return 'failed';
    case 'limited':
    case 'failed':
    case 'unknown':
      return 'again';
  }
}

/** The digest as it would have been with what its stories say now: no story comes or goes, a withdrawn one is struck out. */
export function correctedDigest(
  { zone }: Pick<CorrectionParts, 'zone'>,
  wish: Subscriber['wish'],
  sent: SentDigest,
  articles: readonly ArchivedArticle[],
): Digest | undefined {
  const everything = { keyword: '' };
  const digest = composeDigest({
    wish: { ...wish, rules: [...wish.rules, everything], mute: [] },
    releases: articles.map((article) => ({ number: article.number, article })),
    after: sent.after,
    upTo: sent.upTo,
    day: dayIn(zone, new Date(sent.at)),
    maxAgeDays: Number.POSITIVE_INFINITY,
  });
  if (digest === undefined) return undefined;
  const withdrawn = new Set(articles.filter(({ isWithdrawn }) => isWithdrawn).map(({ id }) => id));
  const groups = digest.groups.map((group) => ({
    ...group,
    stories: group.stories.map((story) =>
      withdrawn.has(story.id) ? { ...story, isWithdrawn: true } : story,
    ),
  }));
  const because = digest.because.slice(0, wish.rules.length);
  return { ...digest, groups, because, more: sent.more ?? 0, older: sent.older ?? 0 };
}
