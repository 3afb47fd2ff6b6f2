import type { ArchivedArticle } from '../archive/archive.js';
import { correctDigests } from './corrections.js';
import type { Delivery } from './delivery.js';
import type { DeliveryCore } from './delivery-core.js';
import { type Errand, errandKey } from './errand.js';
import { isQuiet } from './quiet-hours.js';
import { newTally, reportOf } from './tally.js';
import { planUrgent } from './urgent.js';

type ArticleOperations = Pick<Delivery, 'audience' | 'publish' | 'correct'> & {
  /** Goes on with what a killed process left and what quiet hours held. Resolves when urgent news is out; edits go on. */
  goOn(at: Date): Promise<void>;
  /** Resolves when no errand is in hand. */
  settled(): Promise<void>;
};

/** What is done about a single article: urgent news and corrections. */
export function articleOperations(core: DeliveryCore): ArticleOperations {
  const { archive, storage, subscribers, settings, zone, stopping, urgentRunner, goFor } = core;
  const errands = storage.collection<Errand>('errand');
  const inHand = new Map<string, Promise<unknown>>();
  const isStopping = () => stopping.signal.aborted;
  const sent = async (id: string): Promise<ArchivedArticle | undefined> => {
    const article = await archive.byId(id);
    return article !== undefined && article.number > 0 ? article : undefined;
  };
  const sendable = async (id: string) => {
    const article = await sent(id);
    const isWithheld = article?.sample === true && settings.sendsSamples === false;
    return article === undefined || article.isWithdrawn || isWithheld ? undefined : article;
  };
  /** Writes down what is begun, so that a later process goes on with it. `work` says whether it is done. */
  const asErrand = async <R>(errand: Errand, work: () => Promise<readonly [R, boolean]>): Promise<R> => {
    const key = errandKey(errand);
    await errands.set(key, errand);
    const going = work();
    inHand.set(
      key,
      going.catch(() => {}),
    );
    try {
      const [result, isDone] = await going;
      if (isDone && !isStopping()) await errands.delete(key);
      return result;
    } finally {
      inHand.delete(key);
    }
  };
  const operations: ArticleOperations = {
    async audience(articleId, now) {
      const article = await sendable(articleId);
      if (article === undefined) return undefined;
      const plan = await planUrgent(subscribers, article, now, zone);
      return { headline: article.headline, now: plan.now.size, later: plan.later };
    },
    async publish(articleId, now) {
      const article = await sendable(articleId);
      if (article === undefined) return reportOf(newTally(), now, 0);
      return asErrand({ kind: 'urgent', article: articleId, at: now.toISOString() }, async () => {
        const plan = await planUrgent(subscribers, article, now, zone);
        const report = await goFor(urgentRunner, plan.now, { kind: 'push', number: article.number }, now);
        return [report, plan.later === 0];
      });
    },
    async correct(articleId, now) {
      const article = await sent(articleId);
      if (article === undefined) return { edited: 0, gone: 0, failed: 0 };
      return asErrand({ kind: 'correction', article: articleId, at: now.toISOString() }, async () => {
        return [await correctDigests(core, article, stopping.signal), true];
      });
    },
    async goOn(at) {
      for await (const page of errands.scan()) {
        for (const [key, { kind, article }] of page) {
          if (isStopping() || inHand.has(key) || (kind === 'urgent' && isQuiet(at, zone))) continue;
          if (kind === 'urgent') await operations.publish(article, at);
          else void operations.correct(article, at).catch(() => {});
        }
      }
    },
    async settled() {
      await Promise.all(inHand.values());
    },
  };
  return operations;
}
