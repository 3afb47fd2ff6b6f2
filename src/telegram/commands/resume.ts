import { isPaused } from '../../subscribers/slot-plan.js';
import type { Command } from '../command.js';
import { say } from '../reply.js';
import { fmt } from '../rich-text.js';
import { changeWish } from '../wishes.js';

/** `/resume` */
export const resume: Command = {
  name: 'resume',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async (request, _args, bot) => {
    const { texts, subscriber, now } = request;
    const wasPaused = subscriber !== undefined && isPaused(subscriber.wish, now);
    if (subscriber !== undefined) await changeWish(request, bot, (wish) => ({ ...wish, pausedUntil: null }));
    return [
      say(fmt(wasPaused ? texts.resumed : texts.notPaused), [
        [
          { label: texts.buttons.digest, data: 'go:digest' },
          { label: texts.buttons.settings, data: 'go:settings' },
        ],
      ]),
    ];
  },
};
