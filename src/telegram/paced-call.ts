import { messageOf } from '../problem.js';
import type { CallOutcome } from './api.js';
import type { Bot } from './request.js';

/** How often one message is tried; only certain failures are repeated, so nobody gets a reply twice. */
const attempts = 3;
/** A reply that would have to wait longer than this is not worth sending any more. */
const longestWaitS = 120;

/** Parameters of a call. */
export type CallBody = Readonly<Record<string, unknown>>;

/**
 * One call that counts as a message to the chat: waits its turn, obeys a 429, repeats what certainly failed. Never throws:
 * what fails is logged.
 * @param bodyNow asked when the turn has come.
 */
export async function pacedCall(
  method: string,
  chat: number,
  bodyNow: () => CallBody,
  bot: Bot,
): Promise<CallOutcome> {
  let outcome: CallOutcome = { kind: 'failed', cause: 'waited too long' };
  let to = chat;
  let body: CallBody | undefined;
  for (let attempt = 1; attempt <= attempts && (await isAdmitted(to, bot)); attempt++) {
    body ??= bodyNow();
    outcome = await bot.api.call(method, body);
    body = afterwards(outcome, to, body, bot);
    if (body === undefined) break;
    if (outcome.kind === 'moved') {
      await bot.subscribers.move(to, outcome.chat);
      to = outcome.chat;
    }
  }
  noteOutcome(outcome, method, bot);
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
function afterwards(outcome: CallOutcome, chat: number, body: CallBody, bot: Bot): CallBody | undefined {
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
function plain({ entities: _, reply_markup: __, ...body }: CallBody) {
  return body;
}

/** Says in the log what an operator should know of an outcome. */
export function noteOutcome(outcome: CallOutcome, method: string, { log }: Bot): void {
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
