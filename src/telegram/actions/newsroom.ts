import type { ArchivedArticle } from '../../archive/archive.js';
import type { RunReport } from '../../delivery/delivery.js';
import { messageOf } from '../../problem.js';
import type { Action } from '../action.js';
import { correctScreen, isAdminChat, publishScreen, runScreen, titleOf } from '../newsroom-screens.js';
import { placeScreen, placesLabel, readDraft } from '../place-article.js';
import { type Reply, say } from '../reply.js';
import type { Bot, PressRequest } from '../request.js';
import { respond } from '../respond.js';
import { fmt } from '../rich-text.js';
import { nextSteps } from '../screens.js';

/** `ad:run`, `ad:pause`, `ad:publish:ID`, …: what the admins do by button. In any other chat these buttons are forged. */
export const newsroom: Action = {
  verb: 'ad',
  isForChatAdmins: false,
  run: async (request, args, bot) => {
    if (!isAdminChat(bot, request.address.chat)) return undefined;
    const [what = '', id = '', draft] = args.split(':');
    return id === '' ? steer(what, request, bot) : withArticle(what, id, draft, request, bot);
  },
};

async function steer(what: string, request: PressRequest, bot: Bot): Promise<readonly Reply[] | undefined> {
  const { delivery } = bot;
  const { texts, now, address } = request;
  switch (what) {
    case 'show':
      break;
    case 'run':
      return inBackground(() => bot.releaseRun(now).then((report) => ended(report, request)), request, bot);
    case 'retry':
      return inBackground(
        () => delivery.retryFailed(now).then((report) => ended(report, request)),
        request,
        bot,
      );
    case 'resend':
      return inBackground(
        () => delivery.resendUncertain(now).then((report) => ended(report, request)),
        request,
        bot,
      );
    case 'preview': {
      const isSubscribed = (request.subscriber?.wish.rules.length ?? 0) > 0;
      if (!isSubscribed) return [say(fmt(texts.admins.previewNeedsRules), nextSteps(texts))];
      const { kind } = await delivery.preview(address, address, now);
      return kind === 'sent' ? [{ kind: 'toast', text: '' }] : [say(fmt(texts.digestEmpty))];
    }
    case 'pause':
      delivery.pause();
      break;
    case 'resume':
      delivery.resume();
      break;
    case 'abort':
      return inBackground(() => delivery.abort().then(() => texts.admins.runIdle), request, bot);
    case 'cancel':
      return [{ kind: 'edit', screen: { text: fmt(texts.admins.cancelled) } }];
    default:
      return undefined;
  }
  return [{ kind: 'edit', screen: await runScreen(request, bot) }];
}

async function withArticle(
  what: string,
  id: string,
  draft: string | undefined,
  request: PressRequest,
  bot: Bot,
): Promise<readonly Reply[] | undefined> {
  const { admins } = request.texts;
  const article = await bot.archive.byId(id);
  if (article === undefined) return undefined;
  switch (what) {
    case 'publish':
      return [{ kind: 'edit', screen: await publishScreen(article, request, bot) }];
    case 'correct':
      return [{ kind: 'edit', screen: correctScreen(article, request) }];
    case 'send': {
      const work = async () => {
        const later = (await bot.delivery.audience(id, request.now))?.later ?? 0;
        const { sent, failed } = await bot.delivery.publish(id, request.now);
        return admins.publishDone(sent, failed, later);
      };
      return inBackground(work, request, bot);
    }
    case 'update':
      return inBackground(() => corrected(id, request, bot), request, bot);
    case 'draft': {
      const districts = draft === undefined ? article.districts : readDraft(draft, bot);
      return districts && [{ kind: 'edit', screen: placeScreen(article, districts, request, bot) }];
    }
    case 'place':
      return place(article, draft ?? '', request, bot);
    case 'withdraw':
      await bot.archive.withdraw(id);
      return [
        say(fmt(admins.withdrawn(titleOf(article)))),
        ...inBackground(() => corrected(id, request, bot), request, bot),
      ];
    default:
      return undefined;
  }
}

/** Digests that carry it are changed at once; who has not had it gets it with the next one. */
async function place(
  article: ArchivedArticle,
  draft: string,
  request: PressRequest,
  bot: Bot,
): Promise<readonly Reply[] | undefined> {
  const districts = readDraft(draft, bot);
  if (districts === undefined) return undefined;
  await bot.archive.place(article.id, districts);
  const words = request.texts.admins.placed(titleOf(article), placesLabel(districts, request, bot));
  return [say(fmt(words)), ...inBackground(() => corrected(article.id, request, bot), request, bot)];
}

async function corrected(id: string, { texts, now }: PressRequest, { delivery }: Bot): Promise<string> {
  const { edited, gone, failed } = await delivery.correct(id, now);
  return texts.admins.correctDone(edited, gone, failed);
}

function ended({ due, sent, empty, failed, seconds }: RunReport, { texts }: PressRequest): string {
  return texts.admins.runEnded(due, sent, empty, failed, Math.round(seconds));
}

/** Long work never runs in a handler: it is begun, and what came of it is told when it has ended. */
function inBackground(work: () => Promise<string>, request: PressRequest, bot: Bot): readonly Reply[] {
  const { admins } = request.texts;
  const told = work()
    .catch((thrown: unknown) => {
      bot.log.error({ reason: messageOf(thrown) }, 'work for the newsroom failed');
      return admins.failed;
    })
    .then((words) => respond([say(fmt(words))], request, bot));
  void told;
  return [{ kind: 'edit', screen: { text: fmt(admins.working) } }];
}
