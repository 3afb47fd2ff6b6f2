import type { BotApiServer } from './bot-api/bot-api-server.js';
import type { ChatEvent } from './bot-api/chat-events.js';
import type { ChatRecord } from './bot-api/world.js';
import type { PageBot, PageChat, PageEvent } from './page-protocol.js';

/** What the page is told of a change; `undefined` where it need not know. */
export function pageEvent(server: BotApiServer, event: ChatEvent): PageEvent | undefined {
  switch (event.kind) {
    case 'message':
    case 'edit':
    case 'delete':
      return event;
    case 'action':
      return { kind: 'typing', chat: event.chat };
    case 'chat': {
      const chat = pageChat(server, event.chat);
      return chat && { kind: 'chat', chat };
    }
    case 'profile':
      return { kind: 'profile', bot: pageBot(server) };
    case 'answer':
    case 'inline-answer':
      return undefined;
  }
}

/** The bot as it presents itself in Chinese. */
export function pageBot({ bot, state }: BotApiServer): PageBot {
  const { names, descriptions } = state.profile;
  return {
    id: bot.id,
    name: names.get('zh') ?? names.get('') ?? bot.first_name,
    username: bot.username ?? '',
    description: descriptions.get('zh') ?? descriptions.get('') ?? '',
  };
}

/** All chats, in the order they came. */
export function pageChats(server: BotApiServer): PageChat[] {
  return [...server.state.world.chats.keys()].flatMap((id) => pageChat(server, id) ?? []);
}

function pageChat(server: BotApiServer, id: number): PageChat | undefined {
  const chat = server.state.world.chats.get(id);
  if (chat === undefined) return undefined;
  return {
    id,
    kind: chat.info.type,
    title: chat.info.title ?? chat.info.first_name ?? String(id),
    speakers: speakers(server, chat),
    access: access(chat),
    messages: [...chat.messages.values()],
  };
}

function speakers(server: BotApiServer, chat: ChatRecord) {
  const ids = chat.info.type === 'private' ? [chat.info.id] : [...chat.members.keys()];
  return ids.flatMap((id) => {
    const user = server.state.world.users.get(id);
    return user ? [{ id, name: user.first_name }] : [];
  });
}

function access({ access }: ChatRecord): PageChat['access'] {
  switch (access.kind) {
    case 'open':
    case 'no-rights':
      return 'open';
    case 'not-started':
      return 'not-started';
    case 'blocked':
      return 'blocked';
    case 'migrated':
      return 'moved';
    case 'deactivated':
    case 'kicked':
    case 'left':
    case 'deleted':
    case 'not-found':
      return 'away';
  }
}
