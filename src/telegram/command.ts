import type { Bot, Handler } from './request.js';

/** In which chats a command is offered in the menu. */
export type Scope = 'private' | 'group' | 'group-admin' | 'admin';

/** One command of the chat. Its description in the menu: `texts.menu[name]`. */
export interface Command {
  readonly name: CommandName;
  readonly scopes: readonly Scope[];
  /** Configures the chat: in groups only administrators may. */
  readonly isForChatAdmins: boolean;
  /** Absent: always offered. False hides it, and it answers as if it were not there. */
  readonly isOffered?: (bot: Bot, chat: number) => boolean;
  readonly run: Handler;
}

/** Names, fixed by the contract, in the order of the menu. */
export const commandNames = [
  'start',
  'latest',
  'digest',
  'subscribe',
  'unsubscribe',
  'search',
  'settings',
  'pause',
  'resume',
  'feedback',
  'help',
  'privacy',
  'export',
  'forget',
  'stats',
  'run',
  'publish',
  'correct',
] as const;
/** One of them. */
export type CommandName = (typeof commandNames)[number];
