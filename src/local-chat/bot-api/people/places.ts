import type { ServerState } from '../method.js';
import type { ApiChat, ApiMessage, ApiUser } from '../types.js';
import { type Access, type ChatRecord, chatRecord, privateChat, type Rank } from '../world.js';
import { chatOf, seconds } from './known.js';
import { put } from './write.js';

/** A person to be added. */
export interface NewUser {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  /** Default `zh-hans`. */
  readonly languageCode?: string;
  /** Whether the person has written to the bot already, so that it may write first. Default no. */
  readonly isStarted?: boolean;
}

/** A group, supergroup or channel to be added. The bot is in it; see `joinBot` for the update of its coming. */
export interface NewChat {
  readonly id: number;
  readonly type: 'group' | 'supergroup' | 'channel';
  readonly title: string;
  readonly username?: string;
  readonly isForum?: boolean;
  /** Who is in it, and as what. */
  readonly members?: Readonly<Record<number, Rank>>;
  /** Whether the bot is an administrator: always in channels, else default no. */
  readonly isBotAdministrator?: boolean;
  /** Whether the bot is in it from the start. Default yes. */
  readonly hasBot?: boolean;
}

/** People and chats: how they come, change and go. What Telegram tells the bot of it becomes an update. */
export interface Places {
  addUser(user: NewUser): ApiUser;
  addChat(chat: NewChat): ApiChat;
  /** Sets how a chat stands to the bot without an update: for tests of what sending meets. */
  setAccess(chat: number, access: Access): void;
  /** Adds the bot to a group or channel; `by` is told as who did it. */
  joinBot(chat: number, by: number, rank?: 'member' | 'administrator'): void;
  /** Removes the bot from a group or channel. */
  kickBot(chat: number, by: number): void;
  block(user: number): void;
  unblock(user: number): void;
  /** Turns a group into a supergroup; gives its new number. */
  migrate(group: number): number;
  /** Opens a topic in a forum; gives its thread number. */
  addTopic(forum: number, name: string, by: number): number;
  closeTopic(forum: number, thread: number, isClosed?: boolean): void;
}

/** The people and chats of a server. Who or what is not there is thrown. */
export function places(state: ServerState): Places {
  return {
    addUser: (given) => addUser(state, given),
    addChat: (given) => addChat(state, given),
    setAccess: (chat, access) => {
      chatOf(state, chat).access = access;
    },
    joinBot: (chat, by, rank) => joinBot(state, chat, by, rank),
    kickBot: (chat, by) => changeAccess(state, chatOf(state, chat), by, { kind: 'kicked' }),
    block: (user) => changeAccess(state, chatOf(state, user), user, { kind: 'blocked' }),
    unblock: (user) => changeAccess(state, chatOf(state, user), user, { kind: 'open' }),
    migrate: (group) => migrate(state, group),
    addTopic: (forum, name, by) => addTopic(state, forum, name, by),
    closeTopic(forum, thread, isClosed = true) {
      const topic = chatOf(state, forum).topics.get(thread);
      if (topic) topic.isClosed = isClosed;
    },
  };
}

function addUser(state: ServerState, given: NewUser): ApiUser {
  const user = apiUser(given);
  state.world.users.set(user.id, user);
  putChat(state, privateChat(user), { kind: given.isStarted ? 'open' : 'not-started' });
  return user;
}

function addChat(state: ServerState, given: NewChat): ApiChat {
  const record = putChat(state, apiChat(given), { kind: given.hasBot === false ? 'left' : 'open' });
  if (given.isBotAdministrator) record.botRank = 'administrator';
  for (const [id, rank] of Object.entries(given.members ?? {})) record.members.set(Number(id), rank);
  return record.info;
}

function putChat(state: ServerState, info: ApiChat, access: Access): ChatRecord {
  const record = chatRecord(info, access, state.world.isKeepingMessages);
  state.world.chats.set(info.id, record);
  state.events.emit({ kind: 'chat', chat: info.id });
  return record;
}

function joinBot(state: ServerState, id: number, by: number, rank?: 'member' | 'administrator'): void {
  const chat = chatOf(state, id);
  changeAccess(state, chat, by, { kind: 'open' }, rank);
  if (chat.info.type !== 'channel') tell(state, chat, by, { new_chat_members: [state.world.bot] });
}

/** Changes how a chat stands to the bot, and tells the bot who did it. */
function changeAccess(
  state: ServerState,
  chat: ChatRecord,
  by: number,
  access: Access,
  rank: ChatRecord['botRank'] = chat.botRank,
): void {
  const old_chat_member = botMember(state.world.bot, chat);
  chat.access = access;
  chat.botRank = rank;
  const new_chat_member = botMember(state.world.bot, chat);
  const from = state.world.users.get(by);
  const date = seconds(state);
  state.updates.push('my_chat_member', { chat: chat.info, from, date, old_chat_member, new_chat_member });
  state.events.emit({ kind: 'chat', chat: chat.info.id });
}

function migrate(state: ServerState, group: number): number {
  const old = chatOf(state, group);
  const to = -1_000_000_000_000 - Math.abs(group);
  const record = putChat(state, { ...old.info, id: to, type: 'supergroup' }, { kind: 'open' });
  record.botRank = old.botRank;
  for (const [id, rank] of old.members) record.members.set(id, rank);
  tell(state, old, undefined, { migrate_to_chat_id: to });
  old.access = { kind: 'migrated', to };
  tell(state, record, undefined, { migrate_from_chat_id: group });
  state.events.emit({ kind: 'chat', chat: group });
  state.events.emit({ kind: 'chat', chat: to });
  return to;
}

function addTopic(state: ServerState, forum: number, name: string, by: number): number {
  const chat = chatOf(state, forum);
  const thread = tell(state, chat, by, { forum_topic_created: { name, icon_color: 7322096 } }).message_id;
  chat.topics.set(thread, { name, isClosed: false });
  return thread;
}

/** A service message: something happened in the chat. */
function tell(
  state: ServerState,
  chat: ChatRecord,
  by: number | undefined,
  body: Partial<ApiMessage>,
): ApiMessage {
  const from = by === undefined ? undefined : state.world.users.get(by);
  const message = put(state, chat, { ...(from && { from }), ...body });
  state.updates.push('message', message);
  return message;
}

/** The bot as a member of a chat, in the words of the Bot API. */
function botMember(user: ApiUser, { info, access, botRank }: ChatRecord) {
  const isGone = access.kind === (info.type === 'private' ? 'blocked' : 'kicked');
  if (isGone) return { user, status: 'kicked', until_date: 0 };
  if (access.kind === 'left') return { user, status: 'left' };
  if (botRank === 'member') return { user, status: 'member' };
  const rights = { can_manage_chat: true, can_post_messages: true, can_edit_messages: true };
  return { user, status: 'administrator', can_be_edited: false, ...rights };
}

function apiUser({ id, firstName, lastName, username, languageCode }: NewUser): ApiUser {
  return {
    id,
    is_bot: false,
    first_name: firstName,
    ...(lastName !== undefined && { last_name: lastName }),
    ...(username !== undefined && { username }),
    language_code: languageCode ?? 'zh-hans',
  };
}

function apiChat({ id, type, title, username, isForum }: NewChat): ApiChat {
  const forum = isForum ? { is_forum: true as const } : {};
  return { id, type, title, ...(username !== undefined && { username }), ...forum };
}
