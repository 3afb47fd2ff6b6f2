import type { Figure } from '../article.js';
import { isDigitCode } from './letters.js';
import { trimmed } from './marks.js';
import { clauseEnd, type Sentence } from './sentences.js';
import { endsWithOne } from './word-tests.js';

const figuresWanted = 8;
/** Characters of a story that are looked at for figures. */
export const figuresLookedAt = 6000;

const number = '(?:约|近|超过?|逾|突破|不少于|不低于|至少|不超过)?\\d[\\d,]*(?:\\.\\d+)?';
const unit =
  '(?:余|多)?(?:万亿|百万|千万|万|亿|千|百)?(?:余|多)?(?:个百分点|平方公里|平方米|立方米|公里|千米|公顷|千瓦时|千瓦|人次|美元|欧元|元|吨|亩|人|户|家|件|辆|台|套|份|册|场|次|名|所|座|处|条|项|个|岁|分钟|小时|天|米|度|%|％)';
/** Characters that may stand before the first digit of a quantity. */
const longestBefore = 3;
const quantity = new RegExp(`${number}${unit}(?:以上|左右)?`, 'gu');
const endsInRate = endsWithOne('% ％ 个百分点');
const rate = /^\d[\d.]*(?:%|％|个百分点)$/u;
const rise = '增长|上升|提高|上涨|提升|增加|增幅|增速';
const fall = '下降|减少|回落|降低|下跌|降幅|缩减';
const compared =
  '(?:同比|环比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?|年均|名义|实际)';
const changeOnly = new RegExp(
  `^(?:${compared})*(?:分别)?(${rise}|${fall})了?(${number}(?:%|％|个百分点))$`,
  'u',
);
const changing = new RegExp(`^(.{2,24}?)(?:${compared})*(?:分别)?(${rise}|${fall})了?$`, 'u');
const states =
  '完成 达到 达 为 是 实现 突破 超过 增至 增加到 提高到 提升至 降至 有 占 不少于 控制在 扩大到 增长到'.split(
    ' ',
  );
const stated = new RegExp(
  `^(.{2,24}?)(?:的)?(?:累计|共计|一共|预计|总共|已|共|将|约)*(?:${states.join('|')})(?:约|了|近)?$`,
  'u',
);
const mayState = endsWithOne(
  ['', '约', '了', '近'].flatMap((after) => states.map((verb) => verb + after)).join(' '),
);
/** Directly before its amount, without a verb between. */
const countedDeed =
  /^(.{0,16}?(?:总值|产值|增加值|投资|收入|支出|总额|[成合][交同](?:额|金额)|面积|产量|销量|客流量?|用电量|进出口|税收|利润|发放.{1,8}|新增.{1,16}|惠及.{1,8}|吸引.{1,8}))(?:约|了|近|达|共|不少于|突破)*$/u;
const period =
  /^((?:今年|去年|明年|\d{4}年)?(?:上半年|下半年|全年|年底前?|前\d+个?月|前[一二三]季度|[一二三四]季度|\d+月(?!\d)份?|\d+[—-]\d+月|以来)|今年以来|去年以来|今年|去年|\d{4}年|截至目前|截至.{2,10}?)(?:，|$)?/u;
/** Codes of the characters with which {@link period} may begin, and of spaces before it. */
const mayOpenPeriod = new Set(
  Array.from('今去明上下全年前一二三四以截0123456789 \u3000', (character) => character.charCodeAt(0)),
);
/** One of these characters stands in whatever {@link countedDeed} finds. */
const mayCount = /[值资入出额积量流口收润放增及引]/u;

/** Promises and goals have periods of their own: they do not take over that of the sentence before. */
const goal = /力争|确保|预计|计划|目标|将|到20/u;

/** The amounts that a story states, with what they are of, in order: at most eight. */
export function figuresOf(sentences: readonly Sentence[]): Figure[] {
  const found: Figure[] = [];
  let left = figuresLookedAt;
  let carried: { readonly paragraph: number; readonly period: string | undefined } | undefined;
  for (const { text, paragraph } of sentences) {
    left -= text.length;
    if (left < 0 || found.length >= figuresWanted) break;
    const near = carried?.paragraph === paragraph ? carried.period : undefined;
    const before = near === undefined || goal.test(text) ? undefined : near;
    const { figures, period } = figuresOfSentence(text, before);
    found.push(...figures);
    carried = { paragraph, period };
  }
  const seen = new Set<string>();
  return found
    .filter(({ of, amount }) => !seen.has(`${of} ${amount}`) && seen.add(`${of} ${amount}`))
    .slice(0, figuresWanted);
}

interface Read {
  readonly figures: readonly Figure[];
  readonly period: string | undefined;
}

/** What neither states an amount nor a period. */
const isWithoutFigures = (text: string) =>
  firstDigit(text, 0, text.length) < 0 && !/今年|去年|明年|半年|全年|年[底前]|季度|以来|截至/u.test(text);

/** The place of the first digit in a stretch; -1 where it has none. */
function firstDigit(text: string, from: number, to: number): number {
  for (let index = from; index < to; index++) if (isDigitCode(text.charCodeAt(index))) return index;
  return -1;
}

function figuresOfSentence(text: string, before: string | undefined): Read {
  if (isWithoutFigures(text)) return { figures: [], period: before };
  const figures: Figure[] = [];
  let current = before;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = clauseEnd(text, start);
    const opensPeriod = mayOpenPeriod.has(text.charCodeAt(start));
    if (!opensPeriod && firstDigit(text, start, end) < 0) continue;
    const clause = trimmed(text.slice(start, end));
    const when = opensPeriod ? period.exec(clause)?.[1] : undefined;
    if (when !== undefined) current = when;
    const rest = when === undefined ? clause : clause.slice(when.length);
    const told = /^[，、]/u.test(rest) ? rest.slice(1) : rest;
    const change = endsInRate(told) ? changeOnly.exec(told) : null;
    const last = figures.at(-1);
    if (change && last !== undefined && last.change === undefined) {
      figures[figures.length - 1] = { ...last, change: signed(change[1], change[2]) };
    } else {
      for (const figure of figuresOfClause(told))
        figures.push(current === undefined ? figure : { ...figure, period: current });
    }
  }
  return { figures, period: current };
}

function figuresOfClause(clause: string): Figure[] {
  const digit = firstDigit(clause, 0, clause.length);
  if (digit < 0) return [];
  const found = quantitiesIn(clause, Math.max(0, digit - longestBefore));
  const first = found[0];
  if (first !== undefined && found.length > 1) {
    const amounts = found.map((match) => match[0]);
    const parallel = parallelFigures(clause, amounts, first.index);
    if (parallel.length > 0) return parallel;
  }
  const figures: Figure[] = [];
  let from = 0;
  for (const match of found) {
    const end = match.index + match[0].length;
    const lead = /^[、和及与]/u.test(clause.charAt(from)) ? 1 : 0;
    const before = clause.slice(from + lead, match.index);
    const figure = countsThings(clause.slice(end)) ? undefined : figureOf(before, match[0]);
    if (figure !== undefined) {
      figures.push(figure);
      from = end;
    }
  }
  return figures;
}

function quantitiesIn(clause: string, from: number): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  quantity.lastIndex = from;
  for (let match = quantity.exec(clause); match !== null; match = quantity.exec(clause)) found.push(match);
  return found;
}

/** `有11个行业萎缩`: what is counted stands behind the amount, and what stands before it is something else. */
const countsThings = (after: string) => /^(?![和及与以左])\p{Script=Han}/u.test(after);

/** `固定资产投资、社会消费品零售总额同比增长2.4%、5.1%` */
function parallelFigures(clause: string, amounts: readonly string[], start: number): Figure[] {
  if (clause.slice(start) !== amounts.join('、')) return [];
  const head = changing.exec(clause.slice(0, start));
  const names = head?.[1]?.split('、') ?? [];
  if (names.length !== amounts.length) return [];
  return names.map((of, index) => changeFigure(of, head?.[2], amounts[index] ?? ''));
}

function figureOf(before: string, amount: string): Figure | undefined {
  const changed = endsInRate(amount) && rate.test(amount) ? changing.exec(before) : null;
  if (changed?.[1] !== undefined && isName(changed[1])) return changeFigure(changed[1], changed[2], amount);
  const of =
    (mayState(before) ? stated.exec(before)?.[1] : undefined) ??
    (mayCount.test(before) ? countedDeed.exec(before)?.[1] : undefined);
  return of === undefined || !isName(of) ? undefined : { of: tidy(of), amount };
}

const changeFigure = (of: string, direction: string | undefined, amount: string): Figure => ({
  of: tidy(of),
  amount: `${direction ?? ''}${amount}`,
  change: signed(direction, amount),
});

const signed = (direction: string | undefined, amount: string | undefined): string =>
  `${new RegExp(fall, 'u').test(direction ?? '') ? '-' : '+'}${amount ?? ''}`;

const isName = (of: string) =>
  !/^(?:预计|其中|全区|已|的)*(?:[他她它其这那我你比较到]|截至|同比|环比)|[”』」]$/u.test(of) &&
  /[\p{Script=Han}A-Za-z]{3}/u.test(of);
const tidy = (of: string) =>
  of.replace(/^(?:其中|全区|该|预计|目前|已|的)+/u, '').replace(/(?:已|累计|共|的)+$/u, '');
