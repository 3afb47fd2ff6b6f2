import type { EditOutcome, SendOutcome, UnreachableReason } from '../delivery/messenger.js';
import { Problem } from '../problem.js';
import type { RawAnswer } from './bot-client.js';

/** Waited when a 429 does not say how long. */
const defaultRetryAfterS = 5;

/** An answer of the Bot API as far as a send needs it; nothing of it is believed before it is looked at. */
interface Answer {
  readonly ok?: unknown;
  readonly result?: { readonly message_id?: unknown } | null;
  readonly description?: unknown;
  readonly parameters?: { readonly retry_after?: unknown; readonly migrate_to_chat_id?: unknown } | null;
}

/** Telegram's words for a chat that cannot be written to. Only what is named here ever stops a subscription. */
const unreachable: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/bot was blocked by the user|USER_IS_BLOCKED/i, 'blocked'],
  [/user is deactivated|INPUT_USER_DEACTIVATED/i, 'deactivated'],
  [/bot was kicked|bot is not a member/i, 'kicked'],
  [
    /chat not found|chat was deleted|user not found|PEER_ID_INVALID|can't initiate conversation/i,
    'chat-not-found',
  ],
  [/bots can't send messages to bots|bot can't send messages to bots|CHANNEL_PRIVATE/i, 'chat-not-found'],
  [/TOPIC_CLOSED|TOPIC_DELETED|message thread not found/i, 'topic-closed'],
  [/not enough rights|have no rights|need administrator rights/i, 'no-right-to-write'],
  [
    /CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_PLAIN_FORBIDDEN|CHAT_ADMIN_REQUIRED/i,
    'no-right-to-write',
  ],
];

/**
 * Classifies what came back for a send: the only place that looks at status codes and Telegram's words.
 * @throws {Problem} when the token is wrong.
 */
export function sendOutcomeOf(raw: RawAnswer): SendOutcome {
  switch (raw.kind) {
    case 'silent':
      return raw.wasWritten ? { kind: 'unknown', cause: raw.cause } : { kind: 'failed', cause: raw.cause };
    case 'cut':
      // Of a success the status line is enough; of anything else the rest might have told more.
      if (raw.status === 200) return { kind: 'delivered', messageId: 0 };
      return { kind: 'unknown', cause: `answer ${raw.status} cut: ${raw.cause}` };
    case 'answered':
      return outcomeOfAnswer(raw.status, raw.body);
  }
}

function outcomeOfAnswer(status: number, body: Buffer): SendOutcome {
  if (status >= 500) return { kind: 'failed', cause: `answer ${status}` };
  if (status === 200) return outcomeOf200(body);
  const answer = parse(body.toString());
  const description = typeof answer?.description === 'string' ? answer.description : '';
  if (status === 429) return { kind: 'limited', retryAfterS: retryAfterOf(answer) };
  // A 4xx without Telegram's JSON is a proxy's word, not Telegram's.
  if (answer === undefined) return { kind: 'failed', cause: `answer ${status} that is not the Bot API's` };
  if (status === 401 || status === 404)
    throw new Problem(
      `BOT_TOKEN: Telegram does not know this token (${status} ${description}); expected the one that BotFather gave.`,
    );
  return refusalOf(status, description, answer);
}

/** How Telegram begins its answer to a send; what follows repeats the whole message and need not be read. */
const acceptedHead = /^\{"ok":true,"result":\{"message_id":(\d+),/;
const headBytes = 64;

function outcomeOf200(body: Buffer): SendOutcome {
  const named = acceptedHead.exec(body.toString('latin1', 0, headBytes))?.[1];
  if (named !== undefined) return { kind: 'delivered', messageId: Number(named) };
  const text = body.toString();
  const answer = parse(text);
  // A page of a proxy: whether it asked Telegram, nobody knows. Broken JSON is Telegram's, and was delivered.
  if (answer === undefined && /^\s*</.test(text))
    return { kind: 'unknown', cause: 'answer 200 with a web page' };
  const id = answer?.result?.message_id;
  return { kind: 'delivered', messageId: typeof id === 'number' ? id : 0 };
}

function refusalOf(status: number, description: string, answer: Answer): SendOutcome {
  const chat = answer.parameters?.migrate_to_chat_id;
  if (typeof chat === 'number') return { kind: 'moved', chat };
  const named = unreachable.find(([words]) => words.test(description));
  if (named !== undefined) return { kind: 'unreachable', reason: named[1] };
  if (status === 400 || status === 413) return { kind: 'malformed', description };
  return { kind: 'failed', cause: `answer ${status} ${description}` };
}

function retryAfterOf(answer: Answer | undefined): number {
  const seconds = answer?.parameters?.retry_after;
  return typeof seconds === 'number' && seconds >= 0 ? seconds : defaultRetryAfterS;
}

function parse(body: string): Answer | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

/** The same for an edit: nothing to change is as good as changed, and a message may be gone or too old. */
export function editOutcomeOf(raw: RawAnswer): EditOutcome {
  const outcome = sendOutcomeOf(raw);
  if (outcome.kind !== 'malformed') return outcome;
  if (/message is not modified/i.test(outcome.description)) return { kind: 'delivered', messageId: 0 };
  const isGone = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(
    outcome.description,
  );
  return isGone ? { kind: 'gone' } : outcome;
}
