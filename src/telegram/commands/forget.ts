import type { Command } from '../command.js';
import { say } from '../reply.js';
import { fmt } from '../rich-text.js';

/** `/forget`: deletes everything of the chat, once confirmed by a button. */
export const forget: Command = {
  name: 'forget',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async ({ subscriber, texts }) => {
    if (subscriber === undefined) {
      return [say(fmt(texts.exportEmpty), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]])];
    }
    return [
      say(fmt(texts.forgetAsk), [
        [
          { label: texts.forgetYes, data: 'fg:yes' },
          { label: texts.forgetNo, data: 'fg:no' },
        ],
      ]),
    ];
  },
};
