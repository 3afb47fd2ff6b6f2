import type { Command } from '../command.js';
import { say } from '../reply.js';
import { bold, fmt, join } from '../rich-text.js';

/** `/privacy`: what is kept and what is not. */
export const privacy: Command = {
  name: 'privacy',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: false,
  run: async ({ texts }, _args, bot) => {
    const { title, lines } = texts.privacy(bot.settings.adminChatIds.length > 0);
    return [
      say(join([bold(title), ...lines.map((line) => fmt(line))], '\n'), [
        [{ label: texts.menu.export, data: 'go:export' }],
        [{ label: texts.menu.forget, data: 'go:forget' }],
      ]),
    ];
  },
};
