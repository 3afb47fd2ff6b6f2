import type { ArchivedArticle } from '../archive/archive.js';
import { dayIn } from '../calendar/zone.js';
import type { Incoming } from './incoming.js';
import { languageOf, textsIn } from './language.js';
import { keyboardOf } from './message-body.js';
import { dayLabel } from './render/dates.js';
import { storyUrl } from './render/digest.js';
import type { Bot } from './request.js';
import { bold, finish, fmt, join, tidy } from './rich-text.js';
import { queryOf } from './search-query.js';
import type { Texts } from './texts/texts.js';

/** Results a page, of Telegram's 50; more come when the reader scrolls. */
const perPage = 20;
/** Telegram asks for no more than a person can scroll through. */
const maxOffset = 1_000;
const cacheTimeS = 60;

/** Answers `@bot words` in any chat; without words, the latest of the person's own districts. */
export async function answerInline(
  { queryId, query, offset, person }: Extract<Incoming, { kind: 'inline' }>,
  bot: Bot,
): Promise<void> {
  const subscriber = await bot.subscribers.get({ chat: person.id, thread: null });
  const language = subscriber?.wish.language ?? languageOf(person.languageCode);
  const texts = textsIn(language);
  const from = /^\d{1,4}$/.test(offset) ? Math.min(Number(offset), maxOffset) : 0;
  const own = subscriber?.wish.rules.flatMap(({ district }) => district ?? []) ?? [];
  const { articles, hasMore } = await find(queryOf(query), from, own, bot);
  const results = articles.map((article) => resultOf(article, texts, bot));
  await bot.api.call('answerInlineQuery', {
    inline_query_id: queryId,
    results,
    cache_time: cacheTimeS,
    is_personal: own.length > 0 || language !== 'zh',
    ...(hasMore && { next_offset: String(from + perPage) }),
    button: {
      text: results.length === 0 && from === 0 ? texts.inlineNothing : texts.inlineButton,
      start_parameter: 'inline',
    },
  });
}

async function find(
  query: string,
  offset: number,
  own: readonly string[],
  bot: Bot,
): Promise<{ readonly articles: readonly ArchivedArticle[]; readonly hasMore: boolean }> {
  const now = bot.clock.now();
  if (query === '') {
    return bot.archive.latest(own.length > 0 ? { districts: own } : {}, { offset, limit: perPage, now });
  }
  const { results, hasMore } = await bot.search.search(query, {
    offset,
    limit: perPage,
    ownDistricts: own,
    now,
  });
  return { articles: results.map(({ article }) => article), hasMore };
}

function resultOf(article: ArchivedArticle, texts: Texts, { name, clock, settings }: Bot): object {
  const title = tidy(article.headline || article.summary || '…', 120);
  const summary = tidy(article.summary, 200);
  const today = dayIn(settings.timezone, clock.now());
  const facts = [dayLabel(article.date, texts, today), ...article.districts.slice(0, 2)].join(' · ');
  const lines = [
    ...(article.sample ? [fmt(texts.sampleDigest)] : []),
    bold(title),
    ...(article.headline === '' || summary === '' ? [] : [fmt(summary)]),
    fmt([article.paper === '' ? facts : `《${tidy(article.paper, 30)}》${facts}`]),
  ];
  const { text, entities } = finish(join(lines, '\n'));
  return {
    type: 'article',
    id: article.id,
    title: article.sample ? `${texts.sampleMark}${title}` : title,
    description: `${facts}\n${summary}`,
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
    reply_markup: {
      inline_keyboard: keyboardOf([[{ label: texts.openInBot, url: storyUrl(article.id, name) }]]),
    },
  };
}
