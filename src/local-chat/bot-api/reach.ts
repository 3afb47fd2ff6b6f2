import { integer, type Parameters, text } from './parameters.js';
import { forbidden, impossible, malformed, type Refusal } from './refusal.js';
import { type ChatRecord, chatRecord, privateChat, type World } from './world.js';

/** Finds the chat that `name` (default `chat_id`) names: a number, or `@name` of a public group or channel. */
export function findChat(
  world: World,
  parameters: Parameters,
  isAnyChatKnown: boolean,
  name = 'chat_id',
): ChatRecord {
  const given = text(parameters, name);
  if (given === undefined || given === '') throw malformed(`${name} is empty`);
  if (given.startsWith('@')) return publicChat(world, given.slice(1));
  const id = integer(parameters, name) ?? 0;
  const known = world.chats.get(id);
  if (known && known.access.kind !== 'not-found') return known;
  if (known === undefined && isAnyChatKnown && id !== 0) return addStranger(world, id);
  throw impossible('chat not found');
}

function publicChat(world: World, username: string): ChatRecord {
  for (const chat of world.chats.values())
    if (chat.info.username?.toLowerCase() === username.toLowerCase() && chat.info.type !== 'private')
      return chat;
  throw impossible('chat not found');
}

/** A chat that nobody announced, for servers that take every number as known. */
function addStranger(world: World, id: number): ChatRecord {
  const info =
    id > 0
      ? privateChat({ id, is_bot: false, first_name: String(id) })
      : {
          id,
          type: id < -1_000_000_000_000 ? ('supergroup' as const) : ('group' as const),
          title: String(id),
        };
  const record = chatRecord(info, { kind: 'open' }, world.isKeepingMessages);
  world.chats.set(id, record);
  return record;
}

/** Why the bot cannot write to a chat, in Telegram's words; `undefined` where it can. */
export function whyUnreachable({ access, info }: ChatRecord): Refusal | undefined {
  switch (access.kind) {
    case 'open':
      return undefined;
    case 'not-started':
      return forbidden("bot can't initiate conversation with a user");
    case 'blocked':
      return forbidden('bot was blocked by the user');
    case 'deactivated':
      return forbidden('user is deactivated');
    case 'kicked':
      return forbidden(`bot was kicked from the ${info.type} chat`);
    case 'left':
      return forbidden(`bot is not a member of the ${info.type} chat`);
    case 'no-rights':
      return info.type === 'channel'
        ? impossible('need administrator rights in the channel chat')
        : impossible('not enough rights to send text messages to the chat');
    case 'deleted':
      return forbidden('the group chat was deleted');
    case 'not-found':
      return impossible('chat not found');
    case 'migrated':
      return impossible('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: access.to });
  }
}

/** Refuses a thread that is not there or closed. */
export function checkThread(chat: ChatRecord, thread: number | undefined): void {
  if (thread === undefined || !chat.info.is_forum) return;
  const topic = chat.topics.get(thread);
  if (topic === undefined) throw impossible('message thread not found');
  if (topic.isClosed) throw impossible('TOPIC_CLOSED');
}
