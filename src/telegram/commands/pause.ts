import type { Command } from '../command.js';
import { parseUntil } from '../parse-until.js';
import { untilLabel } from '../render/dates.js';
import { type Button, type Reply, say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { fmt, join, tidy } from '../rich-text.js';
import type { Texts } from '../texts/texts.js';
import { changeWish } from '../wishes.js';

/** `/pause`, `/pause 3天`, `/pause 下周一`, `/pause 2024-09-01`. */
export const pause: Command = {
  name: 'pause',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async (request, words, bot) => {
    const { texts } = request;
    if (words === '')
      return [say(join([fmt(texts.pauseAsk), fmt(texts.pauseHint)], '\n'), pauseButtons(texts))];
    const until = parseUntil(words.slice(0, 60), request.now, bot.settings.timezone);
    if (until === undefined)
      return [say(fmt(texts.pauseNotUnderstood(tidy(words, 40))), pauseButtons(texts))];
    return [await pauseUntil(until, request, bot)];
  },
};

/** Pauses the chat and says until when. */
export async function pauseUntil(until: string, request: Request, bot: Bot): Promise<Reply> {
  const { texts } = request;
  await changeWish(request, bot, (wish) => ({ ...wish, pausedUntil: until }));
  const label = untilLabel(until, bot.settings.timezone, texts);
  return say(fmt(texts.paused(label)), [[{ label: texts.settingsButtons.resume, data: 'go:resume' }]]);
}

/** How long, by button. */
export function pauseButtons({ pauseChoices }: Texts): Button[][] {
  return [
    [
      { label: pauseChoices.tomorrow, data: 'pa:tomorrow' },
      { label: pauseChoices.days3, data: 'pa:3 days' },
      { label: pauseChoices.week, data: 'pa:1 week' },
    ],
    [
      { label: pauseChoices.month, data: 'pa:1 month' },
      { label: pauseChoices.forever, data: 'pa:forever' },
    ],
  ];
}
