import type { Rule } from '../../subscribers/wish.js';
import type { Command } from '../command.js';
import { type Reply, say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { fmt, tidy } from '../rich-text.js';
import { isSameRule } from '../rule-codec.js';
import { removalButtons } from '../screens.js';
import { removeRules } from '../unsubscribe.js';
import { joinParts, readWish } from '../written-wish.js';

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
  return say(fmt(words), removalButtons(rules, request, bot));
}

/** The held rules that the words name: what they mean together, else each by itself, else a keyword as it was written. */
function meantRules(words: string, rules: readonly Rule[], { directory }: Bot): readonly Rule[] {
  const { parts } = readWish(words, directory);
  for (const meant of [joinParts(parts), parts, [{ keyword: words }]]) {
    const held = rules.filter((rule) => meant.some((one) => isSameRule(rule, one)));
    if (held.length > 0) return held;
  }
  return [];
}
