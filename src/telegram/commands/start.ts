import { topicIds } from '../../city/city.js';
import type { Rule } from '../../subscribers/wish.js';
import type { Command } from '../command.js';
import { readArticle } from '../read-article.js';
import { say } from '../reply.js';
import type { Bot, Handler, Request } from '../request.js';
import { bold, fmt, join } from '../rich-text.js';
import { rulesLabel, subjectsScreen } from '../screens.js';
import { subscribe } from '../subscribe.js';

/** `/start`, alone or with a payload of a poster: `d_jinshui` and `t_law` subscribe, `a_ID` opens a story. */
export const start: Command = {
  name: 'start',
  scopes: ['private'],
  isForChatAdmins: true,
  run: async (request, payload, bot) => {
    const article = /^a_([\w-]{1,62})$/.exec(payload)?.[1];
    if (article !== undefined) return readArticle(article, request, bot);
    const rule = ruleOfPayload(payload, bot);
    return rule === undefined ? welcome(request, '', bot) : subscribe([rule], request, bot);
  },
};

function ruleOfPayload(payload: string, { directory }: Bot): Rule | undefined {
  const [, kind, value = ''] = /^([dt])_([\w-]{1,62})$/.exec(payload) ?? [];
  if (kind === 'd') {
    const district = directory.districtOfSlug(value.toLowerCase());
    return district === undefined ? undefined : { district };
  }
  const topic = kind === 't' ? topicIds.find((id) => id === value.toLowerCase()) : undefined;
  return topic === undefined ? undefined : { topic };
}

/** Greets: those who are here already with what they have, others with the districts to choose from. */
export const welcome: Handler = async (request, _args, bot) => {
  const { texts, subscriber, language } = request;
  const rules = subscriber?.wish.rules ?? [];
  if (rules.length > 0) return [welcomeAgain(request, bot)];
  const { title, body } = texts.welcome(language === 'zh' ? bot.city.name : bot.city.english);
  const { buttons = [] } = subjectsScreen('district', rules, request, bot);
  return [say(join([bold(title), fmt(body)], '\n\n'), buttons)];
};

function welcomeAgain({ texts, subscriber, language }: Request, { city }: Bot) {
  const { buttons } = texts;
  const rules = rulesLabel(subscriber?.wish.rules ?? [], city, language, texts.noRules);
  return say(join([bold(texts.welcomeBack), fmt(texts.welcomeAgain(rules))], '\n'), [
    [
      { label: buttons.digest, data: 'go:digest' },
      { label: buttons.latest, data: 'go:latest' },
    ],
    [
      { label: buttons.manage, data: 'go:subscribe' },
      { label: buttons.settings, data: 'go:settings' },
    ],
  ]);
}
