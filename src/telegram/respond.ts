import { messageOf } from '../problem.js';
import type { Address } from '../subscribers/wish.js';
import { bodyOf, placeOf } from './message-body.js';
import { noteOutcome, pacedCall } from './paced-call.js';
import type { Reply, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { clip, finish } from './rich-text.js';

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
      return void (await pacedCall('sendMessage', address.chat, () => body, bot));
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
  noteOutcome(outcome, 'answerCallbackQuery', bot);
}

function pressAnswer(shown: Reply | undefined): object {
  if (shown?.kind === 'open') return { url: shown.url };
  return shown?.kind === 'toast' ? { text: clip(shown.text, 200), show_alert: shown.isAlert === true } : {};
}

async function showScreen(screen: Screen, address: Address, bot: Bot): Promise<void> {
  const body = { ...placeOf(address), ...bodyOf(screen) };
  const outcome = await pacedCall('sendMessage', address.chat, () => body, bot);
  if (outcome.kind === 'done' && screen.menu !== undefined) bot.menus.show(address, screen.menu);
}

/** Not waited for: whoever presses quickly sees each press answered, and the message once, as it is at last. */
function editScreen(screen: Screen, messageId: number, address: Address, bot: Bot): void {
  const body = { chat_id: address.chat, message_id: messageId, ...bodyOf(screen) };
  bot.edits.put(`${address.chat}:${messageId}`, body, async (latest) => {
    const outcome = await pacedCall('editMessageText', address.chat, latest, bot);
    if (outcome.kind === 'done' && screen.menu !== undefined) bot.menus.show(address, screen.menu);
  });
}

async function sendDocument(
  { fileName, content, caption }: Extract<Reply, { kind: 'document' }>,
  address: Address,
  bot: Bot,
): Promise<void> {
  const { text, entities } = finish(caption);
  const document = { source: Buffer.from(content), filename: fileName };
  const body = { ...placeOf(address), document, caption: text, caption_entities: JSON.stringify(entities) };
  await pacedCall('sendDocument', address.chat, () => body, bot);
}

async function sendDigest(
  { isFirst, otherwise }: Extract<Reply, { kind: 'digest' }>,
  { address, now }: Request,
  bot: Bot,
): Promise<void> {
  const served = await bot.delivery
    .serve(address, now, { isFirst })
    .catch((thrown: unknown) => ({ kind: 'not-served', reason: messageOf(thrown) }) as const);
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
