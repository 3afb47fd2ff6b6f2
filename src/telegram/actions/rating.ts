import { addDays, dayIn } from '../../calendar/zone.js';
import type { Action } from '../action.js';

/** Digests older than this are no longer rated. */
const mostDays = 30;

/** `v:up:2024-08-28` and `v:down:2024-08-28`: what a reader thinks of that day's digest. */
export const rate: Action = {
  verb: 'v',
  isForChatAdmins: false,
  worksInChannels: true,
  run: async ({ person, texts, now }, args, { ratings, settings }) => {
    const [, thumb, day = ''] = /^(up|down):(\d{4}-\d{2}-\d{2})$/.exec(args) ?? [];
    const today = dayIn(settings.timezone, now);
    const isRecent = day > addDays(today, -mostDays) && day <= today;
    if ((thumb !== 'up' && thumb !== 'down') || !isRecent) return undefined;
    await ratings.rate(person.id, day, thumb);
    return [{ kind: 'toast', text: texts.rated }];
  },
};
