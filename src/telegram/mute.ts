import { keywordIn } from './keyword.js';
import { type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { changeWish } from './wishes.js';

const maxMuted = 50;

/** Mutes a word: stories with it are not sent. */
export async function mute(words: string, request: Request, bot: Bot): Promise<readonly Reply[]> {
  const { texts } = request;
  const word = keywordIn(words);
  const buttons = [[{ label: texts.settingsButtons.mute, data: 'set:mute' }]];
  if (word === undefined) return [say(fmt(texts.notThatWord), buttons)];
  const wish = await changeWish(request, bot, (before) =>
    before.mute.includes(word) || before.mute.length >= maxMuted
      ? before
      : { ...before, mute: [...before.mute, word] },
  );
  return [say(fmt(wish.mute.includes(word) ? texts.muted(word) : texts.muteFull), buttons)];
}
