import type { SearchAnswer } from '../archive/search.js';
import { messageOf } from '../problem.js';
import { keywordIn } from './keyword.js';
import { districtLabel, topicLabel } from './labels.js';
import { numberButtons, resultList } from './render/lists.js';
import type { Button, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { bold, fmt, join, type RichText } from './rich-text.js';
import { encodeRule } from './rule-codec.js';
import { nextSteps, styleOf } from './screens.js';
import { queryMark, queryOf, wordsOf } from './search-query.js';
import { readWish } from './written-wish.js';

/** Results on one page. */
export const resultsPerPage = 5;
const maxOffset = 1_000;
/** One page of search results, or what to try where there are none. */
export async function searchScreen(
  words: string,
  offset: number,
  request: Request,
  bot: Bot,
): Promise<Screen> {
  const query = queryOf(words);
  const from = Math.min(Math.max(0, offset), maxOffset);
  const answer = await searched(query, from, request, bot);
  if (answer === undefined)
    return { text: fmt(request.texts.searchFailed), buttons: nextSteps(request.texts) };
  if (answer.results.length > 0) return resultScreen(query, from, answer, request, bot);
  const wider = await widerQuery(query, request, bot);
  return nothingScreen(query, [...wider, ...answer.suggestions], answer.gist, request);
}

/** The query without its filters, where these are why nothing is found. */
async function widerQuery(query: string, request: Request, bot: Bot): Promise<readonly string[]> {
  const words = wordsOf(query);
  if (words === query || words === '') return [];
  const answer = await searched(words, 0, request, bot);
  return answer === undefined || answer.results.length === 0 ? [] : [words];
}

/** The first page of results; undefined where nothing is found. */
export async function foundScreen(words: string, request: Request, bot: Bot): Promise<Screen | undefined> {
  const query = queryOf(words);
  const answer = await searched(query, 0, request, bot);
  return answer === undefined || answer.results.length === 0
    ? undefined
    : resultScreen(query, 0, answer, request, bot);
}

async function searched(
  query: string,
  offset: number,
  { subscriber, now }: Request,
  { search, log }: Bot,
): Promise<SearchAnswer | undefined> {
  const ownDistricts = subscriber?.wish.rules.flatMap(({ district }) => district ?? []) ?? [];
  try {
    return await search.search(query, { offset, limit: resultsPerPage, ownDistricts, now });
  } catch (thrown) {
    log.error({ reason: messageOf(thrown) }, 'search failed');
    return undefined;
  }
}

function resultScreen(
  query: string,
  offset: number,
  answer: SearchAnswer,
  request: Request,
  bot: Bot,
): Screen {
  const { texts } = request;
  const { rows, menu } = numberButtons(
    answer.results.map(({ article }) => article),
    texts,
  );
  const filters = filtersLabel(answer, request, bot);
  const head: RichText[] = [
    bold(`${queryMark}${query}`),
    ...(filters === '' ? [] : [fmt(texts.filtered(filters))]),
    ...(offset === 0 ? [] : [fmt(texts.searchPage(offset + 1, offset + answer.results.length))]),
  ];
  const paging = [
    ...(offset > 0 ? [{ label: texts.previousPage, data: `s:${Math.max(0, offset - resultsPerPage)}` }] : []),
    ...(answer.hasMore ? [{ label: texts.nextPage, data: `s:${offset + resultsPerPage}` }] : []),
  ];
  return {
    text: join([join(head, '\n'), resultList(answer.results, styleOf(request, bot))], '\n\n'),
    buttons: [
      ...rows,
      paging,
      narrowing(answer, request, bot),
      followButton(followed(query, answer, bot), request),
    ].filter((row) => row.length > 0),
    menu,
  };
}

function filtersLabel({ filters }: SearchAnswer, { language }: Request, { city }: Bot): string {
  const dates =
    filters.from === undefined && filters.to === undefined
      ? []
      : [`${filters.from ?? ''} – ${filters.to ?? ''}`];
  return [
    ...filters.districts.map((name) => districtLabel(name, city, language)),
    ...filters.topics.map((id) => topicLabel(id, city, language)),
    ...dates,
  ].join(' · ');
}

/** Filters that would make these results fewer. */
function narrowing({ results, hasMore, filters }: SearchAnswer, request: Request, bot: Bot): Button[] {
  if (!hasMore) return [];
  const { texts, language } = request;
  const [district] = results.flatMap(({ article }) => article.districts);
  const [topic] = results.flatMap(({ article }) => article.topics);
  const offers: Button[] = [];
  if (filters.districts.length === 0 && district !== undefined) {
    const label = texts.only(districtLabel(district, bot.city, language));
    offers.push({ label, data: `s:0:${encodeRule({ district }, bot.directory)}` });
  }
  if (filters.topics.length === 0 && topic !== undefined)
    offers.push({ label: texts.only(topicLabel(topic, bot.city, language)), data: `s:0:t.${topic}` });
  if (filters.from === undefined) offers.push({ label: texts.onlyLastWeek, data: 's:0:week' });
  return offers;
}

function followButton(words: string | undefined, { texts, chatKind }: Request): Button[] {
  if (words === undefined || chatKind === 'channel') return [];
  return [{ label: texts.follow(words), data: `k:${words}` }];
}

/** What is followed: the words as typed, or, where they were understood otherwise (`xiaofang`, a slip, a question), what was found. */
function followed(query: string, { results: [best] }: SearchAnswer, { directory }: Bot): string | undefined {
  const typed = wordsOf(query);
  if (best === undefined || readWish(typed, directory).parts.some(({ keyword }) => keyword === undefined))
    return keywordIn(typed);
  const { headline } = best.article;
  if (typed.split(' ').every((word) => headline.toLowerCase().includes(word.toLowerCase())))
    return keywordIn(typed);
  const hits = best.headlineHits.map(({ offset, length }) => headline.slice(offset, offset + length));
  return keywordIn(hits.join(' ')) ?? keywordIn(typed);
}

/** @param gist what a question is about: of itself no story has all its words. */
function nothingScreen(
  query: string,
  suggestions: readonly string[],
  gist: string | undefined,
  request: Request,
): Screen {
  const { texts } = request;
  const shown = suggestions.map((words) => queryOf(words)).slice(0, 3);
  const lines = [
    bold(`${queryMark}${query}`),
    fmt(texts.searchNothing),
    ...(shown.length > 0 ? [fmt(texts.didYouMean)] : [fmt(texts.searchTips)]),
    ...shown.map((words, index) => fmt(`${index + 1}. ${words}`)),
  ];
  const offers = shown.map((words, index) => [{ label: `🔍 ${words}`, data: `sq:${index + 1}` }]);
  const follow = followButton(keywordIn(gist ?? wordsOf(query)), request);
  return {
    text: join(lines, '\n'),
    buttons: [...offers, ...(follow.length > 0 ? [follow] : []), ...nextSteps(texts)],
    menu: shown.map((_, index) => `sq:${index + 1}`),
  };
}
