import type { ArchivedArticle } from '../archive/archive.js';
import { districtLabel } from './labels.js';
import { articleScreen } from './render/article.js';
import { type Button, type Reply, type Screen, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { encodeRule } from './rule-codec.js';
import { nextSteps, styleOf } from './screens.js';

/** Shows an article from its first page. @param id the article's id, as it came. */
export async function readArticle(id: string, request: Request, bot: Bot): Promise<readonly Reply[]> {
  const article = await bot.archive.byId(id);
  return [articleReply(article, 1, request, bot)];
}

/** A page of an article, or that it is gone. */
export function articleReply(
  article: ArchivedArticle | undefined,
  page: number,
  request: Request,
  bot: Bot,
): Reply {
  const { texts } = request;
  if (article === undefined || article.isWithdrawn) {
    const words = article === undefined ? texts.articleGone : texts.withdrawn;
    return say(fmt(words), nextSteps(texts));
  }
  return { kind: 'message', screen: pageOf(article, page, request, bot) };
}

/** A page of an article as a screen. */
export function pageOf(article: ArchivedArticle, page: number, request: Request, bot: Bot): Screen {
  const offer = offerOf(article, request, bot);
  return articleScreen(article, page, {
    ...styleOf(request, bot),
    botName: bot.name,
    ...(offer !== undefined && { offer }),
  });
}

/** To subscribe to the story's district, for who has not. */
function offerOf(
  { districts }: ArchivedArticle,
  request: Request,
  { city, directory }: Bot,
): Button | undefined {
  const [district] = districts;
  if (district === undefined || directory.slugOf(district) === undefined) return undefined;
  const holds = request.subscriber?.wish.rules.some(
    (rule) => rule.district === district && !rule.topic && !rule.keyword,
  );
  if (holds === true) return undefined;
  const label = request.texts.buttons.subscribeTo(districtLabel(district, city, request.language));
  return { label, data: `a:${encodeRule({ district }, directory)}` };
}
