import type { City } from '../../city/city.js';
import type { Digest, EmptyNote, Story, StoryGroup } from '../../digest/digest.js';
import type { Rule } from '../../subscribers/wish.js';
import { districtLabel, ruleLabel } from '../labels.js';
import { textsIn } from '../language.js';
import { bodyOf } from '../message-body.js';
import type { Button, Screen } from '../reply.js';
import { bold, fmt, folded, join, link, type RichText, strikethrough, tidy } from '../rich-text.js';
import type { Texts } from '../texts/texts.js';
import { dayLabel, dayWithWeekday } from './dates.js';

/** Ten stories of the longest kind, with all around them, stay under Telegram's 4,096 units. */
const maxHeadlineLength = 90;
const maxSummaryLength = 160;
const maxHeadingLength = 30;
const maxBecauseLength = 300;
const editionsShown = 3;
const buttonsInRow = 5;

/** How a digest is to be written. */
export interface DigestStyle {
  /** Username of the bot without `@`, for links that open it at a story. */
  readonly botName: string;
  /** Given, districts are called as readers of the digest's language call them. */
  readonly city?: City;
}

/** A digest as Telegram takes it: parameters of sendMessage but for the chat. */
export type RenderedMessage = { readonly text: string } & Readonly<Record<string, unknown>>;

/** Renders what delivery sends. Whatever a headline contains, the message is whole and within Telegram's limits. */
export function renderDigest(content: Digest | EmptyNote, style: DigestStyle): RenderedMessage {
  return bodyOf(content.kind === 'digest' ? digestScreen(content, style) : emptyNoteScreen(content));
}

/** What all parts of a digest's message need. */
interface Page extends DigestStyle {
  readonly digest: Digest;
  readonly texts: Texts;
}

/** A digest as a screen: title, stories by district, where they were printed, buttons to read them. */
export function digestScreen(digest: Digest, style: DigestStyle): Screen {
  const page = { ...style, digest, texts: textsIn(digest.language) };
  const groups = digest.groups.map((group) => {
    const stories = storiesOf(group, page);
    return hasOneGroup(page) ? stories : join([bold(`▍${nameOf(group, page)}`), stories], '\n');
  });
  const text = join([headOf(page), ...groups, footOf(page)], '\n\n');
  return { text, buttons: buttonsOf(page), menu: menuOf(digest) };
}

function hasOneGroup({ digest }: Page): boolean {
  return digest.groups.length === 1;
}

function headOf(page: Page): RichText {
  const { digest, texts } = page;
  const [only] = digest.groups;
  const name = only === undefined || !hasOneGroup(page) ? texts.digestTitle : nameOf(only, page);
  const title = `${name} · ${dayWithWeekday(digest.date, texts)}`;
  const { shown, more, minutes } = digest;
  const count = shown > 0 ? texts.todayStories(shown + more, shown, minutes) : texts.noneToday;
  const lines: RichText[] = isWarning(digest)
    ? [bold(`${texts.urgentTitle} · ${title}`)]
    : [bold(title), fmt(count)];
  return join(digest.isSample ? [fmt(texts.sampleDigest), ...lines] : lines, '\n');
}

/** One urgent story alone: its readers need no count. */
function isWarning({ groups, shown }: Digest): boolean {
  return shown === 1 && groups[0]?.stories[0]?.isUrgent === true;
}

function nameOf({ district }: StoryGroup, { texts, city, digest }: Page): string {
  if (district === null) return texts.wholeCity;
  const name = city === undefined ? district : districtLabel(district, city, digest.language);
  return tidy(name, maxHeadingLength);
}

function storiesOf({ stories }: StoryGroup, page: Page): RichText {
  const { digest, texts } = page;
  const order = digest.groups.flatMap((group) => group.stories);
  const told = stories.map((story) => {
    const number = digest.shown > 1 ? `${order.indexOf(story) + 1}. ` : '';
    const isMarked = story.isUrgent && !isWarning(digest);
    return storyText(story, `${number}${isMarked ? texts.urgentMark : ''}`, page);
  });
  return join(told, '\n\n');
}

/** The headline opens the story; one without a headline stands with its summary in bold. */
function storyText(story: Story, prefix: string, { texts, botName }: Page): RichText {
  const headline = tidy(story.headline, maxHeadlineLength);
  const summary = tidy(story.summary, maxSummaryLength);
  const title = `${prefix}${headline || summary || '…'}`;
  if (story.isWithdrawn === true) return join([strikethrough(title), texts.withdrawn], '\n');
  const linked = link(bold(title), storyUrl(story.id, botName));
  return headline === '' || summary === '' ? fmt([linked]) : join([linked, summary], '\n');
}

/** Opens the bot at a story. */
export function storyUrl(id: string, botName: string): string {
  return `https://t.me/${botName}?start=a_${encodeURIComponent(id)}`;
}

function footOf(page: Page): RichText {
  const { digest, texts } = page;
  // The day alone stands in the title already.
  const editions = digest.editions.filter(({ paper, page }) => paper !== '' || page !== '');
  const shown = editions
    .slice(0, editionsShown)
    .map(({ paper, date, page }) =>
      texts.edition(tidy(paper, maxHeadingLength), dayLabel(date, texts), tidy(page, maxHeadingLength)),
    );
  const rest = editions.length - shown.length;
  const source = [...shown, ...(rest > 0 ? [texts.moreEditions(editions.length)] : [])].join(' · ');
  const rules = digest.because.map((rule) => wordsOf(rule, page));
  const because = tidy(rules.join(digest.language === 'zh' ? '、' : ', '), maxBecauseLength);
  const lines = [
    digest.older > 0 ? fmt(texts.olderStories(digest.older)) : undefined,
    source === '' ? undefined : fmt(source),
    because === '' ? undefined : folded(texts.because(because)),
  ];
  return join(
    lines.filter((line) => line !== undefined),
    '\n',
  );
}

function wordsOf(rule: Rule, { city, digest }: Page): string {
  if (city !== undefined) return ruleLabel(rule, city, digest.language);
  return [rule.district, rule.topic, rule.keyword].filter((part) => part !== undefined).join(' · ');
}

function buttonsOf({ digest, texts }: Page): Button[][] {
  const menu = menuOf(digest);
  const numbers = menu.map((data, index) => ({
    label: menu.length === 1 ? texts.readOne : String(index + 1),
    data,
  }));
  const rest = digest.more + digest.older;
  const more = { label: texts.moreStories(rest), data: `m:${digest.after}:${digest.upTo}:0` };
  const settings = { label: texts.buttons.settings, data: 'go:settings' };
  const thumbs = (['up', 'down'] as const).map((thumb) => ({
    label: thumb === 'up' ? '👍' : '👎',
    data: `v:${thumb}:${digest.date}`,
  }));
  const onward = rest > 0 ? [more] : [];
  if (numbers.length === 1)
    return [
      [...numbers, ...onward],
      [settings, ...thumbs],
    ];
  return [...inRows(numbers, buttonsInRow), [...onward, settings, ...thumbs]];
}

/** Buttons in rows of nearly equal length, at most `width` in each. */
export function inRows<T>(buttons: readonly T[], width: number): T[][] {
  const rows = Math.ceil(buttons.length / width);
  const edge = (row: number) => Math.ceil((row * buttons.length) / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => buttons.slice(edge(row), edge(row + 1)));
}

function menuOf(digest: Digest): string[] {
  return digest.groups.flatMap(({ stories }) => stories.map(({ number }) => `r:${number}`));
}

function emptyNoteScreen({ date, language }: EmptyNote): Screen {
  const texts = textsIn(language);
  const { latest, settings } = texts.buttons;
  return {
    text: fmt(texts.emptyNote(dayLabel(date, texts))),
    buttons: [
      [
        { label: latest, data: 'go:latest' },
        { label: settings, data: 'go:settings' },
      ],
    ],
  };
}
