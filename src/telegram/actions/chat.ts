import { isTimeOfDay } from '../../calendar/zone.js';
import type { Action } from '../action.js';
import { commands } from '../commands/index.js';
import { pauseUntil } from '../commands/pause.js';
import { parseUntil } from '../parse-until.js';
import { fmt } from '../rich-text.js';
import { settingsScreen } from '../settings-screens.js';
import { changeWish } from '../wishes.js';
import { maxTimes } from './settings.js';

/** `go:latest` runs a command without words, with the command's own rights. */
export const go: Action = {
  verb: 'go',
  isForChatAdmins: (args) => commands.some(({ name, isForChatAdmins }) => name === args && isForChatAdmins),
  run: async (request, args, bot) => {
    const command = commands.find(({ name }) => name === args);
    if (command === undefined || command.isOffered?.(bot, request.address.chat) === false) return undefined;
    return command.run(request, '', bot);
  },
};

/** `pa:3 days` pauses. */
export const pauseFor: Action = {
  verb: 'pa',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const until = parseUntil(args, request.now, bot.settings.timezone);
    return until === undefined ? undefined : [await pauseUntil(until, request, bot)];
  },
};

/** `fg:yes` deletes everything of the chat, `fg:no` does not. */
export const forgetConfirmed: Action = {
  verb: 'fg',
  isForChatAdmins: true,
  run: async ({ texts, address }, args, bot) => {
    if (args === 'yes') await bot.subscribers.forget(address.chat);
    else if (args !== 'no') return undefined;
    const text = fmt(args === 'yes' ? texts.forgotten : texts.kept);
    const button = {
      label: args === 'yes' ? texts.buttons.startAgain : texts.buttons.latest,
      data: args === 'yes' ? 'go:start' : 'go:latest',
    };
    return [{ kind: 'edit', screen: { text, buttons: [[button]] } }];
  },
};

/** `ti:only:0710` and `ti:also:0710`: a time that was typed. */
export const typedTime: Action = {
  verb: 'ti',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const [, how, hour, minute] = /^(only|also):(\d\d)(\d\d)$/.exec(args) ?? [];
    const time = `${hour}:${minute}`;
    if (how === undefined || !isTimeOfDay(time)) return undefined;
    const wish = await changeWish(request, bot, (before) => {
      const times = before.times.length > 0 ? before.times : [bot.settings.defaultTime];
      const all = how === 'only' ? [time] : [...new Set([...times, time])].sort();
      return { ...before, times: all.slice(0, maxTimes) };
    });
    return [
      { kind: 'toast', text: request.texts.saved },
      { kind: 'edit', screen: settingsScreen(wish, request, bot) },
    ];
  },
};
