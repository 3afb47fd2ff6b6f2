import type { Rule } from '../../subscribers/wish.js';
import type { Command } from '../command.js';
import { defaultCount, latestScreen, maxCount } from '../latest.js';
import { say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { fmt, tidy } from '../rich-text.js';
import { latestButtons, nextSteps } from '../screens.js';
import { foundScreen } from '../search-screen.js';
import { joinParts, readWish } from '../written-wish.js';

/** `/latest`, `/latest 金水区`, `/latest 教育 10`; words that name neither district nor topic are searched for. */
export const latest: Command = {
  name: 'latest',
  scopes: ['private', 'group', 'group-admin'],
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const { words, count } = splitCount(args.normalize('NFKC'));
    if (words === '')
      return [{ kind: 'message', screen: await latestScreen({ rule: {}, offset: 0, count }, request, bot) }];
    const rule = ruleIn(words, bot);
    if (rule === undefined) {
      const found = await foundScreen(words, request, bot);
      return [found === undefined ? notFound(words, request, bot) : { kind: 'message', screen: found }];
    }
    return [{ kind: 'message', screen: await latestScreen({ rule, offset: 0, count }, request, bot) }];
  },
};

/** A number at either end is how many. */
function splitCount(args: string): { readonly words: string; readonly count: number } {
  const [, before, after] = /(?:^(\d{1,4})(?:\s|$))|(?:(?:^|\s)(\d{1,4})\s*条?$)/.exec(args.trim()) ?? [];
  const number = Number(before ?? after ?? defaultCount);
  const words =
    before !== undefined ? args.trim().slice(before.length) : args.replace(/(?:^|\s)\d{1,4}\s*条?\s*$/, '');
  return { words: words.trim(), count: Math.min(Math.max(1, number), maxCount) };
}

/** One district, one topic, or one of each; undefined for anything less clear. */
function ruleIn(words: string, { directory }: Bot): Rule | undefined {
  const { parts, unclear } = readWish(words, directory);
  const [joined, ...others] = joinParts(parts);
  return unclear.length > 0 || others.length > 0 || joined?.keyword !== undefined ? undefined : joined;
}

function notFound(words: string, request: Request, bot: Bot) {
  const { texts } = request;
  const { subjects } = bot.directory.parse(words.slice(0, 100));
  const whole = bot.directory.find(words.slice(0, 100));
  const offers = [whole, ...subjects].flatMap((lookup) =>
    lookup.kind === 'found' ? [lookup.subject] : lookup.kind === 'choices' ? lookup.choices : lookup.nearest,
  );
  const distinct = [...new Map(offers.map((subject) => [JSON.stringify(subject), subject])).values()].slice(
    0,
    6,
  );
  const missing = texts.latestNotFound(tidy(words, 40));
  if (distinct.length === 0) return say(fmt(missing), nextSteps(texts));
  return say(fmt(`${missing}\n${texts.didYouMean}`), latestButtons(distinct, request, bot));
}
