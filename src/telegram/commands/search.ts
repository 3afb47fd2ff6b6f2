import type { Command } from '../command.js';
import { fmt } from '../rich-text.js';
import { searchScreen } from '../search-screen.js';

/** `/search words`; alone it asks for words. */
export const search: Command = {
  name: 'search',
  scopes: ['private', 'group', 'group-admin'],
  isForChatAdmins: false,
  run: async (request, words, bot) =>
    words === ''
      ? [{ kind: 'question', text: fmt(request.texts.searchAsk) }]
      : [{ kind: 'message', screen: await searchScreen(words, 0, request, bot) }],
};
