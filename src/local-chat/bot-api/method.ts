import type { ChatEvents } from './chat-events.js';
import type { Parameters } from './parameters.js';
import type { PendingQueries } from './pending-queries.js';
import type { ApiCommand } from './types.js';
import type { UpdateQueue } from './update-queue.js';
import type { Webhook } from './webhook.js';
import type { World } from './world.js';

/** What the bot said about itself, by language (`''` is for all others). */
export interface BotProfile {
  readonly names: Map<string, string>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  /** By scope and language, see `commandKey`. */
  readonly commands: Map<string, readonly ApiCommand[]>;
  readonly menuButtons: Map<number, unknown>;
}

/** All that methods work on. */
export interface ServerState {
  readonly token: string;
  readonly world: World;
  readonly profile: BotProfile;
  readonly updates: UpdateQueue;
  readonly webhook: Webhook;
  readonly queries: PendingQueries;
  readonly events: ChatEvents;
  /** The time that stands in messages. */
  readonly now: () => Date;
  /** Whether a chat that nobody announced is taken as one that can be written to. */
  readonly isAnyChatKnown: boolean;
  /** Counts a message against the limits, or throws 429. */
  readonly admit: (chat: number, isGroup: boolean, isPaid: boolean) => void;
}

/** A request as a method sees it. */
export interface Call {
  readonly parameters: Parameters;
  readonly signal: AbortSignal;
}

/** One method of the Bot API: gives what stands in `result`, or throws a `Refusal`. */
export type Method = (state: ServerState, call: Call) => unknown;
