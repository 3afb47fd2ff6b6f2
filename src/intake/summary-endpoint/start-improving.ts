import { createHash } from 'node:crypto';
import type { Archive, ArchivedArticle, TakeIn } from '../../archive/archive.js';
import type { Article } from '../../articles/article.js';
import type { City } from '../../city/city.js';
import type { Log } from '../../log.js';
import { messageOf } from '../../problem.js';
import type { Store } from '../../storage/store.js';
import { askEndpoint, type Endpoint } from './ask-endpoint.js';
import { createGuard, type Guard, type WrittenSums } from './guard-sums.js';

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

const mostWaiting = 1000;
/** Times that an article is asked for while the endpoint is busy or away, and the pause between. */
const mostTries = 3;
const restMs = 60_000;

interface Job {
  readonly article: ArchivedArticle;
  readonly tries: number;
}

/** Lets an endpoint write the summaries of articles in the background, one at a time. */
export function startImproving(parts: ImproverParts): Improver {
  const { log, callsPerHour = 120, elapsedMs = () => performance.now() } = parts;
  const tools = { guard: createGuard(parts.city), budget: createBudget(callsPerHour, elapsedMs) };
  const stop = new AbortController();
  const waiting: Job[] = [];
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stop.signal.aborted) timer = setTimeout(work, ms).unref();
  };

  async function workOff(): Promise<void> {
    for (let job = waiting.shift(); job !== undefined && !stop.signal.aborted; job = waiting.shift()) {
      const pauseMs = tools.budget.pauseMs();
      if (pauseMs > 0) {
        waiting.unshift(job);
        return later(pauseMs);
      }
      try {
        if ((await improveOne(job.article, parts, tools, stop.signal)) === 'done') continue;
        if (job.tries + 1 < mostTries) waiting.push({ ...job, tries: job.tries + 1 });
        return later(restMs);
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

interface Tools {
  readonly guard: Guard;
  readonly budget: Budget;
}

/** From the cache, or by one call; `busy` asks to come back later. */
async function improveOne(
  article: ArchivedArticle,
  { endpoint, cache, archive, log }: ImproverParts,
  { guard, budget }: Tools,
  stop: AbortSignal,
): Promise<'done' | 'busy'> {
  const key = cacheKey(endpoint.model, article);
  const known = await cache.get(key);
  if (known?.kind === 'written') await archive.improve(article.id, known.sums);
  if (known !== undefined) return 'done';
  budget.spend();
  const asked = await askEndpoint(endpoint, article, stop);
  if (asked.kind === 'failed') {
    if (!stop.aborted)
      log.warn({ article: article.id, reason: asked.reason }, 'the summary endpoint gave no summary');
    return asked.isBusy ? 'busy' : 'done';
  }
  const fault = guard(asked.sums, textOf(article));
  if (fault === undefined) {
    await cache.set(key, { kind: 'written', sums: asked.sums });
    await archive.improve(article.id, asked.sums);
  } else {
    await cache.set(key, { kind: 'refused', reason: fault });
    log.info({ article: article.id }, 'a written summary was refused; the extractive one stays');
  }
  return 'done';
}

interface Budget {
  /** Milliseconds until the next call is allowed; 0: now. */
  pauseMs(): number;
  spend(): void;
}

const hourMs = 3_600_000;

/** At most so many calls in any hour. */
function createBudget(callsPerHour: number, elapsedMs: () => number): Budget {
  const calls: number[] = [];
  return {
    pauseMs() {
      const now = elapsedMs();
      while (calls[0] !== undefined && now - calls[0] >= hourMs) calls.shift();
      return calls.length < callsPerHour ? 0 : hourMs - (now - (calls[0] ?? now));
    },
    spend: () => void calls.push(elapsedMs()),
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
