import type { ArchivedArticle } from '../../archive/archive.js';
import type { City } from '../../city/city.js';
import type { Language } from '../../subscribers/wish.js';
import { districtLabel, topicLabel } from '../labels.js';
import type { Button, Screen } from '../reply.js';
import { bold, fmt, join, type RichText, tidy } from '../rich-text.js';
import type { Texts } from '../texts/texts.js';
import { type Piece, pagesOf } from './article-pages.js';
import { dayLabel } from './dates.js';
import { storyUrl } from './digest.js';

const maxTitleLength = 300;
const maxNamesLength = 120;
const maxPieceLength = 2_000;

/** How an article is shown. */
export interface ArticleStyle {
  readonly texts: Texts;
  readonly language: Language;
  readonly city: City;
  /** The day that it is: a date of another year is written with its year. */
  readonly today: string;
  /** Username of the bot without `@`, for the link that is shared. */
  readonly botName: string;
  /** A district of the story that the reader might subscribe to, with its callback data. */
  readonly offer?: Button;
}

/** One page of an article, from 1; a page that is not there is the nearest one. */
export function articleScreen(article: ArchivedArticle, page: number, style: ArticleStyle): Screen {
  const pages = pagesOf(article);
  const shown = Math.min(Math.max(1, page), pages.length);
  const pieces = (pages[shown - 1] ?? []).map(pieceText);
  const parts = [
    ...(shown === 1 ? [headOf(article, style)] : [bold(titleOf(article))]),
    ...pieces,
    ...(shown === pages.length ? [footOf(article, style)] : []),
  ];
  return {
    text: join(
      parts.filter(({ text }) => text !== ''),
      '\n\n',
    ),
    buttons: buttonsOf(article, shown, pages.length, style),
  };
}

function titleOf({ headline, summary }: ArchivedArticle): string {
  return tidy(headline || summary || '…', maxTitleLength);
}

function headOf(article: ArchivedArticle, { texts, language, city, today }: ArticleStyle): RichText {
  const where = article.districts.map((name) => districtLabel(name, city, language));
  const about = article.topics.map((id) => topicLabel(id, city, language));
  const facts = [dayLabel(article.date, texts, today), ...where.slice(0, 3), ...about.slice(0, 3)].join(
    ' · ',
  );
  const lines = [
    article.sample ? fmt(texts.sampleDigest) : undefined,
    article.isWithdrawn ? fmt(texts.withdrawn) : undefined,
    article.kicker === '' ? undefined : fmt(tidy(article.kicker, maxTitleLength)),
    bold(titleOf(article)),
    article.subheadline === '' ? undefined : fmt(tidy(article.subheadline, maxTitleLength)),
    fmt(facts),
  ];
  return join(
    lines.filter((line) => line !== undefined),
    '\n',
  );
}

function pieceText({ kind, text }: Piece): RichText {
  const line = tidy(text, maxPieceLength);
  if (line === '') return fmt('');
  return kind === 'heading' ? bold(line) : fmt(line);
}

function footOf(
  { reporters, correspondents, paper, date, page, agency }: ArchivedArticle,
  { texts }: ArticleStyle,
): RichText {
  const people = [
    reporters.length > 0 && texts.byReporters(tidy(reporters.join(' '), maxNamesLength)),
    correspondents.length > 0 && texts.byCorrespondents(tidy(correspondents.join(' '), maxNamesLength)),
    agency !== '' && tidy(agency, maxNamesLength),
  ].filter((line) => line !== false);
  const source = texts.edition(
    tidy(paper, maxNamesLength),
    dayLabel(date, texts),
    tidy(page, maxNamesLength),
  );
  return fmt([people.join(' '), source].filter((line) => line !== '').join('\n'));
}

function buttonsOf(
  article: ArchivedArticle,
  page: number,
  pages: number,
  { texts, offer, botName }: ArticleStyle,
): Button[][] {
  const turn = (to: number) => `p:${article.number}:${to}`;
  const paging: Button[] = [
    ...(page > 1 ? [{ label: texts.previousPage, data: turn(page - 1) }] : []),
    ...(page < pages
      ? [{ label: `${texts.nextPage} ${texts.page(page, pages)}`, data: turn(page + 1) }]
      : []),
  ];
  const share = { label: texts.share, url: shareUrl(article, botName) };
  const rows: Button[][] = [paging, offer === undefined ? [share] : [offer, share]];
  return rows.filter((row) => row.length > 0);
}

/** Telegram's own page for sharing: works in every app, also where the bot's inline mode is off. */
function shareUrl({ id, headline, summary }: ArchivedArticle, botName: string): string {
  const text = encodeURIComponent(tidy(headline || summary, 60));
  return `https://t.me/share/url?url=${encodeURIComponent(storyUrl(id, botName))}&text=${text}`;
}
