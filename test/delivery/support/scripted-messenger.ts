import type { Content, Messenger, Prepared, SendOutcome } from '../../../src/delivery/messenger.js';
import type { Address } from '../../../src/subscribers/wish.js';

/** A message that a chat holds. */
export interface Held {
  readonly chat: number;
  readonly content: Content;
  readonly isPlain: boolean;
}

/** A messenger in memory that answers as a script says and remembers who holds what. */
export interface ScriptedMessenger extends Messenger {
  readonly held: Held[];
  /** Every request, in order. */
  readonly requests: Address[];
  /** What the next requests come to; undefined: delivered. An outcome `unknown` may have been delivered or not. */
  script: (to: Address, nth: number) => (SendOutcome & { readonly wasDelivered?: boolean }) | undefined;
}

/** Delivers everything until a script is set. `extra` are the methods that a messenger may lack. */
export function scriptedMessenger(extra: Pick<Messenger, 'isThere' | 'edit'> = {}): ScriptedMessenger {
  const messenger: ScriptedMessenger = {
    ...extra,
    held: [],
    requests: [],
    script: () => undefined,
    prepare: (content): Prepared => ({ body: { content } }),
    async send(to, message, options) {
      messenger.requests.push(to);
      const scripted = messenger.script(to, messenger.requests.length);
      const content = message.body['content'] as Content;
      if (scripted === undefined || scripted.kind === 'delivered' || scripted.wasDelivered === true)
        messenger.held.push({ chat: to.chat, content, isPlain: options?.isPlain ?? false });
      return scripted ?? { kind: 'delivered', messageId: messenger.requests.length };
    },
  };
  return messenger;
}
