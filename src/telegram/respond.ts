import { messageOf } from '../problem.js';
import type { Address } from '../subscribers/wish.js';
import type { CallOutcome } from './api.js';
import { bodyOf, placeOf } from './message-body.js';
import type { Reply, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { clip, finish } from './rich-text.js';

/** How often one message is tried; only certain failures are repeated, so nobody gets a reply twice. */
const attempts = 3;
/** A reply that would have to wait longer than this is not worth sending any more. */
const longestWaitS = 120;

/** The press that is being answered. */
export interface Pressed {
  readonly queryId: string;
  readonly messageId: number;
}

/** Sends replies in their order, in the reader lane of the shared pace. Never throws: what fails is logged. */
export async function respond(
  replies: readonly Reply[],
  request: Request,
  bot: Bot,
  pressed?: Pressed,
): Promise<void> {
  // The press first: the reader's app shows a turning circle until it is answered.
  const shown = replies.find(({ kind }) => kind === 'toast' || kind === 'open');
  if (pressed !== undefined) await answerPress(bot, pressed.queryId, shown);
  for (const reply of replies) await sendReply(reply, request, bot, pressed);
}

async function sendReply(
  reply: Reply,
  request: Request,
  bot: Bot,
  pressed: Pressed | undefined,
): Promise<void> {
  const { address } = request;
  switch (reply.kind) {
    case 'toast':
    case 'open':
      return;
    case 'message':
      return showScreen(reply.screen, address, bot);
    case 'edit':
      return pressed === undefined || pressed.messageId === 0
        ? showScreen(reply.screen, address, bot)
        : editScreen(reply.screen, pressed.messageId, address, bot);
    case 'question': {
      const body = {
        ...placeOf(address),
        ...finish(reply.text),
        reply_markup: { force_reply: true },
      };
      return void (await paced('sendMessage', body, address, bot));
    }
    case 'document':
      return sendDocument(reply, address, bot);
    case 'note':
      return showScreen(reply.screen, { chat: reply.chat, thread: null }, bot);
    case 'digest':
      return sendDigest(reply, request, bot);
  }
}

async function answerPress(bot: Bot, queryId: string, shown: Reply | undefined): Promise<void> {
  const outcome = await bot.api.call('answerCallbackQuery', {
    callback_query_id: queryId,
    ...pressAnswer(shown),
  });
  note(outcome, 'answerCallbackQuery', bot);
}

function pressAnswer(shown: Reply | undefined): object {
  if (shown?.kind === 'open') return { url: shown.url };
  return shown?.kind === 'toast' ? { text: clip(shown.text, 200), show_alert: shown.isAlert === true } : {};
}

async function showScreen(screen: Screen, address: Address, bot: Bot): Promise<void> {
  const outcome = await paced('sendMessage', { ...placeOf(address), ...bodyOf(screen) }, address, bot);
  if (outcome.kind === 'done' && screen.menu !== undefined) bot.menus.show(address, screen.menu);
}

async function editScreen(screen: Screen, messageId: number, address: Address, bot: Bot): Promise<void> {
  const body = { chat_id: address.chat, message_id: messageId, ...bodyOf(screen) };
  const outcome = await paced('editMessageText', body, address, bot);
  if (outcome.kind === 'done' && screen.menu !== undefined) bot.menus.show(address, screen.menu);
}

async function sendDocument(
  { fileName, content, caption }: Extract<Reply, { kind: 'document' }>,
  address: Address,
  bot: Bot,
): Promise<void> {
  const { text, entities } = finish(caption);
  const document = { source: Buffer.from(content), filename: fileName };
  const body = { ...placeOf(address), document, caption: text, caption_entities: JSON.stringify(entities) };
  await paced('sendDocument', body, address, bot);
}

async function sendDigest(
  { isFirst, otherwise }: Extract<Reply, { kind: 'digest' }>,
  { address, now }: Request,
  bot: Bot,
): Promise<void> {
  const served = await bot.delivery.serve(address, now, { isFirst });
  switch (served.kind) {
    case 'sent':
      return;
    case 'empty':
      return showScreen(otherwise.empty, address, bot);
    case 'not-served':
      bot.log.warn({ chat: address.chat, reason: served.reason }, 'digest asked for was not served');
      return showScreen(otherwise.failed, address, bot);
  }
}

/** One call that counts as a message to the chat: waits its turn, obeys a 429, repeats what certainly failed. */
async function paced(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  address: Address,
  bot: Bot,
): Promise<CallOutcome> {
  let outcome: CallOutcome = { kind: 'failed', cause: 'not tried' };
  let body = payload;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const chat = Number(body['chat_id'] ?? address.chat);
    if (!(await isAdmitted(chat, bot))) return { kind: 'failed', cause: 'waited too long' };
    outcome = await bot.api.call(method, body);
    const next = afterwards(outcome, chat, body, bot);
    if (next === undefined) break;
    if (outcome.kind === 'moved') await bot.subscribers.move(chat, outcome.chat);
    body = next;
  }
  note(outcome, method, bot);
  return outcome;
}

async function isAdmitted(chat: number, bot: Bot): Promise<boolean> {
  try {
    await bot.pace.admit(chat, 'reader', AbortSignal.timeout(longestWaitS * 1_000));
    return true;
  } catch (thrown) {
    bot.log.warn({ chat, reason: messageOf(thrown) }, 'reply given up: its turn did not come');
    return false;
  }
}

/** Tells the pace, and gives what to send next: undefined when there is nothing to repeat. */
function afterwards(
  outcome: CallOutcome,
  chat: number,
  body: Readonly<Record<string, unknown>>,
  bot: Bot,
): Readonly<Record<string, unknown>> | undefined {
  if (outcome.kind !== 'limited') bot.pace.accepted(chat);
  switch (outcome.kind) {
    case 'limited':
      bot.pace.limited(chat, outcome.retryAfterS);
      return body;
    case 'failed':
      return body;
    case 'moved':
      return { ...body, chat_id: outcome.chat };
    case 'malformed':
      return 'entities' in body ? plain(body) : undefined;
    case 'done':
    case 'pointless':
    case 'unreachable':
    case 'unknown':
      return undefined;
  }
}

/** The same words without anything that could be refused. */
function plain({ entities: _, reply_markup: __, ...body }: Readonly<Record<string, unknown>>) {
  return body;
}

function note(outcome: CallOutcome, method: string, { log }: Bot): void {
  switch (outcome.kind) {
    case 'done':
    case 'pointless':
      break;
    case 'unreachable':
    case 'moved':
      log.debug({ method, outcome: outcome.kind }, 'reply not delivered');
      break;
    case 'malformed':
      log.error({ method, description: outcome.description }, 'reply refused as malformed');
      break;
    case 'limited':
      log.warn({ method, retryAfterS: outcome.retryAfterS }, 'reply given up: Telegram asks us to wait');
      break;
    case 'failed':
    case 'unknown':
      log.warn({ method, cause: outcome.cause }, 'reply perhaps not delivered');
  }
}
