import type { RichText } from './rich-text.js';

/** A button under a message. */
export type Button =
  /** Pressed, it sends `data` back to us: at most 64 bytes, `verb:arguments`. */
  { readonly label: string; readonly data: string } | { readonly label: string; readonly url: string };

/** One message: its text and its buttons by row. */
export interface Screen {
  readonly text: RichText;
  readonly buttons?: readonly (readonly Button[])[];
  /** Callback data that the digits 1, 2, … stand for while this is the last menu of the chat. */
  readonly menu?: readonly string[];
}

/** What a handler answers: values, which `respond` sends in this order. */
export type Reply =
  | { readonly kind: 'message'; readonly screen: Screen }
  /** Asks for words: the reader's app opens a reply to it. */
  | { readonly kind: 'question'; readonly text: RichText }
  /** Changes the message whose button was pressed; a new message where there is none. */
  | { readonly kind: 'edit'; readonly screen: Screen }
  /** A short word that comes up over the chat after a press; an alert has to be closed. At most 200 characters. */
  | { readonly kind: 'toast'; readonly text: string; readonly isAlert?: boolean }
  /** After a press: opens the bot in the reader's own chat, by a link `https://t.me/bot?start=…`. */
  | { readonly kind: 'open'; readonly url: string }
  | {
      readonly kind: 'document';
      readonly fileName: string;
      readonly content: string;
      readonly caption: RichText;
    }
  /** The chat's own digest, through the ledger; what to say instead when there is none. */
  | { readonly kind: 'digest'; readonly isFirst: boolean; readonly otherwise: DigestFallbacks }
  /** A message to somebody else: feedback for the admins. */
  | { readonly kind: 'note'; readonly chat: number; readonly screen: Screen };

/** What is said where no digest can be sent. */
export interface DigestFallbacks {
  readonly empty: Screen;
  readonly failed: Screen;
}

/** One message. */
export function say(text: RichText, buttons: Screen['buttons'] = []): Reply {
  return { kind: 'message', screen: { text, buttons } };
}
