import type { Command } from '../command.js';
import { settingsScreen } from '../settings-screens.js';
import { wishOf } from '../wishes.js';

/** `/settings`: everything by buttons. */
export const settings: Command = {
  name: 'settings',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async (request, _args, bot) => [
    { kind: 'message', screen: settingsScreen(wishOf(request), request, bot) },
  ],
};
