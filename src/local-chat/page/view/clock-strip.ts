import { button, byId, element } from '../element.js';
import { type Model, nowOf } from '../model/model.js';
import { dayName, fieldInstant, fieldValue, timeOfDay } from '../model/times.js';
import { act } from '../server.js';

/** Shows the moved clock, the ways to move it, and the switch for the colours. */
export function showClock(model: Model): void {
  const { zone } = model.clock;
  const time = element('time', { class: 'clock-time' });
  const field = element('input', {
    attributes: { type: 'datetime-local', 'aria-label': '日期和时间', value: fieldValue(nowOf(model), zone) },
  });
  const menu = element('details', { class: 'clock' }, [
    element('summary', { attributes: { 'aria-label': '调时钟' } }, [time]),
    element('div', { class: 'clock-menu' }, [
      element('p', { text: '这个时钟是假的，你可以拨快它，看看到了时候会收到什么。' }),
      button({ text: '快进一小时', on: { click: () => void act({ kind: 'clock', to: 'hour' }) } }),
      element('label', {}, ['拨到', field]),
      button({ text: '就拨到这时', on: { click: () => moveTo(field.value, zone) } }),
    ]),
  ]);
  byId('strip').replaceChildren(menu, morningButton(model), themeButton());
  tick(model);
}

/** Brings the time on the strip up to date. */
export function tick(model: Model): void {
  const now = nowOf(model);
  const shown = document.querySelector('.clock-time');
  const text = `${dayName(now, model.clock.zone)} ${timeOfDay(now, model.clock.zone)}`;
  if (shown && shown.textContent !== text) shown.textContent = text;
}

function morningButton(model: Model): HTMLElement {
  const label = `拨到下一个早晨 ${model.clock.morning}`;
  return button(
    {
      class: 'morning',
      attributes: { 'aria-label': label, title: label },
      on: { click: () => void act({ kind: 'clock', to: 'morning' }) },
    },
    [element('span', { class: 'sun', text: '☀', attributes: { 'aria-hidden': 'true' } }), '下一个早晨'],
  );
}

function moveTo(value: string, zone: string): void {
  const instant = fieldInstant(value, zone);
  if (instant) void act({ kind: 'clock', to: instant.getTime() });
}

const themeKey = 'qubao-theme';

function themeButton(): HTMLElement {
  return button({
    class: 'theme',
    text: '◐',
    attributes: { 'aria-label': '换深浅色', title: '换深浅色' },
    on: { click: () => setTheme(isDark() ? 'light' : 'dark') },
  });
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function setTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(themeKey, theme);
}

/** Takes the colours that were chosen last time; the system's where none were. */
export function restoreTheme(): void {
  const chosen = localStorage.getItem(themeKey);
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen;
}
