import type { Command } from '../command.js';
import { textsIn } from '../language.js';
import { type Reply, say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { bold, fmt, join, tidy } from '../rich-text.js';
import { nextSteps } from '../screens.js';

const maxLength = 2_000;

/** `/feedback words`: passed on to the admins, kept nowhere; not there where there are none. */
export const feedback: Command = {
  name: 'feedback',
  scopes: ['private'],
  isForChatAdmins: false,
  isOffered: ({ settings }) => settings.adminChatIds.length > 0,
  run: async (request, words, bot) => passOn(words, request, bot),
};

/** Sends words to every admin chat. */
export function passOn(words: string, { texts, address }: Request, { settings }: Bot): readonly Reply[] {
  if (settings.adminChatIds.length === 0) return [say(fmt(texts.feedbackOff), nextSteps(texts))];
  const said = tidy(words, maxLength);
  if (said === '') return [{ kind: 'question', text: fmt(texts.feedbackAsk) }];
  const note = join([bold(textsIn('zh').feedbackNote(String(address.chat))), fmt(said)], '\n');
  const notes: Reply[] = settings.adminChatIds.map((chat) => ({
    kind: 'note',
    chat,
    screen: { text: note },
  }));
  return [...notes, say(fmt(texts.feedbackSent), nextSteps(texts))];
}
