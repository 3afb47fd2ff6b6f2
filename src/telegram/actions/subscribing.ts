import type { Rule } from '../../subscribers/wish.js';
import type { Action } from '../action.js';
import { ruleLabel } from '../labels.js';
import type { Reply } from '../reply.js';
import type { Bot, PressRequest } from '../request.js';
import { fmt } from '../rich-text.js';
import { decodeRule, decodeRules, isSameRule, ruleKey } from '../rule-codec.js';
import { removalButtons, type SubjectKind, subjectsScreen } from '../screens.js';
import { firstDigest, subscribe } from '../subscribe.js';
import { removeRules, withoutRules } from '../unsubscribe.js';
import { addRules, maxRules } from '../wishes.js';
import { joinParts } from '../written-wish.js';

/** `a:d.jinshui`, `a:d.jinshui+t.law`, `a:d.jinshui,t.law` subscribes and confirms. */
export const add: Action = {
  verb: 'a',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const rules = decodeRules(args, bot.directory);
    return rules === undefined ? undefined : subscribe(rules, request, bot);
  },
};

/** `j:d.jinshui,k.地铁` subscribes to what is all of it at once: 地铁 in 金水区. */
export const addJoined: Action = {
  verb: 'j',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const parts = decodeRules(args, bot.directory);
    return parts === undefined ? undefined : subscribe(joinParts(parts), request, bot);
  },
};

/** `u:d.jinshui` takes one rule away, `u:all` all of them; the list is shown again without it. */
export const remove: Action = {
  verb: 'u',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const { texts, subscriber } = request;
    const rules = subscriber?.wish.rules ?? [];
    if (args === 'all' && rules.length > 0) return removeRules(rules, request, bot);
    const rule = rules.find((held) => ruleKey(held, bot.directory) === args);
    if (rule === undefined) return goneAlready(args, request, bot);
    if (rules.length === 1 || !request.messageText.startsWith(texts.unsubscribeAsk))
      return removeRules([rule], request, bot);
    const { rules: left } = await withoutRules([rule], request, bot);
    return [
      unsubscribedToast(rule, request, bot),
      {
        kind: 'edit',
        screen: { text: fmt(texts.unsubscribeAsk), buttons: removalButtons(left, request, bot) },
      },
    ];
  },
};

/** Pressed twice, the second press finds nothing to take away; what is no rule at all is forged or very old. */
function goneAlready(args: string, request: PressRequest, bot: Bot): readonly Reply[] | undefined {
  const rule = decodeRule(args, bot.directory);
  return rule && [unsubscribedToast(rule, request, bot)];
}

function unsubscribedToast(rule: Rule, { texts, language }: PressRequest, { city }: Bot): Reply {
  return { kind: 'toast', text: texts.unsubscribedShort(ruleLabel(rule, city, language)) };
}

/** `t:d.jinshui` switches a district or topic on or off in the keyboard. */
export const toggle: Action = {
  verb: 't',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const rule = decodeRule(args, bot.directory);
    if (rule === undefined || rule.keyword !== undefined) return undefined;
    const kind: SubjectKind = rule.district !== undefined ? 'district' : 'topic';
    const name = ruleLabel(rule, bot.city, request.language);
    const { texts } = request;
    if (request.subscriber?.wish.rules.some((held) => isSameRule(held, rule)) === true) {
      const { rules } = await withoutRules([rule], request, bot);
      return [unsubscribedToast(rule, request, bot), keyboard(kind, rules, request, bot)];
    }
    const { isFull, isFirst } = await addRules([rule], request, bot);
    if (isFull) return [{ kind: 'toast', text: texts.rulesFull(maxRules), isAlert: true }];
    const rules = [...(request.subscriber?.wish.rules ?? []), rule];
    const shown = [
      { kind: 'toast' as const, text: texts.subscribedShort(name) },
      keyboard(kind, rules, request, bot),
    ];
    return isFirst ? [...shown, firstDigest(texts)] : shown;
  },
};

/** `ts:topic` and `ts:district` change the keyboard, `ts:done` ends it. */
export const turnSubjects: Action = {
  verb: 'ts',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const rules = request.subscriber?.wish.rules ?? [];
    if (args === 'topic' || args === 'district') return [keyboard(args, rules, request, bot)];
    return args === 'done' ? [doneReply(request, bot)] : undefined;
  },
};

function keyboard(
  kind: SubjectKind,
  rules: Parameters<typeof subjectsScreen>[1],
  request: PressRequest,
  bot: Bot,
): Reply {
  return { kind: 'edit', screen: subjectsScreen(kind, rules, request, bot) };
}

function doneReply({ texts, subscriber, language }: PressRequest, { city }: Bot): Reply {
  const { buttons } = texts;
  const rules = subscriber?.wish.rules ?? [];
  const names = rules.map((rule) => ruleLabel(rule, city, language)).join(language === 'zh' ? '、' : ', ');
  return {
    kind: 'edit',
    screen: {
      text: fmt(rules.length === 0 ? texts.nothingSubscribed : texts.welcomeAgain(names)),
      buttons: [
        [
          { label: buttons.latest, data: 'go:latest' },
          { label: buttons.manage, data: 'go:subscribe' },
          { label: buttons.settings, data: 'go:settings' },
        ],
      ],
    },
  };
}
