import type { ApiMessage } from '../../bot-api/types.js';
import { byId, element } from '../element.js';
import type { Chat, Model } from '../model/model.js';
import { dayKey, dayName } from '../model/times.js';
import { type BubbleActions, bubble } from './bubble.js';

/** Within so many pixels of the end a reader is taken as reading the newest. */
const nearEndPx = 80;

/** Shows all messages of a chat, a line before each day, and its end. */
export function showMessages(
  model: Model,
  chat: Chat,
  actions: BubbleActions,
  welcome: HTMLElement | undefined,
): void {
  const box = byId('messages');
  const nodes: Node[] = [];
  let day = '';
  for (const message of chat.messages.values()) {
    const next = dayOf(message, model);
    if (next !== day) nodes.push(dayLine(message, model));
    day = next;
    nodes.push(bubble(message, actions));
  }
  box.replaceChildren(...(welcome ? [welcome] : []), ...nodes);
  toEnd(false);
}

/** Shows a message that came or changed, and follows it if the reader is at the end. */
export function showMessage(model: Model, chat: Chat, message: ApiMessage, actions: BubbleActions): void {
  const box = byId('messages');
  const wasAtEnd = isAtEnd();
  const node = bubble(message, actions);
  const old = box.querySelector(`[data-message="${message.message_id}"]`);
  if (old) {
    old.replaceWith(node);
    return;
  }
  const before = [...chat.messages.values()].at(-2);
  if (before === undefined || dayOf(before, model) !== dayOf(message, model))
    box.append(dayLine(message, model));
  node.classList.add('is-new');
  box.append(node);
  const isMine = node.classList.contains('from-me');
  if (wasAtEnd || isMine) toEnd(true);
}

/** Takes a message away. */
export function hideMessage(messageId: number): void {
  byId('messages').querySelector(`[data-message="${messageId}"]`)?.remove();
}

/** Scrolls to the newest message: a message longer than the box is shown from its beginning. */
export function toEnd(isSmooth: boolean): void {
  const box = byId('messages');
  const last = box.lastElementChild;
  const isLong = last instanceof HTMLElement && last.offsetHeight > box.clientHeight;
  const top = isLong ? last.offsetTop - 12 : box.scrollHeight;
  box.scrollTo({ top, behavior: isSmooth ? 'smooth' : 'instant' });
}

/** Shows the way to the end while the reader is above it. */
export function followScroll(): void {
  const box = byId('messages');
  const arrow = byId('to-end');
  box.addEventListener(
    'scroll',
    () => {
      arrow.hidden = isAtEnd();
    },
    { passive: true },
  );
  arrow.addEventListener('click', () => box.scrollTo({ top: box.scrollHeight, behavior: 'smooth' }));
}

function isAtEnd(): boolean {
  const box = byId('messages');
  return box.scrollHeight - box.scrollTop - box.clientHeight < nearEndPx;
}

function dayOf(message: ApiMessage, model: Model): string {
  return dayKey(new Date(message.date * 1000), model.clock.zone);
}

function dayLine(message: ApiMessage, model: Model): HTMLElement {
  const text = dayName(new Date(message.date * 1000), model.clock.zone);
  return element('div', { class: 'service day' }, [element('span', { text })]);
}
