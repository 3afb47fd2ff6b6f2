import type { Command } from '../command.js';
import { keywordIn } from '../keyword.js';
import { type Reply, say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { fmt } from '../rich-text.js';
import { subjectsScreen } from '../screens.js';
import { subscribe } from '../subscribe.js';
import { askJoined, askKeyword, askWhich } from '../subscribe-questions.js';
import { isAmbiguous, readWish } from '../written-wish.js';

/** `/subscribe 金水区`, `/subscribe zhongmu 消防`, `/subscribe 地铁`; alone it shows the districts. */
export const subscribeCommand: Command = {
  name: 'subscribe',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async (request, words, bot) => {
    const called = calledKeyword(words);
    if (called !== undefined) return subscribeKeyword(called, request, bot);
    const { parts, unclear } = readWish(words, bot.directory);
    if (parts.some(({ keyword }) => keyword !== undefined && keywordIn(keyword) === undefined))
      return [badKeyword(request)];
    if (unclear.length > 0) return [askWhich(parts, unclear, words, request, bot)];
    if (isAmbiguous(parts)) return [askJoined(parts, request, bot)];
    const [first] = parts;
    if (first === undefined) return [districts(request, bot)];
    return first.keyword === undefined
      ? subscribe(parts, request, bot)
      : [askKeyword(first.keyword, request, bot)];
  },
};

function districts(request: Request, bot: Bot): Reply {
  const rules = request.subscriber?.wish.rules ?? [];
  return { kind: 'message', screen: subjectsScreen('district', rules, request, bot) };
}

/** `关键词 地铁`, `keyword: metro`, `“地铁”`: plainly a keyword, even where a district is called so. */
function calledKeyword(words: string): string | undefined {
  const [, after, quoted] = /^(?:(?:关键词|keyword)\s*[:：]?\s*(.+)|["“「](.+)["”」])$/iu.exec(words) ?? [];
  return after ?? quoted;
}

function subscribeKeyword(words: string, request: Request, bot: Bot): Promise<readonly Reply[]> {
  const keyword = keywordIn(words);
  return keyword === undefined
    ? Promise.resolve([badKeyword(request)])
    : subscribe([{ keyword }], request, bot);
}

function badKeyword({ texts }: Request): Reply {
  return say(fmt(texts.notThatWord), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]]);
}
