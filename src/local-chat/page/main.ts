import type { ApiInlineButton, ApiMessage } from '../bot-api/types.js';
import type { PressAnswer } from '../page-protocol.js';
import { type Change, type Chat, emptyModel, nowOf, openChat, take } from './model/model.js';
import { startPayload } from './model/start-payload.js';
import { dayName, timeOfDay } from './model/times.js';
import { act, listen } from './server.js';
import type { BubbleActions } from './view/bubble.js';
import { showHead } from './view/chat-head.js';
import { chatList } from './view/chat-list.js';
import { restoreTheme, showClock, tick } from './view/clock-strip.js';
import { composer } from './view/composer.js';
import { followScroll, hideMessage, showMessage, showMessages } from './view/messages.js';
import { showAlert, toast } from './view/notice.js';
import { welcome } from './view/welcome.js';

const model = emptyModel();
const field = composer(model, say);
const showList = chatList(open);

function say(text: string): void {
  const chat = openChat(model);
  if (chat === undefined) return;
  const { repliesTo } = chat;
  void act({
    ...{ kind: 'say', user: chat.speaker, chat: chat.id, text },
    ...(repliesTo !== 0 && { replyTo: repliesTo }),
  });
  if (repliesTo === 0) return;
  chat.repliesTo = 0;
  field.show(chat);
}

/** A link with a payload opens the private chat of whoever clicked. */
function start(payload: string): void {
  const chat = openChat(model);
  if (chat && chat.kind !== 'private') open(chat.speaker);
  say(payload === '' ? '/start' : `/start ${payload}`);
}

function bubbleActions(chat: Chat): BubbleActions {
  return {
    botUsername: model.bot.username,
    botId: model.bot.id,
    zone: model.clock.zone,
    isNamed: chat.kind !== 'private',
    command: say,
    start,
    mention: (name) => {
      if (name.toLowerCase() === model.bot.username.toLowerCase()) field.fill(`@${name} `);
    },
    press,
  };
}

async function press(message: ApiMessage, key: ApiInlineButton): Promise<void> {
  const chat = openChat(model);
  if (chat === undefined) return;
  if (key.url !== undefined) return follow(key.url);
  if (key.copy_text) return navigator.clipboard.writeText(key.copy_text.text).then(() => toast('已复制'));
  const words = key.switch_inline_query_current_chat ?? key.switch_inline_query;
  if (words !== undefined) return field.fill(`@${model.bot.username} ${words}`);
  if (key.callback_data === undefined) return;
  const answer = await act<PressAnswer | null>({
    kind: 'press',
    user: chat.speaker,
    chat: chat.id,
    message: message.message_id,
    data: key.callback_data,
  });
  if (!answer) return toast('机器人没有回应');
  if (answer.url !== '') follow(answer.url);
  if (answer.text !== '') (answer.isAlert ? showAlert : toast)(answer.text);
}

function follow(url: string): void {
  const payload = startPayload(url, model.bot.username);
  if (payload !== undefined) start(payload);
  else if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

function open(id: number): void {
  model.open = id;
  document.documentElement.dataset['view'] = 'chat';
  showAll();
}

function goBack(): void {
  document.documentElement.dataset['view'] = 'list';
  document.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
}

function showAll(): void {
  showList(model);
  const chat = openChat(model);
  if (chat === undefined) return;
  if (!document.hidden) chat.unread = 0;
  const invite = () => void act({ kind: 'access', user: chat.speaker, chat: chat.id, isOpen: true });
  showHead(model, chat, goBack);
  showMessages(
    model,
    chat,
    bubbleActions(chat),
    welcome(model, chat, { start: () => say('/start'), invite }),
  );
  field.show(chat);
  showList(model);
}

function show(change: Change): void {
  const chat = openChat(model);
  if (change.kind === 'clock') tellMoved();
  if (change.kind === 'all') {
    showClock(model);
    showAll();
  } else if (change.kind === 'list') showList(model);
  else if (chat) showInChat(change, chat);
}

function showInChat(change: Exclude<Change, { kind: 'all' | 'list' }>, chat: Chat): void {
  switch (change.kind) {
    case 'clock':
      break;
    case 'head':
      showHead(model, chat, goBack);
      break;
    case 'commands':
      void field.reloadCommands(chat);
      break;
    case 'gone':
      hideMessage(change.messageId);
      break;
    case 'message':
      showMessage(model, chat, change.message, bubbleActions(chat));
      if (change.message.reply_markup !== undefined) field.show(chat);
  }
}

/** The clock was moved: the strip, the days in the list, and a word about it. */
function tellMoved(): void {
  showClock(model);
  showList(model);
  const now = nowOf(model);
  const { zone } = model.clock;
  toast(`现在是${dayName(now, zone)} ${timeOfDay(now, zone)}`);
}

/** Ends the "typing…" that was not followed by a message. */
function endTyping(): void {
  const chat = openChat(model);
  if (chat === undefined || chat.typingUntilMs === 0 || chat.typingUntilMs > performance.now()) return;
  chat.typingUntilMs = 0;
  showHead(model, chat, goBack);
}

function readNow(): void {
  const chat = openChat(model);
  if (document.hidden || !chat || chat.unread === 0) return;
  chat.unread = 0;
  showList(model);
}

/** Closes the menus, but for the one in which `kept` lies. */
function closeMenus(kept?: EventTarget | null): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>('details.clock[open], details.more[open]');
  for (const menu of menus) if (!(kept instanceof Node && menu.contains(kept))) menu.open = false;
}

restoreTheme();
followScroll();
listen(
  (event) => {
    for (const change of take(model, event)) show(change);
  },
  (isOpen) => document.documentElement.classList.toggle('is-cut', !isOpen),
);
setInterval(() => {
  tick(model);
  endTyping();
}, 1000);
document.addEventListener('visibilitychange', readNow);
document.addEventListener('click', ({ target }) => closeMenus(target));
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeMenus();
});
