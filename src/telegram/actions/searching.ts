import { addDays, dayIn } from '../../calendar/zone.js';
import type { Action } from '../action.js';
import { keywordIn } from '../keyword.js';
import { topicLabel } from '../labels.js';
import type { Bot, PressRequest } from '../request.js';
import { decodeRule } from '../rule-codec.js';
import { queryInMessage, suggestionInMessage, wordsOf } from '../search-query.js';
import { searchScreen } from '../search-screen.js';
import { firstDigest } from '../subscribe.js';
import { addRules, maxRules } from '../wishes.js';
import { joinParts, readWish } from '../written-wish.js';

/** `s:5` turns the page of a search, `s:0:d.jinshui`, `s:0:t.law` and `s:0:week` narrow it. The words stand in the message. */
export const turnSearch: Action = {
  verb: 's',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const [, offset, addition = ''] = /^(\d{1,5})(?::(.*))?$/.exec(args) ?? [];
    const query = queryInMessage(request.messageText);
    if (offset === undefined || query === undefined) return undefined;
    const screen = await searchScreen(
      `${query} ${filterOf(addition, request, bot)}`,
      Number(offset),
      request,
      bot,
    );
    return [{ kind: 'edit', screen }];
  },
};

/** The filter that a button adds, in the words of the search. */
function filterOf(addition: string, { now }: PressRequest, { directory, city, settings }: Bot): string {
  if (addition === 'week') return `日期:${addDays(dayIn(settings.timezone, now), -6)}..`;
  const { district, topic } = decodeRule(addition, directory) ?? {};
  if (district !== undefined) return `区:${district}`;
  return topic === undefined ? '' : `主题:${topicLabel(topic, city, 'zh')}`;
}

/** `sq:1` searches for the first suggestion of the message. */
export const searchSuggestion: Action = {
  verb: 'sq',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const words = /^[1-9]$/.test(args) ? suggestionInMessage(request.messageText, Number(args)) : undefined;
    return words === undefined
      ? undefined
      : [{ kind: 'edit', screen: await searchScreen(words, 0, request, bot) }];
  },
};

/** `k:消防` follows words: what they name, and the rest as a keyword; `k` alone, of older messages, those of the search. */
export const follow: Action = {
  verb: 'k',
  isForChatAdmins: true,
  run: async (request, args, bot) => {
    const { texts } = request;
    const words = keywordIn(args || wordsOf(queryInMessage(request.messageText) ?? ''));
    if (words === undefined) return undefined;
    const { parts, unclear } = readWish(words, bot.directory);
    const isClear = parts.length > 0 && unclear.length === 0;
    const rules = isClear ? joinParts(parts) : [{ keyword: words }];
    const { isFull, isFirst } = await addRules(rules, request, bot);
    if (isFull) return [{ kind: 'toast', text: texts.rulesFull(maxRules), isAlert: true }];
    const told = { kind: 'toast' as const, text: texts.followed(words) };
    return isFirst ? [told, firstDigest(texts)] : [told];
  },
};
