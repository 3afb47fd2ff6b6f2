import type { TrueStory } from './page-generator.js';
import { headers, picture } from './page-trimmings.js';
import type { Random } from './random.js';

/** How a parser, and a paper, write a page. */
export interface PageStyle {
  readonly tool:
    | 'mineru'
    | 'paddle'
    | 'marker'
    | 'olmocr'
    | 'plain-wrapped'
    | 'plain-indented'
    | 'plain-spaced'
    | 'plain-lines';
  readonly brackets: 'half' | 'full';
  readonly headBylines: number;
  readonly ownLineBylines: boolean;
  readonly hasBriefs: boolean;
  readonly hasSections: boolean;
  readonly cuts: number;
  readonly pictures: number;
  readonly joiner: ' ' | '、';
  readonly sectionMark: 'heading' | 'bold' | 'plain';
  readonly bullet: string;
  readonly width: number;
}

/** Draws a style. */
export function stylesOf(random: Random): PageStyle {
  return {
    tool: random.pick([
      'mineru',
      'mineru',
      'paddle',
      'marker',
      'olmocr',
      'plain-wrapped',
      'plain-indented',
      'plain-spaced',
      'plain-lines',
    ] as const),
    brackets: random.pick(['half', 'full'] as const),
    headBylines: random.pick([1, 1, 1, 0.6, 0.1]),
    ownLineBylines: random.chance(0.25),
    hasBriefs: random.chance(0.25),
    hasSections: random.chance(0.6),
    cuts: random.pick([0, 0.2, 0.4]),
    pictures: random.pick([0, 0.2, 0.4]),
    joiner: random.pick([' ', ' ', ' ', '、'] as const),
    sectionMark: random.pick(['heading', 'heading', 'bold', 'plain'] as const),
    bullet: random.pick(['●', '▲', '■', '◆']),
    width: random.integer(16, 34),
  };
}

/** Leaves no markup. */
export const isPlain = ({ tool }: PageStyle) => tool.startsWith('plain');

function bracket(text: string, style: PageStyle): string {
  return style.brackets === 'full' ? `（${text}）` : `(${text})`;
}

function roles(story: TrueStory, style: PageStyle, random: Random): string {
  const gap = random.chance(0.85) ? ' ' : '';
  const word = random.pick(['记者', '记者', '记者', '郑报全媒体记者', '首席记者']);
  const parts = [
    story.reporters.length > 0 ? `${word}${gap}${story.reporters.join(style.joiner)}` : '',
    story.correspondents.length > 0 ? `通讯员${gap}${story.correspondents.join(style.joiner)}` : '',
  ].filter((part) => part !== '');
  return parts.join(' ') + (random.chance(0.1) ? ' 文/图' : '');
}

/** Byline in the line, at the end, or a line of its own: `[before the text, first paragraph, last paragraph, after the text]`. */
function withByline(
  story: TrueStory,
  style: PageStyle,
  random: Random,
): { before: string; head: string; tail: string; after: string } {
  const none = { before: '', head: '', tail: '', after: '' };
  const hasPeople = story.reporters.length + story.correspondents.length > 0;
  const who = hasPeople ? roles(story, style, random) : '';
  switch (story.bylineAt) {
    case 'none':
      return none;
    case 'line': {
      const dispatch = random.pick(['本报讯', '本报讯', '本报讯', '本报讯 ', '本报8月27日讯', '大河网讯']);
      return {
        ...none,
        head: hasPeople
          ? dispatch + bracket(who, style)
          : `${dispatch.trim()}${random.pick([' ', '　　', '  '])}`,
      };
    }
    case 'own':
      return hasPeople
        ? { ...none, before: random.pick(['', '□', '■']) + (who.startsWith('记者') ? '本报' : '') + who }
        : none;
    case 'end':
      return hasPeople ? { ...none, tail: bracket(who, style) } : none;
    case 'end-names':
      return hasPeople ? { ...none, tail: bracket(story.reporters.join(' '), style) } : none;
    case 'end-own':
      return hasPeople
        ? {
            ...none,
            after:
              who.startsWith('首席') || who.startsWith('郑报') || who.startsWith('通') ? who : `本报${who}`,
          }
        : none;
  }
}

/** Cuts a paragraph in two where a column or picture would: anywhere inside, not at a sentence's end. */
function cut(paragraph: string, style: PageStyle, random: Random): readonly string[] {
  if (!random.chance(style.cuts) || paragraph.length < 50) return [paragraph];
  for (let tries = 0; tries < 5; tries += 1) {
    const at = random.integer(16, paragraph.length - 16);
    if (
      !/[。！？”：；\s]/u.test(paragraph[at - 1] ?? '') &&
      !/[\s，。、；：！？”）]/u.test(paragraph[at] ?? '')
    )
      return [paragraph.slice(0, at), paragraph.slice(at)];
  }
  return [paragraph];
}

function titleLines(story: TrueStory, style: PageStyle, random: Random, level: number): readonly string[] {
  const kickerInLine = story.kicker !== '' && random.chance(0.7);
  const headline = kickerInLine
    ? `${story.kicker}：${random.pick(['', ' '])}${story.headline}`
    : story.headline;
  const kicker = kickerInLine ? '' : story.kicker === '' ? '' : `□${story.kicker}`;
  const sub = story.subheadline === '' ? '' : `——${story.subheadline}`;
  if (headline === '') return [];
  if (isPlain(style)) return [kicker, headline, sub].filter((line) => line !== '');
  const marks = '#'.repeat(level);
  const form =
    style.tool === 'marker' && random.chance(0.5)
      ? `${marks} **${headline}**`
      : style.tool === 'olmocr' && random.chance(0.4)
        ? `**${headline}**`
        : style.tool === 'paddle' && random.chance(0.2)
          ? `<h2>${headline}</h2>`
          : `${marks} ${headline}`;
  return [
    kicker === '' ? '' : random.chance(0.5) ? `${marks} ${kicker}` : kicker,
    form,
    sub === '' ? '' : random.chance(0.5) ? `${marks} ${sub}` : sub,
  ].filter((line) => line !== '');
}

function sectionLine(heading: string, style: PageStyle, level: number): string {
  if (isPlain(style) || style.sectionMark === 'plain') return heading;
  return style.sectionMark === 'bold' ? `**${heading}**` : `${'#'.repeat(level)} ${heading}`;
}

function wrap(text: string, style: PageStyle): readonly string[] {
  const indented = style.tool === 'plain-spaced' || style.tool === 'plain-lines' ? text : `　　${text}`;
  if (style.tool !== 'plain-wrapped' && style.tool !== 'plain-lines') return [indented];
  const lines: string[] = [];
  for (let at = 0; at < indented.length; at += style.width) lines.push(indented.slice(at, at + style.width));
  return lines;
}

function renderStory(story: TrueStory, style: PageStyle, random: Random): readonly string[] {
  const level = random.integer(1, 3);
  const { before, head, tail, after } = withByline(story, style, random);
  const lines: string[] = [];
  const last = story.paragraphs.length - 1;
  const pictureAt = random.chance(style.pictures) && !story.isBrief ? random.integer(0, last) : -1;
  const lead =
    story.isBrief && story.headline !== '' && !isPlain(style)
      ? `**${story.headline}** `
      : story.isBrief && story.headline !== ''
        ? `${story.headline} `
        : '';
  if (!story.isBrief) lines.push(...titleLines(story, style, random, level));
  if (before !== '') lines.push(before);
  story.paragraphs.forEach((paragraph, at) => {
    const section = story.sections.find(({ before: index }) => index === at);
    if (section !== undefined)
      lines.push(sectionLine(section.heading, style, Math.min(6, level + random.integer(0, 1))));
    const [first = '', ...pieces] = cut(paragraph, style, random);
    const opening = at === 0 ? (story.isBrief ? style.bullet : '') + lead + head : '';
    const whole = [opening + first, ...pieces];
    const end = at === last ? tail : '';
    whole.forEach((piece, index) => {
      const text = piece + (index === whole.length - 1 ? end : '');
      if (index === 0) lines.push(...(isPlain(style) ? wrap(text, style) : [text]));
      else {
        if (pictureAt === at) lines.push(...picture(style, random));
        lines.push(
          ...(isPlain(style) ? wrap(text, style).map((line) => line.replace(/^　　/u, '')) : [text]),
        );
      }
    });
    if (pictureAt === at && whole.length === 1) lines.push(...picture(style, random));
  });
  if (after !== '') lines.push(after);
  return lines;
}

/** Writes the page as the style's tool would have left it. */
export function renderPage(stories: readonly TrueStory[], style: PageStyle, random: Random): string {
  const lines: string[] = random.shuffle(headers).slice(0, random.integer(0, 3));
  if (random.chance(0.3)) lines.push('敢担当 善作为 开新局');
  const firstBrief = stories.findIndex(({ isBrief }) => isBrief);
  stories.forEach((story, at) => {
    if (at === firstBrief) lines.push(isPlain(style) ? '县区简讯' : '## 县区简讯');
    lines.push(...renderStory(story, style, random));
  });
  lines.push(...random.shuffle(headers).slice(0, random.integer(0, 2)));
  const gap = style.tool === 'plain-wrapped' || style.tool === 'plain-indented' ? '\n' : '\n\n';
  const front =
    style.tool === 'olmocr'
      ? '---\nprimary_language: zh\nis_rotation_valid: True\nrotation_correction: 0\nis_table: False\nis_diagram: False\n---\n'
      : '';
  return front + lines.join(gap);
}
