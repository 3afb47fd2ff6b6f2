import type { Subscriber } from '../subscribers/subscribers.js';
import type { Address, Language } from '../subscribers/wish.js';
import type { Api } from './api.js';
import type { BotDependencies } from './dependencies.js';
import type { Person } from './incoming.js';
import type { LastMenus } from './last-menus.js';
import type { Notices } from './notices.js';
import type { PendingEdits } from './pending-edits.js';
import type { Ratings } from './ratings.js';
import type { Reply } from './reply.js';
import type { Texts } from './texts/texts.js';

/** Where and by whom something was asked, with what every handler needs. */
export interface Request {
  readonly address: Address;
  readonly chatKind: 'private' | 'group' | 'channel';
  readonly person: Person;
  /** The chat's own language, else the person's. */
  readonly language: Language;
  readonly texts: Texts;
  readonly now: Date;
  /** Absent for chats that never subscribed. */
  readonly subscriber: Subscriber | undefined;
}

/** The press of a button. */
export interface PressRequest extends Request {
  /** Text of the message under which the button stood; empty where it is too old. */
  readonly messageText: string;
}

/** What handlers work with: the dependencies, the bot's own name, its calls. */
export interface Bot extends BotDependencies {
  /** Username without `@`. */
  readonly name: string;
  readonly id: number;
  readonly api: Api;
  readonly menus: LastMenus;
  readonly edits: PendingEdits;
  readonly notices: Notices;
  readonly ratings: Ratings;
}

/** Answers a request by values; sends nothing itself. */
export type Handler<R extends Request = Request> = (
  request: R,
  args: string,
  bot: Bot,
) => Promise<readonly Reply[]>;
