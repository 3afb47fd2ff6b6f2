import { type Days, type Weekday, type Wish, weekdays } from '../../subscribers/wish.js';
import type { Action } from '../action.js';
import { textsIn } from '../language.js';
import type { Reply, Screen } from '../reply.js';
import type { Bot, PressRequest } from '../request.js';
import { fmt } from '../rich-text.js';
import { subjectsScreen } from '../screens.js';
import { daysScreen, fingerprint, muteScreen, settingsScreen, timesScreen } from '../settings-screens.js';
import { changeWish, wishOf } from '../wishes.js';

/** Times a day at most. */
export const maxTimes = 6;

/** `set:times`, `set:time.0730`, `set:span.weekdays`, `set:day.mon`, `set:language`, `set:note`, …: one setting each. */
export const setting: Action = {
  verb: 'set',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const [what = '', value = '', mark = ''] = args.split('.');
    const wish = wishOf(request);
    switch (what) {
      case 'all':
        return show(settingsScreen(wish, request, bot));
      case 'rules':
        return show(subjectsScreen('district', wish.rules, request, bot));
      case 'times':
        return show(timesScreen(wish, request, bot));
      case 'days':
        return show(daysScreen(wish, request));
      case 'mute':
        return show(muteScreen(wish, request));
      case 'addmute':
        return [{ kind: 'question', text: fmt(request.texts.muteAsk) }];
      case 'unmute':
        return unmute(Number(value), mark, request, bot);
      case 'time':
        return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(value)
          ? toggleTime(`${value.slice(0, 2)}:${value.slice(2)}`, request, bot)
          : undefined;
      default:
        return change(what, value, request, bot);
    }
  },
};

function show(screen: Screen): readonly Reply[] {
  return [{ kind: 'edit', screen }];
}

/** Settings that one press changes. */
async function change(
  what: string,
  value: string,
  request: PressRequest,
  bot: Bot,
): Promise<readonly Reply[] | undefined> {
  const patch = patchOf(what, value);
  if (patch === undefined) return undefined;
  const wish = await changeWish(request, bot, (before) => ({ ...before, ...patch(before) }));
  const texts = textsIn(wish.language);
  const inLanguage = { ...request, language: wish.language, texts };
  const screen =
    what === 'day' || what === 'span' ? daysScreen(wish, inLanguage) : settingsScreen(wish, inLanguage, bot);
  return [{ kind: 'toast', text: texts.saved }, ...show(screen)];
}

function patchOf(what: string, value: string): ((wish: Wish) => Partial<Wish>) | undefined {
  switch (what) {
    case 'language':
      return ({ language }) => ({ language: language === 'zh' ? 'en' : 'zh' });
    case 'note':
      return ({ wantsEmptyNote }) => ({ wantsEmptyNote: !wantsEmptyNote });
    case 'night':
      return ({ wantsNightWarnings }) => ({ wantsNightWarnings: !wantsNightWarnings });
    case 'span':
      return value === 'daily' || value === 'weekdays' || value === 'weekly'
        ? () => ({ days: value })
        : undefined;
    case 'day': {
      const day = weekdays.find((name) => name === value);
      return day === undefined ? undefined : ({ days }) => ({ days: toggledDay(days, day) });
    }
    default:
      return undefined;
  }
}

/** From a whole choice to single days the first press chooses just that day; the last day cannot be taken away. */
function toggledDay(days: Days, day: Weekday): Days {
  if (typeof days === 'string') return [day];
  const left = days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
  const sorted = weekdays.filter((one) => left.includes(one));
  return sorted.length === weekdays.length ? 'daily' : sorted.length === 0 ? days : sorted;
}

/** The last time cannot be taken away: without digests one pauses or unsubscribes. */
async function toggleTime(time: string, request: PressRequest, bot: Bot): Promise<readonly Reply[]> {
  const { texts } = request;
  const chosen = (wish: Wish) => (wish.times.length > 0 ? wish.times : [bot.settings.defaultTime]);
  const before = chosen(wishOf(request));
  if (!before.includes(time) && before.length >= maxTimes)
    return [{ kind: 'toast', text: texts.timesTooMany, isAlert: true }];
  const wish = await changeWish(request, bot, (current) => ({
    ...current,
    times: toggledTimes(chosen(current), time),
  }));
  return [{ kind: 'toast', text: texts.saved }, ...show(timesScreen(wish, request, bot))];
}

function toggledTimes(times: readonly string[], time: string): readonly string[] {
  const next = times.includes(time) ? times.filter((one) => one !== time) : [...times, time];
  return next.length === 0 ? times : [...new Set(next)].sort();
}

async function unmute(
  index: number,
  mark: string,
  request: PressRequest,
  bot: Bot,
): Promise<readonly Reply[] | undefined> {
  const word = wishOf(request).mute[index];
  if (word === undefined || fingerprint(word) !== mark) return undefined;
  const wish = await changeWish(request, bot, (before) => ({
    ...before,
    mute: before.mute.filter((one) => one !== word),
  }));
  return [{ kind: 'toast', text: request.texts.unmuted(word) }, ...show(muteScreen(wish, request))];
}
