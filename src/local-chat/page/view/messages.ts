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
  unfoldShort(box);
  toEnd();
}

/** Shows a message that came or changed, and follows it if the reader is at the end. */
export function showMessage(model: Model, chat: Chat, message: ApiMessage, actions: BubbleActions): void {
  const box = byId('messages');
  const wasAtEnd = isAtEnd();
  const node = bubble(message, actions);
  const old = box.querySelector(`[data-message="${message.message_id}"]`);
  if (old) old.replaceWith(node);
  else appendNew(model, chat, message, node);
  unfoldShort(node);
  const isMine = !old && node.classList.contains('from-me');
  if (wasAtEnd || isMine) toEnd();
}

function appendNew(model: Model, chat: Chat, message: ApiMessage, node: HTMLElement): void {
  const before = [...chat.messages.values()].at(-2);
  const isNewDay = before === undefined || dayOf(before, model) !== dayOf(message, model);
  if (isNewDay) byId('messages').append(dayLine(message, model));
  node.classList.add('is-new');
  byId('messages').append(node);
}

/** A quotation that is short enough has nothing to unfold. */
function unfoldShort(node: HTMLElement): void {
  for (const quotation of node.querySelectorAll('blockquote.is-folded')) {
    if (quotation.scrollHeight > quotation.clientHeight + 1) continue;
    quotation.classList.remove('is-folded');
    quotation.removeAttribute('role');
    for (const name of ['tabindex', 'aria-expanded']) quotation.removeAttribute(name);
  }
}

/** Takes a message away. */
export function hideMessage(messageId: number): void {
  byId('messages').querySelector(`[data-message="${messageId}"]`)?.remove();
}

/** Scrolls to the newest message: one that is longer than the box is shown from its beginning. */
function toEnd(): void {
  const box = byId('messages');
  const last = box.lastElementChild;
  box.scrollTop = box.scrollHeight;
  if (last === null || last.clientHeight <= box.clientHeight) return;
  box.scrollTop += last.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
}

/** Whatever takes room from the messages, a reader at their end stays there. */
export function keepEnd(change: () => void): void {
  const wasAtEnd = isAtEnd();
  change();
  if (wasAtEnd) toEnd();
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
