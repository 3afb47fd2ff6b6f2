import { type Telegram, TelegramError } from 'telegraf';

/** What came of one call of the Bot API that is not a run's send. */
export type CallOutcome =
  | { readonly kind: 'done'; readonly result: unknown }
  /** The world has moved on: nothing to change, the press is too old, the message is gone. No harm. */
  | { readonly kind: 'pointless' }
  | { readonly kind: 'limited'; readonly retryAfterS: number }
  | { readonly kind: 'moved'; readonly chat: number }
  /** Blocked, kicked, no right to write. */
  | { readonly kind: 'unreachable'; readonly description: string }
  /** Refused as malformed: our mistake. */
  | { readonly kind: 'malformed'; readonly description: string }
  /** Certainly not carried out: a complete 5xx, a connection that was refused. */
  | { readonly kind: 'failed'; readonly cause: string }
  /** Perhaps carried out. */
  | { readonly kind: 'unknown'; readonly cause: string };

/** Calls of the Bot API, each with a time limit. */
export interface Api {
  call(method: string, payload: Readonly<Record<string, unknown>>, timeoutS?: number): Promise<CallOutcome>;
}

type CallApi = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  options: { readonly signal: AbortSignal },
) => Promise<unknown>;

/** How long a call of a reader's command may take. */
const defaultTimeoutS = 15;

/** Makes calls through telegraf; every failure is classified here, once. */
export function createApi(telegram: Telegram): Api {
  // telegraf's types stop at Bot API 7.1; the method passes everything on.
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;
  return {
    async call(method, payload, timeoutS = defaultTimeoutS) {
      try {
        const signal = AbortSignal.timeout(timeoutS * 1_000);
        return { kind: 'done', result: await callApi(method, payload, { signal }) };
      } catch (thrown) {
        return outcomeOf(thrown);
      }
    },
  };
}

/** Refusals that mean that there is nothing left to do. */
const pointless =
  /message is not modified|query is too old|query ID is invalid|message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message to be replied not found/i;
const unreachable =
  /chat not found|not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN|TOPIC_CLOSED|thread not found|PEER_ID_INVALID|chat was deleted|CHAT_RESTRICTED|USER_IS_BLOCKED/i;

/** Puts what was thrown by a call into one of our outcomes. */
export function outcomeOf(thrown: unknown): CallOutcome {
  if (!(thrown instanceof TelegramError)) return connectionOutcome(thrown);
  const { code, description = '', parameters } = thrown;
  if (code === 429) return { kind: 'limited', retryAfterS: parameters?.retry_after ?? 5 };
  if (parameters?.migrate_to_chat_id !== undefined)
    return { kind: 'moved', chat: parameters.migrate_to_chat_id };
  if (code >= 500) return { kind: 'failed', cause: `${code} ${description}` };
  if (pointless.test(description)) return { kind: 'pointless' };
  if (code === 403 || unreachable.test(description)) return { kind: 'unreachable', description };
  return { kind: 'malformed', description };
}

/** Failures before the request was written; everything else may have arrived. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);

function connectionOutcome(thrown: unknown): CallOutcome {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return { kind: neverSent.has(code) ? 'failed' : 'unknown', cause };
}
