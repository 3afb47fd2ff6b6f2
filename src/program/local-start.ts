import { type MovableClock, movableClock } from '../calendar/movable-clock.js';
import { instantOf } from '../calendar/zone.js';
import type { Settings } from '../config.js';
import { areAllSamples, type Content } from '../intake/open-content.js';

/** Early enough that the first digest is this morning's paper, late enough that its time has passed. */
const firstMoment = '08:00';

/**
 * The clock of the local chat: on the morning of the oldest sample edition where there are nothing but samples, so that the
 * next one is tomorrow's; the machine's time otherwise.
 */
export async function localClock(content: Content, settings: Settings): Promise<MovableClock> {
  const { articles } = await content.readAll();
  const [oldest] = articles.map(({ date }) => date).sort();
  return movableClock(
    oldest !== undefined && areAllSamples(articles)
      ? instantOf(settings.TIMEZONE, oldest, firstMoment)
      : new Date(),
  );
}
