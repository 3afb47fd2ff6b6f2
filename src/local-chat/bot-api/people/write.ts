import type { ServerState } from '../method.js';
import { nextMessageId } from '../methods/deliver.js';
import { findEntities } from '../text/find-entities.js';
import type { ApiMessage, ApiUser } from '../types.js';
import { type ChatRecord, remember } from '../world.js';
import { seconds } from './known.js';

/** Puts a message of a person into a chat; the bot is told of it if it would hear it. Writing to a bot starts it. */
export function write(
  state: ServerState,
  user: ApiUser,
  chat: ChatRecord,
  body: Partial<ApiMessage>,
): ApiMessage {
  startPrivateChat(state, chat);
  const message = put(state, chat, { from: user, ...body });
  if (isHeard(state, chat, message)) state.updates.push('message', message);
  return message;
}

/** Puts a message into a chat and tells who looks on, not the bot. */
export function put(state: ServerState, chat: ChatRecord, body: Partial<ApiMessage>): ApiMessage {
  const message: ApiMessage = {
    message_id: nextMessageId(chat),
    chat: chat.info,
    date: seconds(state),
    ...body,
  };
  remember(state.world, chat, message);
  state.events.emit({ kind: 'message', message });
  return message;
}

/** The fields of a text that somebody typed: what is clickable is found, nothing else. */
export function typed(text: string): Partial<ApiMessage> {
  const entities = findEntities(text);
  return entities.length > 0 ? { text, entities } : { text };
}

function startPrivateChat(state: ServerState, chat: ChatRecord): void {
  if (chat.info.type !== 'private' || chat.access.kind !== 'not-started') return;
  chat.access = { kind: 'open' };
  state.events.emit({ kind: 'chat', chat: chat.info.id });
}

/** Bots in privacy mode hear commands, mentions, replies and what was sent by their help; administrators hear all. https://core.telegram.org/bots/features#privacy-mode */
function isHeard(state: ServerState, chat: ChatRecord, message: ApiMessage): boolean {
  if (chat.info.type === 'private') return true;
  if (chat.access.kind !== 'open' && chat.access.kind !== 'no-rights') return false;
  if (chat.botRank === 'administrator') return true;
  const { id, username = '' } = state.world.bot;
  const text = (message.text ?? '').toLowerCase();
  const name = username.toLowerCase();
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  const isForThisBot = command !== null && (command[1] === undefined || command[1] === name);
  const isByItsHelp = message.via_bot?.id === id || message.reply_to_message?.from?.id === id;
  return isForThisBot || isByItsHelp || text.includes(`@${name}`);
}
