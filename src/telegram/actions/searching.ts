import type { Action } from '../action.js';
import type { PressRequest } from '../request.js';
import { queryInMessage, searchScreen, suggestionInMessage, wordsOf } from '../search-screen.js';
import { firstDigest } from '../subscribe.js';
import { addRules, maxRules } from '../wishes.js';

/** `s:5` turns the page of a search, `s:0:d.jinshui` and `s:0:week` narrow it. The words stand in the message. */
export const turnSearch: Action = {
  verb: 's',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const [, offset, addition = ''] = /^(\d{1,5})(?::(.*))?$/.exec(args) ?? [];
    const query = queryInMessage(request.messageText);
    if (offset === undefined || query === undefined) return undefined;
    const filter = filterWords(addition, request, bot.directory.districtOfSlug.bind(bot.directory));
    const screen = await searchScreen(`${query} ${filter}`, Number(offset), request, bot);
    return [{ kind: 'edit', screen }];
  },
};

function filterWords(
  addition: string,
  { texts }: PressRequest,
  districtOfSlug: (slug: string) => string | undefined,
): string {
  if (addition === 'week') return texts.lastWeekFilter;
  const district = addition.startsWith('d.') ? districtOfSlug(addition.slice(2)) : undefined;
  return district === undefined ? '' : texts.districtFilter(district);
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

/** `k` follows the words of the search: a keyword rule. */
export const follow: Action = {
  verb: 'k',
  isForChatAdmins: true,
  run: async (request, _args, bot) => {
    const { texts } = request;
    const keyword = wordsOf(queryInMessage(request.messageText) ?? '');
    if ([...keyword].length < 2 || keyword.length > 30) return undefined;
    const { isFull, isFirst } = await addRules([{ keyword }], request, bot);
    if (isFull) return [{ kind: 'toast', text: texts.rulesFull(maxRules), isAlert: true }];
    const told = { kind: 'toast' as const, text: texts.followed(keyword) };
    return isFirst ? [told, firstDigest(texts)] : [told];
  },
};
