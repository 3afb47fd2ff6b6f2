import { messageOf } from '../problem.js';
import { actions } from './actions/index.js';
import { answerInline } from './answer-inline.js';
import { answerText } from './answer-text.js';
import { commands } from './commands/index.js';
import type { Incoming, Origin } from './incoming.js';
import { languageOf, textsIn } from './language.js';
import { storyUrl } from './render/digest.js';
import { type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { type Pressed, respond } from './respond.js';
import { fmt } from './rich-text.js';
import { mayConfigure } from './rights.js';
import { nextSteps } from './screens.js';
import { noteStanding, reactivate } from './standing.js';

/** How long making an answer may take. Sending it may take longer: it waits for its turn. */
const timeLimitMs = 20_000;

/** Answers whatever came in. Never throws; no reader ever sees an error of ours. */
export async function answer(incoming: Incoming, bot: Bot): Promise<void> {
  try {
    await route(incoming, bot);
  } catch (thrown) {
    bot.log.error({ kind: incoming.kind, reason: messageOf(thrown) }, 'update could not be answered');
  }
}

async function route(incoming: Incoming, bot: Bot): Promise<void> {
  switch (incoming.kind) {
    case 'command':
      return reply(incoming, bot, (request) => runCommand(incoming.name, incoming.args, request, bot));
    case 'text':
      return reply(incoming, bot, (request) => answerText(incoming, request, bot));
    case 'other':
      return reply(incoming, bot, async ({ texts }) => [say(fmt(texts.onlyText), nextSteps(texts))]);
    case 'press':
      return press(incoming, bot);
    case 'inline':
      return answerInline(incoming, bot);
    case 'standing':
      return noteStanding(incoming, await requestOf(incoming, bot), bot);
    case 'migrated':
      return bot.subscribers.move(incoming.from, incoming.to);
    case 'ignored':
      return;
  }
}

/** Makes the replies within the time limit, and sends them; when that fails, a kind word instead. */
async function reply(
  origin: Origin,
  bot: Bot,
  make: (request: Request) => Promise<readonly Reply[]>,
  pressed?: Pressed,
): Promise<void> {
  let request = requestFor(origin, undefined, bot);
  const made = async () => {
    request = await requestOf(origin, bot);
    return make(request);
  };
  const replies = await withinLimit(made()).catch((thrown: unknown) => {
    bot.log.error({ chat: origin.address.chat, reason: messageOf(thrown) }, 'answer could not be made');
    const words = thrown instanceof TooSlow ? request.texts.busy : request.texts.oops;
    return [say(fmt(words), nextSteps(request.texts))];
  });
  await respond(replies, request, bot, pressed);
}

class TooSlow extends Error {
  override readonly name = 'TooSlow';
  override readonly message = `no answer within ${timeLimitMs / 1_000} s`;
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), timeLimitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Looks up the chat. Throws when the store fails: whoever has subscriptions is never answered as if they had none. */
async function requestOf(origin: Origin, bot: Bot): Promise<Request> {
  return requestFor(origin, await bot.subscribers.get(origin.address), bot);
}

function requestFor(
  { address, chatKind, person }: Origin,
  subscriber: Request['subscriber'],
  { clock }: Bot,
): Request {
  const language = subscriber?.wish.language ?? languageOf(person.languageCode);
  return { address, chatKind, person, subscriber, language, texts: textsIn(language), now: clock.now() };
}

async function runCommand(name: string, args: string, request: Request, bot: Bot): Promise<readonly Reply[]> {
  await reactivate(request, bot);
  const command = commands.find(
    (one) => one.name === name && one.isOffered?.(bot, request.address.chat) !== false,
  );
  const { texts, chatKind } = request;
  if (command === undefined) {
    // Of a group's many bots, it may be another's.
    return chatKind === 'private' ? [say(fmt(texts.unknownCommand(name)), nextSteps(texts))] : [];
  }
  if (command.isForChatAdmins && !(await mayConfigure(request, bot))) return [say(fmt(texts.adminsOnly))];
  return command.run(request, args, bot);
}

async function press(incoming: Extract<Incoming, { kind: 'press' }>, bot: Bot): Promise<void> {
  const { queryId, messageId, messageText, data } = incoming;
  const make = (request: Request) => runAction(data, { ...request, messageText }, bot);
  return reply(incoming, bot, make, { queryId, messageId });
}

/** Runs what a button stands for; data that nobody of us made, or made long ago, gets a gentle word. */
export async function runAction(
  data: string,
  request: Request & { readonly messageText: string },
  bot: Bot,
): Promise<readonly Reply[]> {
  const { texts } = request;
  const [, verb = '', args = ''] = /^([a-z]{1,4})(?::([\s\S]*))?$/.exec(data) ?? [];
  const action = actions.get(verb);
  const isForAdmins =
    typeof action?.isForChatAdmins === 'function' ? action.isForChatAdmins(args) : action?.isForChatAdmins;
  if (isForAdmins === true && !(await mayConfigure(request, bot))) {
    return [{ kind: 'toast', text: texts.adminsOnly, isAlert: true }];
  }
  const isForOwnChat = isForAdmins !== true && action?.worksInChannels !== true;
  if (request.chatKind === 'channel' && isForOwnChat) return [await openFromChannel(verb, args, bot)];
  const replies = await action?.run(request, args, bot);
  return (
    replies ?? [{ kind: 'toast', text: texts.staleButton }, say(fmt(texts.staleButton), nextSteps(texts))]
  );
}

/** Whoever reads a channel may press its buttons; what they ask for is for them, not for everybody: in their own chat. */
async function openFromChannel(verb: string, args: string, bot: Bot): Promise<Reply> {
  const number = verb === 'r' && /^-?\d{1,12}$/.test(args) ? Number(args) : undefined;
  const article = number === undefined ? undefined : await bot.archive.byNumber(number);
  const url =
    article === undefined ? `https://t.me/${bot.name}?start=channel` : storyUrl(article.id, bot.name);
  return { kind: 'open', url };
}
