import type { ArchivedArticle } from '../../archive/archive.js';
import { chooseStories } from '../../digest/choose-stories.js';
import { maxStories } from '../../digest/compose.js';
import type { Action } from '../action.js';
import { latestScreen, maxCount } from '../latest.js';
import { articleReply, pageOf } from '../read-article.js';
import { articleList, numberButtons } from '../render/lists.js';
import { say } from '../reply.js';
import type { Bot, PressRequest } from '../request.js';
import { bold, fmt, join } from '../rich-text.js';
import { decodeRule } from '../rule-codec.js';
import { nextSteps, styleOf } from '../screens.js';

/** Whole numbers separated by colons; undefined where one is none. Article numbers may be negative. */
function numbers(args: string): readonly number[] | undefined {
  const parts = args.split(':');
  return parts.every((part) => /^-?\d{1,12}$/.test(part)) ? parts.map(Number) : undefined;
}

/** `r:42` reads article 42 in a new message. */
export const read: Action = {
  verb: 'r',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const [number] = numbers(args) ?? [];
    if (number === undefined) return undefined;
    return [articleReply(await bot.archive.byNumber(number), 1, request, bot)];
  },
};

/** `p:42:2` turns to page 2 of article 42. */
export const turnPage: Action = {
  verb: 'p',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const [number, page] = numbers(args) ?? [];
    if (number === undefined || page === undefined) return undefined;
    const article = await bot.archive.byNumber(number);
    if (article === undefined || article.isWithdrawn) return [articleReply(article, 1, request, bot)];
    return [{ kind: 'edit', screen: pageOf(article, page, request, bot) }];
  },
};

/** `l:5:5:d.jinshui` turns the list of the latest to offset 5, 5 a page. */
export const turnLatest: Action = {
  verb: 'l',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const [, offset, count, code = ''] = /^(\d{1,5}):(\d{1,2}):(.*)$/.exec(args) ?? [];
    const rule = code === '' ? {} : decodeRule(code, bot.directory);
    if (offset === undefined || rule === undefined) return undefined;
    const query = { rule, offset: Number(offset), count: Math.min(Math.max(1, Number(count)), maxCount) };
    return [{ kind: 'edit', screen: await latestScreen(query, request, bot) }];
  },
};

/** `ln:d.jinshui` shows the latest in a new message. */
export const showLatest: Action = {
  verb: 'ln',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const rule = decodeRule(args, bot.directory);
    if (rule === undefined) return undefined;
    return [{ kind: 'message', screen: await latestScreen({ rule, offset: 0, count: 5 }, request, bot) }];
  },
};

/** Steps of the archive that one digest can have looked at. */
const longestRange = 5_000;

/** `m:10:60:0`: what the digest of articles 11 to 60 did not tell, from the first on. */
export const more: Action = {
  verb: 'm',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    const [after, upTo, offset] = numbers(args) ?? [];
    if (after === undefined || upTo === undefined || offset === undefined) return undefined;
    return [await moreReply(after, upTo, offset, request, bot)];
  },
};

async function moreReply(after: number, upTo: number, offset: number, request: PressRequest, bot: Bot) {
  const { texts } = request;
  const left = (await untold(after, upTo, request, bot)).slice(Math.max(0, offset));
  const shown = left.slice(0, maxCount);
  if (shown.length === 0) return say(fmt(texts.noMoreStories), nextSteps(texts));
  const { rows, menu } = numberButtons(shown, texts);
  const rest = left.length - shown.length;
  const next = { label: texts.moreStories(rest), data: `m:${after}:${upTo}:${offset + shown.length}` };
  return {
    kind: 'message' as const,
    screen: {
      text: join([bold(texts.moreTitle), articleList(shown, styleOf(request, bot))], '\n\n'),
      buttons: [...rows, ...(rest > 0 ? [[next]] : [])],
      menu,
    },
  };
}

/**
 * What the digest of these articles did not tell: by what the ledger remembers of it, for as long as it does; then by the
 * wish, of which a digest tells the first ten.
 */
async function untold(
  after: number,
  upTo: number,
  { subscriber, now }: PressRequest,
  { archive }: Bot,
): Promise<readonly ArchivedArticle[]> {
  const to = Math.min(upTo, await archive.headAt(now));
  const from = Math.max(0, after, to - longestRange);
  if (subscriber === undefined || to <= from) return [];
  const stories = chooseStories(subscriber.wish, await archive.releases(from, to));
  const told = subscriber.ledger.sent?.find((sent) => sent.after === after && sent.upTo === upTo)?.stories;
  return told === undefined
    ? stories.slice(maxStories)
    : stories.filter(({ number }) => !told.includes(number));
}
