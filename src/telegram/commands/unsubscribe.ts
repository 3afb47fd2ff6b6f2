import type { Rule } from '../../subscribers/wish.js';
import type { Command } from '../command.js';
import { type Reply, say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { fmt, tidy } from '../rich-text.js';
import { removalButtons, rulesLabel } from '../screens.js';
import { removeRules } from '../unsubscribe.js';

const everything = /^(?:all|everything|全部|所有|都取消)$/i;

/** `/unsubscribe 金水区`, `/unsubscribe all`; alone it shows what there is. */
export const unsubscribe: Command = {
  name: 'unsubscribe',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async (request, words, bot) => {
    const rules = request.subscriber?.wish.rules ?? [];
    if (rules.length === 0) return [nothing(request)];
    if (words === '') return [choose(request.texts.unsubscribeAsk, rules, request, bot)];
    if (everything.test(words)) return removeRules(rules, request, bot);
    const meant = meantRules(words, rules, bot);
    if (meant.length > 0) return removeRules(meant, request, bot);
    return [choose(request.texts.notSubscribedTo(tidy(words, 40)), rules, request, bot)];
  },
};

function nothing({ texts }: Request): Reply {
  return say(fmt(texts.nothingSubscribed), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]]);
}

function choose(words: string, rules: readonly Rule[], request: Request, bot: Bot): Reply {
  const { texts } = request;
  const all = [{ label: texts.unsubscribeAll, data: 'u:all' }];
  return say(fmt(words), [...removalButtons(rules, request, bot), ...(rules.length > 1 ? [all] : [])]);
}

/** The held rules that the words name: exactly these parts, or a keyword as it was written. */
function meantRules(words: string, rules: readonly Rule[], { directory, city }: Bot): readonly Rule[] {
  const { subjects, rest } = directory.parse(words.slice(0, 200));
  const districts = new Set<string>();
  const topics = new Set<string>();
  for (const lookup of subjects) {
    if (lookup.kind !== 'found') continue;
    if (lookup.subject.kind === 'district') districts.add(lookup.subject.name);
    else topics.add(lookup.subject.id);
  }
  const isMeant = ({ district, topic, keyword }: Rule) =>
    (district === undefined || districts.has(district)) &&
    (topic === undefined || topics.has(topic)) &&
    (keyword === undefined || keyword === words || rest.includes(keyword) || rest.join(' ') === keyword);
  const meant = rules.filter(isMeant);
  // Said exactly as it is shown: 金水区 · 教育.
  return meant.length > 0 ? meant : rules.filter((rule) => rulesLabel([rule], city, 'zh', '') === words);
}
