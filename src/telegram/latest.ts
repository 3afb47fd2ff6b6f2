import type { LatestFilter } from '../archive/archive.js';
import type { Rule } from '../subscribers/wish.js';
import { articleList, numberButtons } from './render/lists.js';
import type { Button, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { bold, fmt, join } from './rich-text.js';
import { encodeRule } from './rule-codec.js';
import { filterLabel, latestButtons, nextSteps, styleOf } from './screens.js';

/** Articles of `/latest` without a number. */
export const defaultCount = 5;
/** Articles on one page at most: the buttons fit in two rows, the text in a message. */
export const maxCount = 10;
/** Pages may be turned so far back. */
const maxOffset = 10_000;

/** What a list of the latest shows. */
export interface LatestQuery {
  /** A district, a topic, or both; empty: everything. */
  readonly rule: Rule;
  readonly offset: number;
  readonly count: number;
}

/** One page of the latest articles. */
export async function latestScreen(query: LatestQuery, request: Request, bot: Bot): Promise<Screen> {
  const { rule, count } = query;
  const offset = Math.min(Math.max(0, query.offset), maxOffset);
  const { articles, hasMore } = await bot.archive.latest(filterOf(rule), {
    offset,
    limit: count,
    now: request.now,
  });
  const name = filterLabel(rule, bot.city, request.language);
  const { texts } = request;
  if (articles.length === 0) return emptyScreen(name, request, bot);
  const { rows, menu } = numberButtons(articles, texts);
  const text = join([bold(texts.latestTitle(name)), articleList(articles, styleOf(request, bot))], '\n\n');
  return { text, buttons: [...rows, ...footRows({ ...query, offset }, hasMore, request, bot)], menu };
}

function filterOf({ district, topic }: Rule): LatestFilter {
  return {
    ...(district !== undefined && { districts: [district] }),
    ...(topic !== undefined && { topics: [topic] }),
  };
}

function footRows(
  { rule, offset, count }: LatestQuery,
  hasMore: boolean,
  request: Request,
  bot: Bot,
): Button[][] {
  const { texts, subscriber } = request;
  const code = encodeRule(rule, bot.directory);
  const pageAt = (at: number) => `l:${at}:${count}:${code}`;
  const paging = [
    ...(offset > 0 ? [{ label: texts.later, data: pageAt(Math.max(0, offset - count)) }] : []),
    ...(hasMore ? [{ label: texts.earlier, data: pageAt(offset + count) }] : []),
  ];
  const isHeld = subscriber?.wish.rules.some((held) => encodeRule(held, bot.directory) === code) === true;
  const name = filterLabel(rule, bot.city, request.language);
  const offer = code === '' || isHeld ? [] : [{ label: texts.buttons.subscribeTo(name), data: `a:${code}` }];
  return [paging, offer].filter((row) => row.length > 0);
}

function emptyScreen(name: string, request: Request, bot: Bot): Screen {
  const { texts } = request;
  const others = bot.city.districts
    .slice(0, 6)
    .map((district) => ({ kind: 'district' as const, name: district.name }));
  const rows = name === '' ? nextSteps(texts) : [...latestButtons(others, request, bot), ...nextSteps(texts)];
  return { text: fmt(texts.latestEmpty(name)), buttons: rows };
}
