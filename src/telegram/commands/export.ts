import { subscriberLine } from '../../subscribers/subscriber-line.js';
import type { Command } from '../command.js';
import { say } from '../reply.js';
import { fmt } from '../rich-text.js';

/** `/export`: all that is stored about the chat, as a document. Its `subscription` can be imported elsewhere. */
export const exportCommand: Command = {
  name: 'export',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async ({ subscriber, texts, now, address }, _args, { archive, settings }) => {
    if (subscriber === undefined) {
      return [say(fmt(texts.exportEmpty), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]])];
    }
    const article = (await archive.byNumber(subscriber.ledger.cursor))?.id ?? null;
    const content = {
      exportedAt: now.toISOString(),
      subscription: subscriberLine(subscriber, article, settings.defaultTime),
      stored: { wish: subscriber.wish, ledger: subscriber.ledger },
    };
    return [
      {
        kind: 'document',
        fileName: `qubao-${address.chat}.json`,
        content: `${JSON.stringify(content, null, 2)}\n`,
        caption: fmt(texts.exported),
      },
    ];
  },
};
