import { isPaused } from '../subscribers/slot-plan.js';
import { type Days, type Wish, weekdays } from '../subscribers/wish.js';
import { untilLabel } from './render/dates.js';
import { inRows } from './render/digest.js';
import type { Button, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { bold, fmt, join, tidy } from './rich-text.js';
import { rulesLabel } from './screens.js';
import type { Texts } from './texts/texts.js';

/** Times that are offered; any other can be typed. */
const offeredTimes = [
  '06:00',
  '06:30',
  '07:00',
  '07:30',
  '08:00',
  '08:30',
  '09:00',
  '12:00',
  '17:30',
  '18:30',
  '20:00',
  '21:30',
];
const shownWords = 20;

/** All settings at a glance, with a way to each. */
export function settingsScreen(wish: Wish, request: Request, bot: Bot): Screen {
  const { texts, now, language } = request;
  const { settingsLines: lines, settingsButtons: buttons } = texts;
  const { timezone, defaultTime } = bot.settings;
  const paused = isPaused(wish, now) ? wish.pausedUntil : null;
  const times = (wish.times.length > 0 ? wish.times : [defaultTime]).join(' ');
  const shown = [
    lines.rules(rulesLabel(wish.rules, bot.city, language, texts.noRules)),
    lines.times(times, daysLabel(wish.days, texts)),
    ...(paused === null ? [] : [lines.paused(untilLabel(paused, timezone, texts))]),
    lines.language,
    ...(wish.mute.length === 0 ? [] : [lines.mute(wish.mute.slice(0, shownWords).join(' '))]),
  ];
  return {
    text: join([bold(texts.settingsTitle), ...shown.map((line) => fmt(tidy(line, 1_500)))], '\n'),
    buttons: [
      [set(buttons.rules, 'rules'), set(buttons.mute, 'mute')],
      [set(buttons.times, 'times'), set(buttons.days, 'days')],
      [
        set(buttons.language, 'language'),
        paused === null
          ? { label: buttons.pause, data: 'go:pause' }
          : { label: buttons.resume, data: 'go:resume' },
      ],
      [set(buttons.emptyNote(wish.wantsEmptyNote), 'note')],
      [set(buttons.nightWarnings(wish.wantsNightWarnings), 'night')],
      [{ label: buttons.data, data: 'go:privacy' }],
    ],
  };
}

function set(label: string, what: string): Button {
  return { label, data: `set:${what}` };
}

function back({ buttons }: Texts): Button[] {
  return [set(buttons.back, 'all')];
}

/** `每天`, `工作日`, `周一 周三`. */
export function daysLabel(days: Days, texts: Texts): string {
  if (typeof days === 'string') return texts.days[days];
  return weekdays
    .flatMap((day, index) => (days.includes(day) ? [texts.dayNames[index] ?? day] : []))
    .join(' ');
}

/** Times of day, each a switch; own times stand among the offered ones. */
export function timesScreen(wish: Wish, { texts }: Request, { settings }: Bot): Screen {
  const chosen = wish.times.length > 0 ? wish.times : [settings.defaultTime];
  const all = [...new Set([...offeredTimes, ...chosen])].sort();
  const toggles = all.map((time) =>
    set(`${chosen.includes(time) ? '✓ ' : ''}${time}`, `time.${time.replace(':', '')}`),
  );
  return {
    text: join([bold(texts.timesTitle), fmt(texts.timesHint)], '\n'),
    buttons: [...inRows(toggles, 4), back(texts)],
  };
}

/** Daily, weekdays, Saturdays, or single days as switches. */
export function daysScreen(wish: Wish, { texts }: Request): Screen {
  const { days } = wish;
  const whole = (['daily', 'weekdays', 'weekly'] as const).map((name) =>
    set(`${days === name ? '✓ ' : ''}${texts.days[name]}`, `span.${name}`),
  );
  const single = weekdays.map((day, index) => {
    const isOn = typeof days !== 'string' && days.includes(day);
    return set(`${isOn ? '✓ ' : ''}${texts.dayNames[index] ?? day}`, `day.${day}`);
  });
  return { text: bold(texts.daysTitle), buttons: [whole, ...inRows(single, 4), back(texts)] };
}

/** Muted words, each a button that removes it. */
export function muteScreen(wish: Wish, { texts }: Request): Screen {
  const words = wish.mute
    .slice(0, shownWords)
    .map((word, index) => set(`✕ ${tidy(word, 20)}`, `unmute.${index}.${fingerprint(word)}`));
  return {
    text: fmt(words.length === 0 ? texts.muteNone : texts.muteTitle),
    buttons: [...inRows(words, 3), [set(texts.muteAdd, 'addmute')], back(texts)],
  };
}

/** Tells whether the word at an index is still the one that the button was made for. */
export function fingerprint(word: string): string {
  let sum = 0;
  for (const character of word) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 46_656;
  return sum.toString(36);
}
