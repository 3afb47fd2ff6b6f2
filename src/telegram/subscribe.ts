import type { Rule } from '../subscribers/wish.js';
import { type DigestFallbacks, type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { encodeRule, ruleKey } from './rule-codec.js';
import { removalButtons, rulesLabel } from './screens.js';
import { daysLabel } from './settings-screens.js';
import type { Texts } from './texts/texts.js';
import { addRules, maxRules, wishOf } from './wishes.js';

/** Subscribes the chat to rules and says so; a newcomer gets today's digest at once. */
export async function subscribe(
  rules: readonly Rule[],
  request: Request,
  bot: Bot,
): Promise<readonly Reply[]> {
  const { texts, language } = request;
  const { added, isFull, isFirst } = await addRules(rules, request, bot);
  if (isFull && added.length === 0) {
    const buttons = removalButtons((request.subscriber?.wish.rules ?? []).slice(0, 20), request, bot);
    return [say(fmt(texts.rulesFull(maxRules)), buttons)];
  }
  const names = rulesLabel(added.length > 0 ? added : rules, bot.city, language, '');
  const words =
    added.length > 0 ? texts.subscribed(names, timesLabel(request, bot)) : texts.alreadySubscribed(names);
  const confirmation = say(fmt(words), confirmationButtons(added.length > 0 ? added : rules, request, bot));
  return isFirst ? [confirmation, firstDigest(texts)] : [confirmation];
}

/** `每天 07:30`, or several times. */
function timesLabel(request: Request, { settings }: Bot): string {
  const { times, days } = wishOf(request);
  return `${daysLabel(days, request.texts)} ${times.length > 0 ? times.join(' ') : settings.defaultTime}`;
}

function confirmationButtons(rules: readonly Rule[], { texts }: Request, { directory }: Bot) {
  const { buttons } = texts;
  const [only] = rules;
  const latest = only === undefined || only.keyword !== undefined ? undefined : encodeRule(only, directory);
  const undo =
    only !== undefined && rules.length === 1
      ? [{ label: buttons.undo, data: `u:${ruleKey(only, directory)}` }]
      : [];
  return [
    [{ label: buttons.latest, data: latest === undefined ? 'go:latest' : `ln:${latest}` }, ...undo],
    [
      { label: buttons.manage, data: 'go:subscribe' },
      { label: buttons.settings, data: 'go:settings' },
    ],
  ];
}

/** Today's digest for somebody who has just come. */
export function firstDigest(texts: Texts): Reply {
  return { kind: 'digest', isFirst: true, otherwise: digestFallbacks(texts) };
}

/** What is said when there is no digest. */
export function digestFallbacks(texts: Texts): DigestFallbacks {
  const buttons = [
    [
      { label: texts.buttons.latest, data: 'go:latest' },
      { label: texts.buttons.settings, data: 'go:settings' },
    ],
  ];
  return {
    empty: { text: fmt(texts.digestEmpty), buttons },
    failed: { text: fmt(texts.digestFailed), buttons },
  };
}
