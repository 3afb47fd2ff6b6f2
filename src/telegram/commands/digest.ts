import type { Command } from '../command.js';
import { say } from '../reply.js';
import { fmt } from '../rich-text.js';
import { digestFallbacks } from '../subscribe.js';

/** `/digest`: mine, now, through the same ledger as the morning's. */
export const digest: Command = {
  name: 'digest',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async ({ subscriber, texts }) => {
    if (subscriber === undefined || subscriber.wish.rules.length === 0) {
      return [
        say(fmt(texts.nothingSubscribed), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]]),
      ];
    }
    return [{ kind: 'digest', isFirst: false, otherwise: digestFallbacks(texts) }];
  },
};
