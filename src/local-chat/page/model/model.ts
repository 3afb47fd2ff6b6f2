import type { ApiMessage } from '../../bot-api/types.js';
import type { PageBot, PageChat, PageClock, PageEvent } from '../../page-protocol.js';

/** A chat and what only this page knows of it. */
export interface Chat extends Omit<PageChat, 'messages'> {
  readonly messages: Map<number, ApiMessage>;
  unread: number;
  /** Who speaks in a group. */
  speaker: number;
  /** The bot's question that the next words answer; 0 for none. */
  repliesTo: number;
  /** What was begun and not sent. */
  draft: string;
  /** Until when the bot is shown as typing, by the page's own clock; 0 for not. */
  typingUntilMs: number;
}

/** Everything the page shows. */
export interface Model {
  bot: PageBot;
  clock: PageClock;
  /** The page's own clock when `clock` came. */
  clockSinceMs: number;
  readonly chats: Map<number, Chat>;
  /** The chat that is open. */
  open: number;
}

/** Something that a view has to follow. */
export type Change =
  | { readonly kind: 'all' }
  | { readonly kind: 'list' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'head' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'message'; readonly message: ApiMessage; readonly isNew: boolean }
  | { readonly kind: 'gone'; readonly messageId: number };

const typingMs = 6000;

/** A page before it heard anything. */
export function emptyModel(): Model {
  return {
    bot: { id: 0, name: '', username: '', description: '' },
    clock: { nowMs: Date.now(), zone: 'Asia/Shanghai', morning: '07:30' },
    clockSinceMs: performance.now(),
    chats: new Map(),
    open: 0,
  };
}

/** The moved clock now. */
export function nowOf(model: Model): Date {
  return new Date(model.clock.nowMs + performance.now() - model.clockSinceMs);
}

/** The chat that is open, if any is. */
export function openChat(model: Model): Chat | undefined {
  return model.chats.get(model.open);
}

/** Takes an event in; tells what changed for the views. */
export function take(model: Model, event: PageEvent): readonly Change[] {
  switch (event.kind) {
    case 'state':
      model.bot = event.state.bot;
      setClock(model, event.state.clock);
      putAllChats(model, event.state.chats);
      return [{ kind: 'all' }];
    case 'clock':
      setClock(model, event.clock);
      return [{ kind: 'clock' }];
    case 'profile':
      model.bot = event.bot;
      return [{ kind: 'head' }, { kind: 'commands' }, { kind: 'list' }];
    case 'chat':
      putChat(model, event.chat);
      return event.chat.id === model.open ? [{ kind: 'all' }] : [{ kind: 'list' }];
    case 'typing':
      return noteTyping(model, event.chat);
    case 'message':
      return takeMessage(model, event.message, true);
    case 'edit':
      return takeMessage(model, event.message, false);
    case 'delete':
      model.chats.get(event.chat)?.messages.delete(event.messageId);
      return event.chat === model.open
        ? [{ kind: 'gone', messageId: event.messageId }, { kind: 'list' }]
        : [{ kind: 'list' }];
  }
}

function setClock(model: Model, clock: PageClock): void {
  model.clock = clock;
  model.clockSinceMs = performance.now();
}

/** Another run of the program may not know the chats of the one before. */
function putAllChats(model: Model, chats: readonly PageChat[]): void {
  const known = new Set(chats.map(({ id }) => id));
  for (const id of model.chats.keys()) if (!known.has(id)) model.chats.delete(id);
  for (const chat of chats) putChat(model, chat);
  if (!model.chats.has(model.open)) model.open = chats[0]?.id ?? 0;
}

function putChat(model: Model, given: PageChat): void {
  const known = model.chats.get(given.id);
  const isStillHere = given.speakers.some(({ id }) => id === known?.speaker);
  model.chats.set(given.id, {
    unread: known?.unread ?? 0,
    draft: known?.draft ?? '',
    repliesTo: known?.repliesTo ?? 0,
    typingUntilMs: known?.typingUntilMs ?? 0,
    ...given,
    speaker: known && isStillHere ? known.speaker : (given.speakers[0]?.id ?? 0),
    messages: new Map(given.messages.map((message) => [message.message_id, message])),
  });
}

function noteTyping(model: Model, id: number): readonly Change[] {
  const chat = model.chats.get(id);
  if (chat) chat.typingUntilMs = performance.now() + typingMs;
  return id === model.open ? [{ kind: 'head' }] : [];
}

function takeMessage(model: Model, message: ApiMessage, isNew: boolean): readonly Change[] {
  const chat = model.chats.get(message.chat.id);
  if (chat === undefined) return [];
  chat.messages.set(message.message_id, message);
  const isOpen = chat.id === model.open;
  if (isOpen && message.migrate_to_chat_id !== undefined) {
    model.open = message.migrate_to_chat_id;
    return [{ kind: 'all' }];
  }
  const isFromBot = message.from?.id === model.bot.id || message.from === undefined;
  if (isNew && isFromBot) {
    chat.typingUntilMs = 0;
    if (asksForReply(message)) chat.repliesTo = message.message_id;
    if (!isOpen || document.hidden) chat.unread++;
  }
  return isOpen
    ? [{ kind: 'message', message, isNew }, { kind: 'list' }, { kind: 'head' }]
    : [{ kind: 'list' }];
}

/** The app opens a reply to such a message by itself. https://core.telegram.org/bots/api#forcereply */
function asksForReply({ reply_markup: markup }: ApiMessage): boolean {
  return typeof markup === 'object' && markup !== null && 'force_reply' in markup;
}
