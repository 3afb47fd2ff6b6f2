import { isTimeOfDay } from '../calendar/zone.js';
import { actions } from './actions/index.js';
import { passOn } from './commands/feedback.js';
import type { Incoming } from './incoming.js';
import { languages, textsIn } from './language.js';
import { defaultCount, latestScreen } from './latest.js';
import { mute } from './mute.js';
import { type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { mayConfigure } from './rights.js';
import { ruleOf } from './rule-codec.js';
import { nextSteps } from './screens.js';
import { searchScreen } from './search-screen.js';
import { reactivate } from './standing.js';
import type { Texts } from './texts/texts.js';

const longestName = 40;

/** Answers plain text: a reply to a question of ours, a digit of the menu, a time, a district or topic, otherwise a search. */
export async function answerText(
  { text, repliesTo }: Extract<Incoming, { kind: 'text' }>,
  request: Request,
  bot: Bot,
): Promise<readonly Reply[]> {
  await reactivate(request, bot);
  const words = text.normalize('NFKC').trim();
  const asked = repliesTo === '' ? undefined : await answerToQuestion(repliesTo, words, request, bot);
  if (asked !== undefined) return asked;
  if (/^\d{1,2}$/.test(words)) return answerDigit(Number(words), request, bot);
  const time = timeIn(words);
  if (time !== undefined && request.chatKind === 'private') return [askTime(time, request)];
  if (!/[\p{L}\p{N}]/u.test(words)) return [say(fmt(request.texts.onlyText), nextSteps(request.texts))];
  return [await answerName(words, request, bot)];
}

/** What was asked is told by the words of our own message: nothing has to be remembered. */
async function answerToQuestion(
  question: string,
  words: string,
  request: Request,
  bot: Bot,
): Promise<readonly Reply[] | undefined> {
  const isAsked = (pick: (texts: Texts) => string) =>
    languages.some((language) => pick(textsIn(language)) === question);
  if (isAsked(({ muteAsk }) => muteAsk)) {
    return (await mayConfigure(request, bot))
      ? mute(words, request, bot)
      : [say(fmt(request.texts.adminsOnly))];
  }
  if (isAsked(({ feedbackAsk }) => feedbackAsk)) return passOn(words, request, bot);
  return undefined;
}

/** A digit of the menu shown last; where none is remembered, the story of the chat's last digest. */
async function answerDigit(digit: number, request: Request, bot: Bot): Promise<readonly Reply[]> {
  const data = bot.menus.pick(request.address, digit) ?? storyOfLastDigest(digit, request);
  const [, verb = '', args = ''] = /^(\w+):(.*)$/.exec(data ?? '') ?? [];
  const action = verb === 'r' ? actions.get(verb) : undefined;
  const replies = await action?.run({ ...request, messageText: '' }, args, bot);
  return replies ?? [await answerName(String(digit), request, bot)];
}

function storyOfLastDigest(digit: number, { subscriber }: Request): string | undefined {
  const number = subscriber?.ledger.sent?.at(-1)?.stories?.[digit - 1];
  return number === undefined ? undefined : `r:${number}`;
}

/** `7:10`, `07：10`, `7点10分`, `7点半`; undefined for anything else. */
function timeIn(words: string): string | undefined {
  const [, hour, minute, chinese, half, after] =
    /^(?:(\d{1,2}):(\d{2})|(?:早上|上午)?(\d{1,2})点(?:(半)|(\d{1,2})分?)?)$/.exec(words) ?? [];
  const hours = hour ?? chinese;
  if (hours === undefined) return undefined;
  const minutes = half === undefined ? (minute ?? after ?? '0') : '30';
  const time = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return isTimeOfDay(time) ? time : undefined;
}

function askTime(time: string, { texts }: Request): Reply {
  const code = time.replace(':', '');
  return say(fmt(texts.timeAsk(time)), [
    [
      { label: texts.timeOnly(time), data: `ti:only:${code}` },
      { label: texts.timeAlso(time), data: `ti:also:${code}` },
    ],
  ]);
}

/** The latest of a district or topic that is named exactly; for anything else a search. */
async function answerName(words: string, request: Request, bot: Bot): Promise<Reply> {
  const lookup = words.length <= longestName ? bot.directory.find(words) : undefined;
  if (lookup?.kind === 'found' && lookup.isBySlip !== true) {
    const query = { rule: ruleOf(lookup.subject), offset: 0, count: defaultCount };
    return { kind: 'message', screen: await latestScreen(query, request, bot) };
  }
  return { kind: 'message', screen: await searchScreen(words, 0, request, bot) };
}
