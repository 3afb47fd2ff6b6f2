import type { Rule } from '../subscribers/wish.js';
import { type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { encodeRule, isSameRule } from './rule-codec.js';
import { rulesLabel } from './screens.js';
import { changeWish } from './wishes.js';

const callbackBytes = 60;

/** Takes rules out of the wish and says so, with a way back. */
export async function removeRules(
  rules: readonly Rule[],
  request: Request,
  bot: Bot,
): Promise<readonly Reply[]> {
  const { texts, language } = request;
  const wish = await withoutRules(rules, request, bot);
  const words =
    wish.rules.length === 0
      ? texts.unsubscribedAll
      : texts.unsubscribed(rulesLabel(rules, bot.city, language, texts.none));
  const back = rules.map((rule) => encodeRule(rule, bot.directory)).join(',');
  const undo =
    Buffer.byteLength(back) <= callbackBytes ? [{ label: texts.buttons.undo, data: `a:${back}` }] : [];
  return [say(fmt(words), [[...undo, { label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]])];
}

/** Takes rules out of the wish. */
export function withoutRules(rules: readonly Rule[], request: Request, bot: Bot) {
  return changeWish(request, bot, (wish) => ({
    ...wish,
    rules: wish.rules.filter((held) => !rules.some((rule) => isSameRule(held, rule))),
  }));
}
