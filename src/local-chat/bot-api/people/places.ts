import type { ServerState } from '../method.js';
import { nextMessageId } from '../methods/deliver.js';
import type { ApiChat, ApiMessage, ApiUser } from '../types.js';
import { type Access, type ChatRecord, chatRecord, privateChat, type Rank, remember } from '../world.js';

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

/** The people and chats of a server. */
export function places(state: ServerState): Places {
  const { world } = state;
  const chatOf = (id: number): ChatRecord => {
    const chat = world.chats.get(id);
    if (chat === undefined) throw new Error(`no chat ${id}`);
    return chat;
  };
  const put = (info: ApiChat, access: Access): ChatRecord => {
    const record = chatRecord(info, access, world.isKeepingMessages);
    world.chats.set(info.id, record);
    state.events.emit({ kind: 'chat', chat: info.id });
    return record;
  };
  const changeBot = (chat: ChatRecord, by: number, change: () => void) => {
    const before = botMember(state, chat);
    change();
    state.updates.push('my_chat_member', {
      chat: chat.info,
      from: world.users.get(by),
      date: seconds(state),
      old_chat_member: before,
      new_chat_member: botMember(state, chat),
    });
    state.events.emit({ kind: 'chat', chat: chat.info.id });
  };
  return {
    addUser(given) {
      const user = userOf(given);
      world.users.set(user.id, user);
      put(privateChat(user), { kind: given.isStarted ? 'open' : 'not-started' });
      return user;
    },
    addChat(given) {
      const record = put(chatOfGiven(given), { kind: given.hasBot === false ? 'left' : 'open' });
      if (given.isBotAdministrator) record.botRank = 'administrator';
      for (const [id, rank] of Object.entries(given.members ?? {})) record.members.set(Number(id), rank);
      return record.info;
    },
    setAccess: (chat, access) => {
      chatOf(chat).access = access;
    },
    joinBot(chat, by, rank) {
      const record = chatOf(chat);
      changeBot(record, by, () => {
        record.access = { kind: 'open' };
        if (rank) record.botRank = rank;
      });
      if (record.info.type !== 'channel') tell(state, record, by, { new_chat_members: [world.bot] });
    },
    kickBot(chat, by) {
      const record = chatOf(chat);
      changeBot(record, by, () => {
        record.access = { kind: 'kicked' };
      });
    },
    block: (user) => {
      const chat = chatOf(user);
      changeBot(chat, user, () => {
        chat.access = { kind: 'blocked' };
      });
    },
    unblock: (user) => {
      const chat = chatOf(user);
      changeBot(chat, user, () => {
        chat.access = { kind: 'open' };
      });
    },
    migrate(group) {
      const old = chatOf(group);
      const to = -1_000_000_000_000 - Math.abs(group);
      const record = put({ ...old.info, id: to, type: 'supergroup' }, { kind: 'open' });
      record.botRank = old.botRank;
      for (const [id, rank] of old.members) record.members.set(id, rank);
      tell(state, old, undefined, { migrate_to_chat_id: to });
      old.access = { kind: 'migrated', to };
      tell(state, record, undefined, { migrate_from_chat_id: group });
      return to;
    },
    addTopic(forum, name, by) {
      const record = chatOf(forum);
      const thread = tell(state, record, by, {
        forum_topic_created: { name, icon_color: 7322096 },
      }).message_id;
      record.topics.set(thread, { name, isClosed: false });
      return thread;
    },
    closeTopic(forum, thread, isClosed = true) {
      const topic = chatOf(forum).topics.get(thread);
      if (topic) topic.isClosed = isClosed;
    },
  };
}

/** A service message: something happened in the chat. */
function tell(
  state: ServerState,
  chat: ChatRecord,
  by: number | undefined,
  body: Partial<ApiMessage>,
): ApiMessage {
  const from = by === undefined ? undefined : state.world.users.get(by);
  const message = {
    message_id: nextMessageId(chat),
    chat: chat.info,
    date: seconds(state),
    ...(from && { from }),
    ...body,
  };
  remember(state.world, chat, message);
  state.events.emit({ kind: 'message', message });
  state.updates.push('message', message);
  return message;
}

function botMember(state: ServerState, chat: ChatRecord) {
  const user = state.world.bot;
  const gone = chat.info.type === 'private' ? chat.access.kind === 'blocked' : chat.access.kind === 'kicked';
  if (gone) return { user, status: 'kicked', until_date: 0 };
  if (chat.access.kind === 'left') return { user, status: 'left' };
  return chat.botRank === 'member'
    ? { user, status: 'member' }
    : {
        user,
        status: 'administrator',
        can_be_edited: false,
        can_manage_chat: true,
        can_post_messages: true,
        can_edit_messages: true,
      };
}

function userOf({ id, firstName, lastName, username, languageCode }: NewUser): ApiUser {
  return {
    id,
    is_bot: false,
    first_name: firstName,
    ...(lastName !== undefined && { last_name: lastName }),
    ...(username !== undefined && { username }),
    language_code: languageCode ?? 'zh-hans',
  };
}

function chatOfGiven({ id, type, title, username, isForum }: NewChat): ApiChat {
  return {
    id,
    type,
    title,
    ...(username !== undefined && { username }),
    ...(isForum && { is_forum: true as const }),
  };
}

function seconds(state: ServerState): number {
  return Math.floor(state.now().getTime() / 1000);
}
