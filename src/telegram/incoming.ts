import type { Address } from '../subscribers/wish.js';
import { type ApiChat, type ApiMessage, type ApiUpdate, updateSchema } from './update-schema.js';

/** Who did something. */
export interface Person {
  readonly id: number;
  /** IETF tag of their app; empty where unknown. */
  readonly languageCode: string;
  /** Writes in the name of the chat itself: an anonymous administrator, a channel. */
  readonly isTheChat: boolean;
}

/** Where something happened. */
export interface Origin {
  readonly address: Address;
  readonly chatKind: 'private' | 'group' | 'channel';
  readonly person: Person;
}

/** How the bot stands in a chat. */
export type Standing = 'in' | 'out';

/** Everything that can reach the bot, in our own words; the rest of the program sees no update of Telegram. */
export type Incoming =
  | (Origin & { readonly kind: 'command'; readonly name: string; readonly args: string })
  | (Origin & {
      readonly kind: 'text';
      readonly text: string;
      /** In a private chat, or as a reply to the bot, or with its name. */
      readonly isToBot: boolean;
      /** Text of the bot's message that this replies to. */
      readonly repliesTo: string;
    })
  /** Something without a text: a picture, a place, a sticker. */
  | (Origin & { readonly kind: 'other' })
  | (Origin & {
      readonly kind: 'press';
      readonly queryId: string;
      readonly data: string;
      /** 0 where the message came by inline mode. */
      readonly messageId: number;
      readonly messageText: string;
    })
  | {
      readonly kind: 'inline';
      readonly queryId: string;
      readonly query: string;
      readonly offset: string;
      readonly person: Person;
    }
  | (Origin & {
      readonly kind: 'standing';
      readonly before: Standing;
      readonly after: Standing;
      readonly title: string;
    })
  | { readonly kind: 'migrated'; readonly from: number; readonly to: number }
  | { readonly kind: 'ignored' };

/** Who the bot is, to know what is meant for it. */
export interface Self {
  readonly id: number;
  readonly name: string;
}

/** Characters of a message that are looked at; Telegram sends at most 4,096. */
const maxTextLength = 4_096;
const ignored: Incoming = { kind: 'ignored' };

/** Turns an update of the Bot API, whatever it holds, into one of our own. What cannot be read is ignored. */
export function incomingOf(update: unknown, self: Self): Incoming {
  const read = updateSchema.safeParse(update);
  return read.success ? readUpdate(read.data, self) : ignored;
}

function readUpdate(update: ApiUpdate, self: Self): Incoming {
  const {
    message,
    channel_post: post,
    callback_query: press,
    inline_query: inline,
    my_chat_member: member,
  } = update;
  if (message !== undefined) return readMessage(message, self);
  if (post !== undefined) return readPost(post, self);
  if (press !== undefined) return readPress(press);
  if (inline !== undefined)
    return {
      kind: 'inline',
      queryId: inline.id,
      query: inline.query,
      offset: inline.offset,
      person: personOf(inline.from),
    };
  if (member === undefined) return ignored;
  return {
    kind: 'standing',
    ...originOf({ chat: member.chat, from: member.from }),
    before: standingOf(member.old_chat_member, member.chat),
    after: standingOf(member.new_chat_member, member.chat),
    title: member.chat.title ?? '',
  };
}

function readMessage(message: ApiMessage, self: Self): Incoming {
  if (message.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', from: message.chat.id, to: message.migrate_to_chat_id };
  // Written by our own inline mode, or copied from a channel into its group: answered already.
  if (message.via_bot?.id === self.id || message.is_automatic_forward === true) return ignored;
  const origin = originOf(message);
  if (message.text === undefined)
    return origin.chatKind === 'private' ? { kind: 'other', ...origin } : ignored;
  const command = readCommand(message.text, self);
  if (command === 'for-another') return ignored;
  if (command !== undefined) return { kind: 'command', ...origin, name: command.name, args: command.args };
  const isReply = message.reply_to_message?.from?.id === self.id;
  const { text, isNamed } = withoutOwnName(message.text.slice(0, maxTextLength), self);
  return {
    kind: 'text',
    ...origin,
    text,
    isToBot: origin.chatKind === 'private' || isReply || isNamed,
    repliesTo: isReply ? (message.reply_to_message?.text ?? '') : '',
  };
}

/** In a channel everything is read by its subscribers: only a command with our name is meant for us. */
function readPost(post: ApiMessage, self: Self): Incoming {
  const command = post.text === undefined ? undefined : readCommand(post.text, self);
  if (command === undefined || command === 'for-another' || !command.isNamed) return ignored;
  return { kind: 'command', ...originOf(post), name: command.name, args: command.args };
}

function readPress(press: NonNullable<ApiUpdate['callback_query']>): Incoming {
  const { message } = press;
  const origin = originOf({
    ...(message ?? { chat: { id: press.from.id, type: 'private' } }),
    from: press.from,
  });
  return {
    kind: 'press',
    ...origin,
    person: personOf(press.from),
    queryId: press.id,
    data: press.data ?? '',
    messageId: message?.message_id ?? 0,
    messageText: message?.text ?? '',
  };
}

function readCommand(
  text: string,
  self: Self,
): { readonly name: string; readonly args: string; readonly isNamed: boolean } | 'for-another' | undefined {
  const [, name, mention, args] =
    /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  if (mention !== undefined && mention.toLowerCase() !== self.name.toLowerCase()) return 'for-another';
  return {
    name: name.toLowerCase(),
    args: (args ?? '').slice(0, maxTextLength).trim(),
    isNamed: mention !== undefined,
  };
}

function withoutOwnName(text: string, self: Self): { readonly text: string; readonly isNamed: boolean } {
  const without = text.replace(new RegExp(`@${self.name}\\b`, 'gi'), ' ').trim();
  return { text: without, isNamed: without !== text.trim() };
}

interface Placed {
  readonly chat: ApiChat;
  readonly from?: ApiMessage['from'];
  readonly sender_chat?: ApiMessage['sender_chat'];
  readonly message_thread_id?: number | undefined;
  readonly is_topic_message?: boolean | undefined;
}

function originOf({ chat, from, sender_chat, message_thread_id, is_topic_message }: Placed): Origin {
  const isTheChat = chat.type === 'channel' || sender_chat?.id === chat.id;
  const thread = is_topic_message === true ? (message_thread_id ?? null) : null;
  return {
    address: { chat: chat.id, thread },
    chatKind: chat.type === 'private' ? 'private' : chat.type === 'channel' ? 'channel' : 'group',
    person: { ...personOf(from ?? { id: chat.id }), isTheChat },
  };
}

function personOf(user: { readonly id: number; readonly language_code?: string | undefined }): Person {
  return { id: user.id, languageCode: user.language_code ?? '', isTheChat: false };
}

function standingOf(
  member: { readonly status: string; readonly is_member?: boolean | undefined },
  chat: ApiChat,
): Standing {
  if (chat.type === 'channel') return member.status === 'administrator' ? 'in' : 'out';
  if (member.status === 'restricted') return member.is_member === true ? 'in' : 'out';
  return ['member', 'administrator', 'creator'].includes(member.status) ? 'in' : 'out';
}
