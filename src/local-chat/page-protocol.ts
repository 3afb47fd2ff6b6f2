import type { ApiCommand, ApiMessage } from './bot-api/types.js';

/** A chat as the page shows it. */
export interface PageChat {
  readonly id: number;
  readonly kind: 'private' | 'group' | 'supergroup' | 'channel';
  /** The resident's name, or the title. */
  readonly title: string;
  /** Who can speak here, by number: one resident, or the members of a group; none in a channel. */
  readonly speakers: readonly { readonly id: number; readonly name: string }[];
  /** How the chat stands to the bot. */
  readonly access: 'open' | 'blocked' | 'not-started' | 'away' | 'moved';
  readonly messages: readonly ApiMessage[];
}

/** The clock as the page shows it. */
export interface PageClock {
  /** Milliseconds since 1970 of the moved clock. */
  readonly nowMs: number;
  readonly zone: string;
  /** The time of day that the button for the next morning goes to, `HH:MM`. */
  readonly morning: string;
}

/** The bot as it presents itself. */
export interface PageBot {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  readonly description: string;
}

/** Everything the page needs when it connects. */
export interface PageState {
  readonly bot: PageBot;
  readonly clock: PageClock;
  readonly chats: readonly PageChat[];
}

/** What the page is told while it is open. */
export type PageEvent =
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'message'; readonly message: ApiMessage }
  | { readonly kind: 'edit'; readonly message: ApiMessage }
  | { readonly kind: 'delete'; readonly chat: number; readonly messageId: number }
  | { readonly kind: 'typing'; readonly chat: number }
  | { readonly kind: 'chat'; readonly chat: PageChat }
  | { readonly kind: 'clock'; readonly clock: PageClock }
  | { readonly kind: 'profile'; readonly bot: PageBot };

/** What a visitor does; posted to `/api/<kind>`. */
export type PageAct =
  | {
      readonly kind: 'say';
      readonly user: number;
      readonly chat: number;
      readonly text: string;
      /** The message that this answers. */
      readonly replyTo?: number | undefined;
    }
  | {
      readonly kind: 'press';
      readonly user: number;
      readonly chat: number;
      readonly message: number;
      readonly data: string;
    }
  | { readonly kind: 'inline'; readonly user: number; readonly query: string; readonly offset: string }
  | {
      readonly kind: 'choose';
      readonly user: number;
      readonly chat: number;
      readonly query: string;
      readonly result: number;
    }
  | { readonly kind: 'commands'; readonly user: number; readonly chat: number }
  | { readonly kind: 'resident'; readonly name: string; readonly language: string }
  | { readonly kind: 'access'; readonly user: number; readonly chat: number; readonly isOpen: boolean }
  | { readonly kind: 'migrate'; readonly chat: number }
  | { readonly kind: 'clock'; readonly to: 'morning' | 'hour' | number };

/** The answer to `press`; `null` where the bot did not answer in time. */
export interface PressAnswer {
  readonly text: string;
  readonly isAlert: boolean;
  readonly url: string;
}

/** One result of inline mode, with what would be sent. */
export interface InlineResult {
  readonly title: string;
  readonly description: string;
}

/** The answer to `inline`. */
export interface InlineResults {
  readonly results: readonly InlineResult[];
  readonly nextOffset: string;
  /** A button above the results that opens the bot with a start payload. */
  readonly button: { readonly text: string; readonly payload: string } | null;
}

/** The answer to `commands`. */
export type VisibleCommands = readonly ApiCommand[];
