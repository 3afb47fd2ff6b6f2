import type { Digest, EmptyNote, Story, StoryGroup } from '../../digest/digest.js';
import { textsIn } from '../language.js';
import { bodyOf } from '../message-body.js';
import type { Button, Screen } from '../reply.js';
import { bold, fmt, folded, join, link, type RichText, tidy } from '../rich-text.js';
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
}

/** A digest as Telegram takes it: parameters of sendMessage but for the chat. */
export type RenderedMessage = { readonly text: string } & Readonly<Record<string, unknown>>;

/** Renders what delivery sends. Whatever a headline contains, the message is whole and within Telegram's limits. */
export function renderDigest(content: Digest | EmptyNote, style: DigestStyle): RenderedMessage {
  return bodyOf(content.kind === 'digest' ? digestScreen(content, style) : emptyNoteScreen(content));
}

/** A digest as a screen: title, stories by district, where they were printed, buttons to read them. */
export function digestScreen(digest: Digest, { botName }: DigestStyle): Screen {
  const texts = textsIn(digest.language);
  const number = storyNumbers(digest);
  const [only] = digest.groups;
  const isOneGroup = digest.groups.length === 1;
  const groups = digest.groups.map((group) => {
    const stories = storiesOf(group, number, botName, digest, texts);
    return isOneGroup ? stories : join([groupHeading(group, texts), stories], '\n');
  });
  const body = [headOf(digest, isOneGroup ? only : undefined, texts), ...groups, footOf(digest, texts)];
  return { text: join(body, '\n\n'), buttons: buttonsOf(digest, texts), menu: menuOf(digest) };
}

function headOf(digest: Digest, only: StoryGroup | undefined, texts: Texts): RichText {
  const name = only === undefined ? texts.digestTitle : nameOf(only, texts);
  const lines: RichText[] = [
    bold(`${name} · ${dayWithWeekday(digest.date, texts)}`),
    fmt(texts.todayStories(digest.shown, digest.minutes)),
  ];
  return join(digest.isSample ? [fmt(texts.sampleDigest), ...lines] : lines, '\n');
}

function nameOf({ district }: StoryGroup, texts: Texts): string {
  return district === null ? texts.wholeCity : tidy(district, maxHeadingLength);
}

function groupHeading(group: StoryGroup, texts: Texts): RichText {
  return bold(`▍${nameOf(group, texts)}`);
}

function storiesOf(
  { stories }: StoryGroup,
  numberOf: (story: Story) => number,
  botName: string,
  digest: Digest,
  texts: Texts,
): RichText {
  const told = stories.map((story) => {
    const number = digest.shown > 1 ? `${numberOf(story)}. ` : '';
    return storyText(story, `${number}${story.isUrgent ? texts.urgentMark : ''}`, botName);
  });
  return join(told, '\n\n');
}

/** The headline opens the story; one without a headline stands with its summary in bold. */
function storyText(story: Story, prefix: string, botName: string): RichText {
  const headline = tidy(story.headline, maxHeadlineLength);
  const summary = tidy(story.summary, maxSummaryLength);
  const title = link(bold(`${prefix}${headline || summary || '…'}`), storyUrl(story.id, botName));
  return headline === '' || summary === '' ? fmt([title]) : join([title, summary], '\n');
}

/** Opens the bot at a story. */
export function storyUrl(id: string, botName: string): string {
  return `https://t.me/${botName}?start=a_${encodeURIComponent(id)}`;
}

function footOf(digest: Digest, texts: Texts): RichText {
  const shown = digest.editions
    .slice(0, editionsShown)
    .map(({ paper, date, page }) =>
      texts.edition(tidy(paper, maxHeadingLength), dayLabel(date, texts), tidy(page, maxHeadingLength)),
    );
  const rest = digest.editions.length - shown.length;
  const source = [...shown, ...(rest > 0 ? [texts.moreEditions(digest.editions.length)] : [])].join(' · ');
  const because = tidy(digest.because.join('、'), maxBecauseLength);
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

function buttonsOf(digest: Digest, texts: Texts): Button[][] {
  const menu = menuOf(digest);
  const numbers = menu.map((data, index) => ({
    label: menu.length === 1 ? texts.readOne : String(index + 1),
    data,
  }));
  const rest = digest.more + digest.older;
  const more = { label: texts.moreStories(rest), data: `m:${digest.after}:${digest.upTo}:${digest.shown}` };
  const settings = { label: texts.buttons.settings, data: 'go:settings' };
  const foot = rest > 0 ? [more, settings] : [settings];
  return numbers.length === 1 ? [[...numbers, ...foot]] : [...inRows(numbers, buttonsInRow), foot];
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

function storyNumbers(digest: Digest): (story: Story) => number {
  const order = digest.groups.flatMap(({ stories }) => stories);
  return (story) => order.indexOf(story) + 1;
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
