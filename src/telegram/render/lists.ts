import type { ArchivedArticle } from '../../archive/archive.js';
import type { Hit, SearchResult } from '../../archive/search.js';
import type { City } from '../../city/city.js';
import type { Language } from '../../subscribers/wish.js';
import { districtLabel } from '../labels.js';
import type { Button } from '../reply.js';
import { bold, fmt, join, type RichText, tidy } from '../rich-text.js';
import type { Texts } from '../texts/texts.js';
import { dayLabel } from './dates.js';
import { inRows } from './digest.js';

const maxHeadlineLength = 120;
const maxSummaryLength = 120;
const maxHits = 4;
const buttonsInRow = 5;

/** How a list is shown. */
export interface ListStyle {
  readonly texts: Texts;
  readonly language: Language;
  readonly city: City;
  readonly today: string;
}

/** Articles one below the other, numbered from 1 on every page. */
export function articleList(articles: readonly ArchivedArticle[], style: ListStyle): RichText {
  return join(
    articles.map((article, index) => {
      const title = bold(tidy(article.headline || article.summary || '…', maxHeadlineLength));
      const summary = article.headline === '' ? '' : tidy(article.summary, maxSummaryLength);
      return item(index, title, article, fmt(summary), style);
    }),
    '\n\n',
  );
}

/** Search results: hits in bold, the sentence around them below. */
export function resultList(results: readonly SearchResult[], style: ListStyle): RichText {
  return join(
    results.map(({ article, headlineHits, excerpt }, index) => {
      const headline = article.headline || article.summary || '…';
      const title = withHits(headline, article.headline === '' ? [] : headlineHits);
      const below =
        excerpt === undefined
          ? fmt(tidy(article.summary, maxSummaryLength))
          : withHits(excerpt.text, excerpt.hits);
      return item(index, title, article, below, style);
    }),
    '\n\n',
  );
}

function item(
  index: number,
  title: RichText,
  article: ArchivedArticle,
  below: RichText,
  { texts, language, city, today }: ListStyle,
): RichText {
  const place = article.districts[0];
  const facts = [
    dayLabel(article.date, texts, today),
    ...(place === undefined ? [] : [districtLabel(place, city, language)]),
  ].join(' · ');
  const mark = article.sample ? texts.sampleMark : '';
  const lines = [
    fmt([`${index + 1}. ${mark}`, ''], title),
    ...(below.text === '' ? [] : [below]),
    fmt(facts),
  ];
  return join(lines, '\n');
}

/** The text with its hits in bold; hits that lie outside, overlap or cut a character are left out. */
export function withHits(text: string, hits: readonly Hit[]): RichText {
  const parts: RichText[] = [];
  let position = 0;
  for (const { offset, length } of hits.slice(0, maxHits)) {
    const end = offset + length;
    if (offset < position || length < 1 || end > text.length || cutsCharacter(text, offset, end)) continue;
    parts.push(fmt(tidyPart(text.slice(position, offset))), bold(tidyPart(text.slice(offset, end))));
    position = end;
  }
  return join([...parts, fmt(tidyPart(text.slice(position)))], '');
}

function cutsCharacter(text: string, start: number, end: number): boolean {
  const isLow = (index: number) => /[\udc00-\udfff]/.test(text.charAt(index));
  return isLow(start) || isLow(end);
}

/** A part of a line: cleaned, but its spaces at both ends stay. */
function tidyPart(text: string): string {
  const line = tidy(text, maxHeadlineLength);
  if (line === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${line}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Number buttons that open the articles of a list, one by a word, and the callback data behind them. */
export function numberButtons(
  articles: readonly ArchivedArticle[],
  { readOne }: Pick<Texts, 'readOne'>,
): {
  readonly rows: Button[][];
  readonly menu: string[];
} {
  const menu = articles.map(({ number }) => `r:${number}`);
  const buttons = menu.map((data, index) => ({
    label: menu.length === 1 ? readOne : String(index + 1),
    data,
  }));
  return { rows: inRows(buttons, buttonsInRow), menu };
}
