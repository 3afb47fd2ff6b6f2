import type { ApiChat, ApiDocument, ApiMessage, ApiUser } from './types.js';

/** How a chat stands to the bot. */
export type Access =
  | { readonly kind: 'open' }
  /** A person who never wrote to the bot. */
  | { readonly kind: 'not-started' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'deactivated' }
  /** The bot was removed from a group or channel. */
  | { readonly kind: 'kicked' }
  /** The bot never was in the group, or left it. */
  | { readonly kind: 'left' }
  /** A group where the bot may not write, a channel where it is no administrator. */
  | { readonly kind: 'no-rights' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'migrated'; readonly to: number };

/** What somebody is in a group or channel. */
export type Rank = 'creator' | 'administrator' | 'member';

/** A topic of a forum. */
export interface Topic {
  readonly name: string;
  isClosed: boolean;
}

/** A chat and all that this server remembers of it. */
export interface ChatRecord {
  info: ApiChat;
  access: Access;
  botRank: 'administrator' | 'member';
  readonly members: Map<number, Rank>;
  readonly topics: Map<number, Topic>;
  /** By number; empty where only counts are kept. */
  readonly messages: Map<number, ApiMessage>;
  /** Messages of the bot that were accepted, edits not counted. */
  received: number;
  /** Texts of the last messages of the bot, oldest first. */
  texts: string[];
  lastMessageId: number;
}

/** All people, chats and files, in memory. */
export interface World {
  readonly bot: ApiUser;
  readonly users: Map<number, ApiUser>;
  readonly chats: Map<number, ChatRecord>;
  readonly files: Map<string, { readonly document: ApiDocument; readonly bytes: Buffer }>;
  /** How many texts are remembered for each chat. */
  readonly textsKept: number;
  /** Whether whole messages are remembered. */
  readonly isKeepingMessages: boolean;
}

const noMembers: Map<number, Rank> = new Map();
const noTopics: Map<number, Topic> = new Map();
const noMessages: Map<number, ApiMessage> = new Map();

/** Makes a chat's record. A private chat shares its empty tables with the others: there may be a million. */
export function chatRecord(info: ApiChat, access: Access, isKeepingMessages: boolean): ChatRecord {
  const isPrivate = info.type === 'private';
  return {
    info,
    access,
    botRank: info.type === 'channel' ? 'administrator' : 'member',
    members: isPrivate ? noMembers : new Map(),
    topics: isPrivate ? noTopics : new Map(),
    messages: isKeepingMessages ? new Map() : noMessages,
    received: 0,
    texts: [],
    lastMessageId: 0,
  };
}

/** The private chat of a person. */
export function privateChat(user: ApiUser): ApiChat {
  return {
    id: user.id,
    type: 'private',
    first_name: user.first_name,
    ...(user.last_name !== undefined && { last_name: user.last_name }),
    ...(user.username !== undefined && { username: user.username }),
  };
}

/** Remembers a message, as much of it as this world keeps. */
export function remember(world: World, chat: ChatRecord, message: ApiMessage): void {
  if (world.isKeepingMessages) chat.messages.set(message.message_id, message);
  if (message.from?.id !== world.bot.id && message.sender_chat === undefined) return;
  if (message.text !== undefined || message.document !== undefined) noteText(world, chat, message.text ?? '');
}

function noteText(world: World, chat: ChatRecord, text: string): void {
  chat.received++;
  chat.texts.push(text);
  if (chat.texts.length > world.textsKept) chat.texts.shift();
}
