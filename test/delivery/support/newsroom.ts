import type { Archive } from '../../../src/archive/archive.js';
import { openArchive } from '../../../src/archive/open-archive.js';
import type { Article } from '../../../src/articles/article.js';
import type { Clock } from '../../../src/calendar/instant.js';
import { createDelivery, type DeliverySettings } from '../../../src/delivery/create-delivery.js';
import { createPace } from '../../../src/delivery/create-pace.js';
import type { Delivery } from '../../../src/delivery/delivery.js';
import type { Messenger } from '../../../src/delivery/messenger.js';
import type { Timer } from '../../../src/delivery/timer.js';
import { silentLog } from '../../../src/log.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/store.js';
import { keyOf } from '../../../src/subscribers/address-key.js';
import type { LedgerEntry } from '../../../src/subscribers/ledger.js';
import { newEntry, openSubscribers } from '../../../src/subscribers/open-subscribers.js';
import type { Subscribers } from '../../../src/subscribers/subscribers.js';
import type { Wish } from '../../../src/subscribers/wish.js';
import { fastTimer } from './fast-timer.js';

export const zone = 'Asia/Shanghai';

/** A small newsroom with a real store: archive, subscribers, delivery. */
export interface Newsroom {
  readonly storage: Storage;
  readonly archive: Archive;
  readonly subscribers: Subscribers;
  readonly delivery: Delivery;
  subscribe(chat: number, wish?: Partial<Wish>, entry?: Partial<LedgerEntry>): Promise<void>;
  entryOf(chat: number): Promise<LedgerEntry | undefined>;
}

export interface NewsroomOptions {
  readonly messenger: Messenger;
  readonly url?: string;
  readonly timer?: Timer;
  readonly clock?: Clock;
  readonly rate?: number;
  readonly settings?: Partial<DeliverySettings>;
}

/** Opens one; in memory unless a URL is given. */
export async function openNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const { messenger, url = 'memory://', timer = fastTimer(50), rate = 1_000, settings } = options;
  const storage = await openStorage(url);
  const archive = openArchive(storage, settings?.defaults?.zone ?? zone);
  const subscribers = openSubscribers(storage);
  const clock = options.clock ?? { now: () => new Date('2024-08-28T07:30:00+08:00') };
  const delivery = createDelivery({
    storage,
    subscribers,
    archive,
    messenger,
    pace: createPace({ ratePerSecond: rate, timer }),
    clock,
    timer,
    log: silentLog,
    settings: {
      defaults: { time: '07:30', zone },
      catchUpHours: 3,
      ratePerSecond: rate,
      ...settings,
    },
  });
  return {
    storage,
    archive,
    subscribers,
    delivery,
    async subscribe(chat, wish = {}, entry = {}) {
      const full = wishOf(chat, wish);
      await subscribers.ledger.set(keyOf(full), { ...newEntry(0, null), ...entry });
      await subscribers.wishes.set(keyOf(full), full);
    },
    entryOf: (chat) => subscribers.ledger.get(String(chat)),
  };
}

/** A wish for 金水区 at 07:30. */
export function wishOf(chat: number, wish: Partial<Wish> = {}): Wish {
  return {
    chat,
    thread: null,
    rules: [{ district: '金水区' }],
    mute: [],
    times: ['07:30'],
    days: 'daily',
    language: 'zh',
    pausedUntil: null,
    wantsEmptyNote: false,
    wantsNightWarnings: false,
    kind: chat < 0 ? 'group' : 'private',
    createdAt: '2024-08-01T00:00:00.000Z',
    ...wish,
  };
}

/** An article of 金水区 about law, unlike every other. */
export function article(name: string, changed: Partial<Article> = {}): Article {
  return {
    id: name.padEnd(10, '0').slice(0, 10),
    date: '2024-08-28',
    headline: `${name} headline`,
    kicker: '',
    subheadline: '',
    districts: ['金水区'],
    topics: ['law'],
    reporters: [],
    correspondents: [],
    photo: false,
    paragraphs: [`${name} `.repeat(12)],
    summary: `${name} summary`,
    points: [],
    figures: [],
    source: { file: `${name}.md`, line: 1 },
    sections: [],
    paper: 'Paper',
    page: 'Page',
    agency: '',
    sample: false,
    urgent: false,
    ...changed,
  };
}
