import type { ArchivedArticle } from '../archive/archive.js';
import { timeIn } from '../calendar/zone.js';
import type { GateFinding } from '../delivery/delivery.js';
import { dayLabel } from './render/dates.js';
import type { Button, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { bold, fmt, join, type RichText, tidy } from './rich-text.js';
import type { Texts } from './texts/texts.js';

const maxLabelLength = 40;
const idForm = /^[a-z0-9]{4,40}$/;

/** Whether a chat is one of the admins'. */
export function isAdminChat({ settings }: Bot, chat: number): boolean {
  return settings.adminChatIds.includes(chat);
}

/** How the run stands, with what can be done. */
export async function runScreen(request: Request, bot: Bot): Promise<Screen> {
  const { texts, now } = request;
  const { admins } = texts;
  const { timezone } = bot.settings;
  const progress = bot.delivery.progress();
  if (progress === undefined) return idleScreen(request, bot);
  const { done, left, sent, failed, perSecond, endsAt, isPaused } = progress;
  const lines = [
    admins.runProgress(done, left, sent, failed),
    ...(isPaused ? [admins.runPaused] : []),
    ...(endsAt === null ? [] : [admins.runEnds(Math.round(perSecond), timeIn(timezone, new Date(endsAt)))]),
  ];
  const held = isPaused ? button(admins.buttons.resume, 'resume') : button(admins.buttons.pause, 'pause');
  return {
    text: join(
      [...lines, admins.asOf(timeIn(timezone, now))].map((line) => fmt(line)),
      '\n',
    ),
    buttons: [[held, button(admins.buttons.abort, 'abort'), button(admins.buttons.refresh, 'show')]],
  };
}

async function idleScreen({ texts, now }: Request, bot: Bot): Promise<Screen> {
  const { admins } = texts;
  const [findings, uncertain] = await Promise.all([bot.delivery.gate(now), bot.delivery.uncertain()]);
  const lines: RichText[] = [
    fmt(admins.runIdle),
    findings.length === 0 ? fmt(admins.runLooksFine) : findingList(admins.runFindings, findings, texts),
    ...(uncertain.length > 0 ? [fmt(admins.uncertainLine(uncertain.length))] : []),
  ];
  const resend = uncertain.length > 0 ? [button(admins.buttons.resend, 'resend')] : [];
  return {
    text: join(lines, '\n'),
    buttons: [
      [button(admins.buttons.runNow, 'run'), button(admins.buttons.preview, 'preview')],
      [button(admins.buttons.retry, 'retry'), ...resend],
    ],
  };
}

/** What the gate found, one a line. */
export function findingList(title: string, findings: readonly GateFinding[], texts: Texts): RichText {
  return join([bold(title), ...findings.map((finding) => fmt(`· ${findingText(finding, texts)}`))], '\n');
}

function findingText(finding: GateFinding, texts: Texts): string {
  const words = texts.admins.finding;
  switch (finding.kind) {
    case 'nothing-new':
      return words['nothing-new'];
    case 'large-batch':
      return words['large-batch'](finding.articles, finding.usual);
    case 'same-edition': {
      const { paper, date, page } = finding;
      return words['same-edition'](texts.edition(tidy(paper, 40), dayLabel(date, texts), tidy(page, 40)));
    }
    case 'future-date':
    case 'old-date':
      return words[finding.kind](dayLabel(finding.date, texts, ''), finding.articles);
  }
}

/** A button of the newsroom: `ad:what` or `ad:what:article`. */
export function button(label: string, what: string): Button {
  return { label, data: `ad:${what}` };
}

/** The article that an admin means: by its id, or the best headlines for the words. */
export async function articlesMeant(
  words: string,
  { now }: Request,
  bot: Bot,
): Promise<readonly ArchivedArticle[]> {
  const known = idForm.test(words) ? await bot.archive.byId(words) : undefined;
  if (known !== undefined) return [known];
  const { results } = await bot.search.search(words, { limit: 5, now });
  return results.map(({ article }) => article).filter(({ number }) => number > 0);
}

/** A choice among articles, each leading on to `what`. */
export function pickScreen(articles: readonly ArchivedArticle[], what: string, { texts }: Request): Screen {
  return {
    text: fmt(texts.admins.pickArticle),
    buttons: articles.map((article) => [button(titleOf(article), `${what}:${article.id}`)]),
  };
}

/** The headline, short. */
export function titleOf({ headline, summary }: ArchivedArticle): string {
  return tidy(headline || summary || '…', maxLabelLength);
}

/** Asks whether to publish, naming how many get it. */
export async function publishScreen(
  article: ArchivedArticle,
  { texts, now }: Pick<Request, 'texts' | 'now'>,
  bot: Bot,
): Promise<Screen> {
  const { admins } = texts;
  const audience = await bot.delivery.audience(article.id, now);
  if (audience === undefined || audience.now + audience.later === 0)
    return { text: fmt(admins.publishNobody) };
  const { publish, publishLater, cancel } = admins.buttons;
  const label = audience.now > 0 ? publish : publishLater;
  return {
    text: fmt(admins.publishAsk(titleOf(article), audience.now, audience.later)),
    buttons: [[button(label, `send:${article.id}`), button(cancel, 'cancel')]],
  };
}

/** Asks what to do about an article. */
export function correctScreen(article: ArchivedArticle, { texts }: Request): Screen {
  const { admins } = texts;
  return {
    text: fmt(admins.correctAsk(titleOf(article))),
    buttons: [
      [
        button(admins.buttons.update, `update:${article.id}`),
        button(admins.buttons.place, `draft:${article.id}`),
      ],
      [button(admins.buttons.withdraw, `withdraw:${article.id}`), button(admins.buttons.cancel, 'cancel')],
    ],
  };
}
