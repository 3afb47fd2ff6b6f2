import type { Agent } from 'node:http';
import type { Archive } from '../archive/archive.js';
import type { Search } from '../archive/search.js';
import type { Clock } from '../calendar/instant.js';
import type { City } from '../city/city.js';
import type { Directory } from '../city/directory.js';
import type { Delivery, RunReport } from '../delivery/delivery.js';
import type { Pace } from '../delivery/pace.js';
import type { Log } from '../log.js';
import type { Store } from '../storage/store.js';
import type { Subscribers } from '../subscribers/subscribers.js';
import type { DayRating } from './ratings.js';

/** The settings that the bot needs, as values. */
export interface BotSettings {
  readonly token: string;
  /** `https://api.telegram.org`, or a server that speaks the same. */
  readonly apiRoot: string;
  /** IANA zone of the city. */
  readonly timezone: string;
  /** `HH:MM` for who has not chosen. */
  readonly defaultTime: string;
  /** Chats whose members see and steer the run; empty: nobody. */
  readonly adminChatIds: readonly number[];
  /** Where Telegram reaches us, without a slash at the end; absent: long polling. */
  readonly publicUrl?: string;
  /** What Telegram must say to be believed; default: made from the token. */
  readonly webhookSecret?: string;
  /** The way through a proxy. */
  readonly agent?: Agent;
}

/** Everything that the bot works with; filled in by `main`. */
export interface BotDependencies {
  readonly city: City;
  readonly directory: Directory;
  readonly archive: Archive;
  /** Search, and what was searched and not found, for the operator. */
  readonly search: Search & {
    misses(limit: number): Promise<readonly { readonly query: string; readonly count: number }[]>;
  };
  readonly subscribers: Subscribers;
  /** What readers thought of the digests, by day. */
  readonly ratedDays: Store<DayRating>;
  readonly delivery: Delivery;
  /** An admin's word: sends what is due, also what was held to be looked at. */
  readonly releaseRun: (now: Date) => Promise<RunReport>;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly settings: BotSettings;
  readonly log: Log;
}
