import type { ArchivedArticle } from '../../archive/archive.js';
import { addDays, dayIn } from '../../calendar/zone.js';
import type { Command, CommandName } from '../command.js';
import {
  articlesMeant,
  correctScreen,
  isAdminChat,
  pickScreen,
  publishScreen,
  runScreen,
} from '../newsroom-screens.js';
import { type Reply, type Screen, say } from '../reply.js';
import type { Bot, Handler, Request } from '../request.js';
import { bold, fmt, join, tidy } from '../rich-text.js';

/** A command for the chats of ADMIN_CHAT_IDS; anywhere else it is not there. */
function forAdmins(name: CommandName, run: Handler): Command {
  return {
    name,
    scopes: ['admin'],
    isForChatAdmins: false,
    isOffered: (bot, chat) => isAdminChat(bot, chat),
    run,
  };
}

/** What was searched and not found, the most frequent ones. */
const missesShown = 8;

/** `/stats`: figures. */
export const stats = forAdmins('stats', async ({ texts, now }, _args, bot) => {
  const { admins } = texts;
  const today = dayIn(bot.settings.timezone, now);
  const week = Array.from({ length: 7 }, (_, ago) => addDays(today, -ago));
  const [chats, articles, head, uncertain, misses, { up, down }] = await Promise.all([
    bot.subscribers.count(),
    bot.archive.count(),
    bot.archive.headAt(now),
    bot.delivery.uncertain(),
    bot.search.misses(missesShown),
    bot.ratings.sumOf(week),
  ]);
  const missed = misses.map(({ query, count }) => `${tidy(query, 20)} ×${count}`);
  const lines = [
    ...admins.statsLines(chats, articles, head),
    admins.uncertainLine(uncertain.length),
    admins.rated(up, down),
    ...(missed.length > 0 ? [`${admins.misses} ${missed.join(' · ')}`] : []),
  ];
  return [say(join([bold(admins.stats), ...lines.map((line) => fmt(line))], '\n'))];
});

/** `/run`: how the run stands, and buttons that steer it. */
export const run = forAdmins('run', async (request, _args, bot) => [
  { kind: 'message', screen: await runScreen(request, bot) },
]);

/** `/publish words or id`: sends one article at once, after a confirmation. */
export const publish = forAdmins('publish', (request, words, bot) =>
  withArticle('publish', words, request, bot, (article) => publishScreen(article, request, bot)),
);

/** `/correct words or id`: brings a correction to those who have the article, or withdraws it. */
export const correct = forAdmins('correct', (request, words, bot) =>
  withArticle('correct', words, request, bot, async (article) => correctScreen(article, request)),
);

async function withArticle(
  what: string,
  words: string,
  request: Request,
  bot: Bot,
  show: (article: ArchivedArticle) => Promise<Screen>,
): Promise<readonly Reply[]> {
  const { admins } = request.texts;
  if (words === '') return [say(fmt(admins.askArticle))];
  const articles = await articlesMeant(words.slice(0, 100), request, bot);
  const [only, other] = articles;
  if (only === undefined) return [say(fmt(admins.noArticle(tidy(words, 40))))];
  return [
    { kind: 'message', screen: other === undefined ? await show(only) : pickScreen(articles, what, request) },
  ];
}
