import type { Command } from '../command.js';
import { say } from '../reply.js';
import { bold, fmt, join } from '../rich-text.js';
import { nextSteps } from '../screens.js';

/** `/help` */
export const help: Command = {
  name: 'help',
  scopes: ['private', 'group', 'group-admin'],
  isForChatAdmins: false,
  run: async ({ texts, chatKind }, _args, bot) => {
    const { title, lines, group } = texts.help(bot.name);
    const all = chatKind === 'private' ? lines : [...lines, group];
    const [steps = []] = nextSteps(texts);
    const shown = steps.filter((button) => !('data' in button) || button.data !== 'go:help');
    return [
      say(join([bold(title), ...all.map((line) => fmt(line))], '\n'), [
        shown,
        [
          { label: texts.buttons.settings, data: 'go:settings' },
          { label: texts.buttons.privacy, data: 'go:privacy' },
        ],
      ]),
    ];
  },
};
