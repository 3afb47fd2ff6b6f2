import { createHash } from 'node:crypto';
import type { Archive, ArchivedArticle, TakeIn } from '../../archive/archive.js';
import type { Article } from '../../articles/article.js';
import type { City } from '../../city/city.js';
import type { Log } from '../../log.js';
import { messageOf } from '../../problem.js';
import type { Store } from '../../storage/store.js';
import { askEndpoint, type Endpoint } from './ask-endpoint.js';
import { createGuard, type WrittenSums } from './guard-sums.js';

/** What writing better sums needs. */
export interface ImproverParts {
  readonly endpoint: Endpoint;
  readonly city: City;
  readonly archive: Pick<Archive, 'improve'>;
  /** Remembers by an article's text what was written, or that it was refused, so that nothing is asked twice. */
  readonly cache: Store<CachedSums>;
  readonly log: Log;
  /** Calls an hour at the most; default 120. What comes above waits. */
  readonly callsPerHour?: number;
  /** Milliseconds since any fixed moment; default the process's own clock. */
  readonly elapsedMs?: () => number;
}

/** What is known of one text. */
export type CachedSums =
  | { readonly kind: 'written'; readonly sums: WrittenSums }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Improver {
  /** Puts new and corrected articles on the list. Returns at once; nobody waits for a better summary. */
  improve(done: Pick<TakeIn, 'released' | 'corrected'>): void;
  /** Resolves when the list is empty or must wait for budget. */
  idle(): Promise<void>;
  /** Asks nothing more; the call that runs is given up. */
  close(): Promise<void>;
}

const hourMs = 3_600_000;
const mostWaiting = 1000;
/** Times that an article is asked for while the endpoint is busy or away. */
const mostTries = 3;

/** Lets an endpoint write the summaries of articles in the background, one at a time. */
export function startImproving(parts: ImproverParts): Improver {
  const { log, callsPerHour = 120, elapsedMs = () => performance.now() } = parts;
  const guard = createGuard(parts.city);
  const waiting: { readonly article: ArchivedArticle; readonly tries: number }[] = [];
  const calls: number[] = [];
  const stop = new AbortController();
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const waitMs = () => {
    while (calls[0] !== undefined && elapsedMs() - calls[0] >= hourMs) calls.shift();
    return calls.length < callsPerHour ? 0 : hourMs - (elapsedMs() - (calls[0] ?? 0));
  };
  const later = (ms: number) => {
    if (stop.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(work, ms);
    timer.unref();
  };

  async function next(article: ArchivedArticle, tries: number): Promise<'go on' | 'rest'> {
    const key = cacheKey(parts.endpoint.model, article);
    const known = await parts.cache.get(key);
    if (known !== undefined) {
      if (known.kind === 'written') await parts.archive.improve(article.id, known.sums);
      return 'go on';
    }
    calls.push(elapsedMs());
    const asked = await askEndpoint(parts.endpoint, article, stop.signal);
    if (stop.signal.aborted) return 'rest';
    if (asked.kind === 'failed') {
      log.warn({ article: article.id, reason: asked.reason }, 'the summary endpoint gave no summary');
      if (asked.isBusy && tries + 1 < mostTries) waiting.push({ article, tries: tries + 1 });
      return asked.isBusy ? 'rest' : 'go on';
    }
    const fault = guard(asked.sums, textOf(article));
    if (fault === undefined) {
      await parts.cache.set(key, { kind: 'written', sums: asked.sums });
      await parts.archive.improve(article.id, asked.sums);
    } else {
      await parts.cache.set(key, { kind: 'refused', reason: fault });
      log.info({ article: article.id }, 'a written summary was refused; the extractive one stays');
    }
    return 'go on';
  }

  async function workOff(): Promise<void> {
    for (let job = waiting.shift(); job !== undefined && !stop.signal.aborted; job = waiting.shift()) {
      const pause = waitMs();
      if (pause > 0) {
        waiting.unshift(job);
        return later(pause);
      }
      try {
        if ((await next(job.article, job.tries)) === 'rest') return later(60_000);
      } catch (error) {
        log.error({ error: messageOf(error) }, 'a better summary could not be stored');
      }
    }
  }

  function work(): void {
    if (working !== undefined || stop.signal.aborted) return;
    working = workOff().finally(() => {
      working = undefined;
    });
  }

  return {
    improve({ released, corrected }) {
      const articles = [...released.map(({ article }) => article), ...corrected];
      waiting.push(...articles.filter(isWorthAsking).map((article) => ({ article, tries: 0 })));
      waiting.splice(0, Math.max(0, waiting.length - mostWaiting));
      work();
    },
    idle: async () => working,
    async close() {
      stop.abort();
      clearTimeout(timer);
      await working;
    },
  };
}

/** Invented samples are not worth anybody's money; an article of a sentence is its own summary. */
const isWorthAsking = ({ sample, isWithdrawn, paragraphs }: ArchivedArticle) =>
  !sample && !isWithdrawn && paragraphs.join('').length > 100;

const textOf = ({ kicker, headline, subheadline, paragraphs }: Article) =>
  [kicker, headline, subheadline, ...paragraphs].join('\n');

const cacheKey = (model: string, article: Article) =>
  createHash('sha256')
    .update(`${model}\n${textOf(article)}`)
    .digest('base64url')
    .slice(0, 32);
