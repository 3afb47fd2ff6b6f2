import type { Method, ServerState } from '../method.js';
import { integer, isOn, type Parameters, structure, text } from '../parameters.js';
import { conflict, malformed } from '../refusal.js';

/** Telegram waits at most that long, whatever is asked for. */
const longestWaitS = 50;

/** https://core.telegram.org/bots/api#getupdates */
export const getUpdates: Method = (state, { parameters, signal }) => {
  if (state.webhook.target())
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  readAllowed(state, parameters);
  return state.updates.poll(
    {
      offset: integer(parameters, 'offset') ?? 0,
      limit: Math.min(Math.max(integer(parameters, 'limit') ?? 100, 1), 100),
      timeoutS: Math.min(integer(parameters, 'timeout') ?? 0, longestWaitS),
    },
    signal,
  );
};

/** https://core.telegram.org/bots/api#setwebhook; plain http is taken for this machine only. */
export const setWebhook: Method = (state, { parameters }) => {
  const url = text(parameters, 'url') ?? '';
  if (url === '') return deleteWebhook(state, { parameters, signal: new AbortController().signal });
  if (!/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url) || !URL.canParse(url))
    throw malformed('bad webhook: An HTTPS URL must be provided for webhook');
  const secretToken = text(parameters, 'secret_token') ?? '';
  if (!/^[A-Za-z0-9_-]{0,256}$/.test(secretToken))
    throw malformed('secret token contains unallowed characters');
  readAllowed(state, parameters);
  dropIfAsked(state, parameters);
  state.webhook.set({ url, secretToken });
  return true;
};

/** https://core.telegram.org/bots/api#deletewebhook */
export const deleteWebhook: Method = (state, { parameters }) => {
  dropIfAsked(state, parameters);
  state.webhook.set(undefined);
  return true;
};

/** https://core.telegram.org/bots/api#getwebhookinfo */
export const getWebhookInfo: Method = ({ webhook, updates }) => {
  const error = webhook.lastError();
  const allowed = updates.allowed();
  return {
    url: webhook.target()?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pending().length,
    ...(webhook.target() && { max_connections: 40, ip_address: '127.0.0.1' }),
    ...(error !== undefined && { last_error_message: error }),
    ...(allowed && { allowed_updates: allowed }),
  };
};

function dropIfAsked(state: ServerState, parameters: Parameters): void {
  const last = state.updates.pending().at(-1);
  if (isOn(parameters, 'drop_pending_updates') && last) state.updates.confirm(last.update_id + 1);
}

/** The list stays as it was where none is given; an empty one asks for the usual kinds. */
function readAllowed(state: ServerState, parameters: Parameters): void {
  const given = structure(parameters, 'allowed_updates');
  if (given === undefined) return;
  if (!Array.isArray(given)) throw malformed('allowed_updates must be an Array of String');
  state.updates.allow(given.length === 0 ? undefined : given.map(String));
}
