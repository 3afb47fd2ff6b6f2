import { dayIn } from '../calendar/zone.js';
import type { City } from '../city/city.js';
import type { Subject } from '../city/directory.js';
import type { Language, Rule } from '../subscribers/wish.js';
import { districtLabel, ruleLabel, subjectButtonLabel, topicLabel } from './labels.js';
import { inRows } from './render/digest.js';
import type { ListStyle } from './render/lists.js';
import type { Button, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { encodeRule, isSameRule, ruleKey, ruleOf } from './rule-codec.js';
import type { Texts } from './texts/texts.js';

/** Buttons of districts or topics in a row; English names are twice as wide. */
export const subjectsInRow: Readonly<Record<Language, number>> = { zh: 3, en: 2 };

/** Which keyboard of subjects is shown. */
export type SubjectKind = 'district' | 'topic';

/** What lists and articles need to know of who asks. */
export function styleOf({ texts, language, now }: Request, { city, settings }: Bot): ListStyle {
  return { texts, language, city, today: dayIn(settings.timezone, now) };
}

/** All districts, or all topics, each a switch: ✓ where the chat is subscribed. */
export function subjectsScreen(
  kind: SubjectKind,
  rules: readonly Rule[],
  request: Request,
  bot: Bot,
): Screen {
  const { texts, language } = request;
  const { city, directory } = bot;
  const toggles = subjectsOf(kind, city).map((subject) => {
    const rule = ruleOf(subject);
    const isOn = rules.some((held) => isSameRule(held, rule));
    return {
      label: `${isOn ? '✓ ' : ''}${subjectButtonLabel(subject, city, language)}`,
      data: `t:${encodeRule(rule, directory)}`,
    };
  });
  const other: Button =
    kind === 'district'
      ? { label: texts.buttons.topics, data: 'ts:topic' }
      : { label: texts.buttons.districts, data: 'ts:district' };
  return {
    text: fmt(kind === 'district' ? texts.chooseDistricts : texts.chooseTopics),
    buttons: [
      ...inRows(toggles, subjectsInRow[language]),
      [other, { label: texts.buttons.done, data: 'ts:done' }],
    ],
  };
}

function subjectsOf(kind: SubjectKind, city: City): Subject[] {
  return kind === 'district'
    ? city.districts.map(({ name }) => ({ kind, name }))
    : city.topics.map(({ id }) => ({ kind, id }));
}

/** The chat's rules in words, `、` or commas between; what to say where there are none. */
export function rulesLabel(rules: readonly Rule[], city: City, language: Language, none: string): string {
  if (rules.length === 0) return none;
  return rules.map((rule) => ruleLabel(rule, city, language)).join(language === 'zh' ? '、' : ', ');
}

/** A button for each rule that takes it away, one a row, and one for all. */
export function removalButtons(
  rules: readonly Rule[],
  { texts, language }: Request,
  { city, directory }: Bot,
): Button[][] {
  const each = rules.map((rule) => [
    { label: `✕ ${ruleLabel(rule, city, language)}`, data: `u:${ruleKey(rule, directory)}` },
  ]);
  return rules.length > 1 ? [...each, [{ label: texts.unsubscribeAll, data: 'u:all' }]] : each;
}

/** Buttons that show the latest of subjects. */
export function latestButtons(subjects: readonly Subject[], request: Request, bot: Bot): Button[][] {
  return subjectButtons('ln', subjects, request, bot);
}

/** Buttons that subscribe to subjects. */
export function subscribeButtons(subjects: readonly Subject[], request: Request, bot: Bot): Button[][] {
  return subjectButtons('a', subjects, request, bot);
}

function subjectButtons(
  verb: string,
  subjects: readonly Subject[],
  { language }: Request,
  { city, directory }: Bot,
): Button[][] {
  const buttons = subjects.map((subject) => ({
    label: subjectButtonLabel(subject, city, language),
    data: `${verb}:${encodeRule(ruleOf(subject), directory)}`,
  }));
  return inRows(buttons, subjectsInRow[language]);
}

/** The next steps that are offered where there is nothing better: never a dead end. */
export function nextSteps({ buttons }: Texts): Button[][] {
  return [
    [
      { label: buttons.latest, data: 'go:latest' },
      { label: buttons.chooseDistrict, data: 'go:subscribe' },
      { label: buttons.help, data: 'go:help' },
    ],
  ];
}

/** Names of what a list is about. */
export function filterLabel(rule: Rule, city: City, language: Language): string {
  const { district, topic } = rule;
  const parts = [
    district !== undefined && districtLabel(district, city, language),
    topic !== undefined && topicLabel(topic, city, language),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
