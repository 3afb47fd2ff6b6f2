import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatEvents } from './chat-events.js';
import type { FaultRule } from './faults.js';
import type { FloodLimits } from './flood-control.js';
import type { ServerState } from './method.js';
import type { Acts } from './people/acts.js';
import type { Places } from './people/places.js';
import type { RequestCounts, RequestRecord } from './request-log.js';
import type { ApiMessage, ApiUser } from './types.js';

/** How a Bot API server is to be. Everything has a default. */
export interface BotApiOptions {
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default `4200000001:LOCAL-…`. */
  readonly token?: string;
  readonly botName?: string;
  /** Default `qubao_local_bot`. */
  readonly botUsername?: string;
  /** The time that stands in messages. Default: the machine's. */
  readonly now?: () => Date;
  /** `'counts'` keeps of each chat only how many messages came and the last texts: for tens of thousands of chats. Default `'all'`. */
  readonly keep?: 'all' | 'counts';
  /** How many texts of the bot are remembered for each chat. Default 100, or 4 where only counts are kept. */
  readonly textsKept?: number;
  /** How fast the bot may send; see `strictLimits`. Default: no limit. */
  readonly limits?: FloodLimits;
  /** Whether chats that were never added are taken as open ones, instead of `chat not found`. Default false. */
  readonly isAnyChatKnown?: boolean;
  /** What goes wrong, from the start. */
  readonly faults?: readonly FaultRule[];
  readonly seed?: number;
  /** Milliseconds before every answer. Default 0. */
  readonly latencyMs?: number;
  /** How long a press or inline query waits for its answer. Default 30,000 ms. */
  readonly queryLifetimeMs?: number;
  /** Answers what is no request of the Bot API (the chat page, the control of a bench). Default: 404. */
  readonly otherwise?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A Bot API server on loopback, and the people who use the bot. */
export interface BotApiServer extends Acts, Places {
  /** `http://127.0.0.1:PORT`, as TELEGRAM_API_ROOT wants it. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly bot: ApiUser;
  /** Everything it holds, for the chat page and for tests that look closely. */
  readonly state: ServerState;
  readonly events: ChatEvents;
  /** The messages of a chat, oldest first; empty where only counts are kept or the chat is unknown. */
  messages(chat: number): readonly ApiMessage[];
  /** How many messages of the bot a chat has been given. */
  received(chat: number): number;
  /** The texts of the bot's last messages to a chat, oldest first. */
  texts(chat: number): readonly string[];
  /** Resolves with the first message of the bot that `isIt` holds of, from now on. */
  nextMessage(isIt: (message: ApiMessage) => boolean): Promise<ApiMessage>;
  /** Gives the bot an update of any kind, made up by the test. */
  push(kind: string, payload: unknown): void;
  /** Replaces what goes wrong. */
  setFaults(rules: readonly FaultRule[], seed?: number): void;
  setLatency(ms: number): void;
  requests(): readonly RequestRecord[];
  /** Rules of the Bot API that the bot broke, as `method: description`: tests expect none. */
  violations(): readonly string[];
  counts(): RequestCounts;
  /** Forgets requests, violations and what chats were given; people and chats stay. */
  reset(): void;
  close(): Promise<void>;
}
