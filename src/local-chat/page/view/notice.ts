import { button, byId, element } from '../element.js';

const toastMs = 3500;
let hiding = 0;

/** Shows a line over the chat for a moment. */
export function toast(text: string): void {
  const box = byId('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    box.hidden = true;
  }, toastMs);
}

/** Shows a text that has to be closed. */
export function showAlert(text: string): void {
  const box = byId('alert');
  if (!(box instanceof HTMLDialogElement)) return;
  const close = button({ class: 'primary', text: '好', on: { click: () => box.close() } });
  box.replaceChildren(element('p', { text }), close);
  box.showModal();
  close.focus();
}
