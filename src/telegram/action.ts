import type { Handler, PressRequest } from './request.js';

/** What the press of a button does. Its callback data: `verb` or `verb:arguments`. */
export interface Action {
  readonly verb: string;
  /** In groups only administrators may; a function where it depends on the arguments. */
  readonly isForChatAdmins: boolean | ((args: string) => boolean);
  /** Everybody who reads a channel may press it there; other buttons open the bot in the reader's own chat. */
  readonly worksInChannels?: true;
  /** Gets what stands behind the verb, as it came: it may be forged. Undefined: it could not be read. */
  readonly run: (
    ...given: Parameters<Handler<PressRequest>>
  ) => Promise<Awaited<ReturnType<Handler>> | undefined>;
}
