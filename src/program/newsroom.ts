import type { TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { Clock } from '../calendar/instant.js';
import { startFeeds } from '../intake/feeds/start-feeds.js';
import { startIntake } from '../intake/start-intake.js';
import { startImproving } from '../intake/summary-endpoint/start-improving.js';
import type { Log } from '../log.js';
import type { House } from './house.js';
import { agentsThrough } from './proxy.js';

/** Everything that brings news into the archive while the bot runs. */
export interface Newsroom {
  /** True if at the start there was nothing but invented articles. */
  readonly beganWithSamples: boolean;
  /** Takes in what is new or changed, and what waited for a day that has come. */
  takeInNow(): Promise<TakeIn>;
  close(): Promise<void>;
}

/** What the newsroom tells the outside. */
export interface NewsroomListeners {
  readonly onFindings: (findings: readonly Finding[]) => void | Promise<void>;
  readonly onTakenIn: (done: TakeIn) => void | Promise<void>;
}

/** Starts watching content, polling feeds and, where an endpoint is set, improving summaries. */
export async function startNewsroom(
  house: House,
  { clock, log, onFindings, onTakenIn }: NewsroomListeners & { readonly clock: Clock; readonly log: Log },
): Promise<Newsroom> {
  const { settings, content, archive, storage, city } = house;
  const through = agentsThrough(settings.HTTPS_PROXY);
  const improver =
    settings.SUMMARY_API_URL === undefined || settings.SUMMARY_MODEL === undefined
      ? undefined
      : startImproving({
          endpoint: {
            url: settings.SUMMARY_API_URL,
            model: settings.SUMMARY_MODEL,
            key: settings.SUMMARY_API_KEY,
            agentFor: through,
          },
          city,
          archive,
          cache: storage.collection('sums'),
          log,
        });
  const takenIn = async (done: TakeIn) => {
    improver?.improve(done);
    await onTakenIn(done);
  };
  const intake = await startIntake({ content, archive, clock, log, onFindings, onTakenIn: takenIn });
  const feeds = startFeeds({
    contentFolder: content.folder,
    readPage: content.readPage,
    versions: storage.collection('feed'),
    zone: settings.TIMEZONE,
    ...(settings.HTTPS_PROXY !== undefined && { agentFor: through }),
    archive,
    clock,
    log,
    onFindings,
    onTakenIn: takenIn,
  });
  return {
    beganWithSamples: intake.beganWithSamples,
    takeInNow: () => intake.takeInNow(),
    async close() {
      await Promise.all([intake.close(), feeds.close(), improver?.close()]);
    },
  };
}
