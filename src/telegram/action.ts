import type { Handler, PressRequest } from './request.js';

/** What the press of a button does. Its callback data: `verb` or `verb:arguments`. */
export interface Action {
  readonly verb: string;
  /** In groups only administrators may; a function where it depends on the arguments. */
  readonly isForChatAdmins: boolean | ((args: string) => boolean);
  /** Gets what stands behind the verb, as it came: it may be forged. Undefined: it could not be read. */
  readonly run: (
    ...given: Parameters<Handler<PressRequest>>
  ) => Promise<Awaited<ReturnType<Handler>> | undefined>;
}
