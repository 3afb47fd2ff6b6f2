import type { Figure } from '../article.js';
import { firstDigit } from './letters.js';
import { endsWithOne } from './word-tests.js';

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
/** One of these characters stands in whatever {@link countedDeed} finds. */
const mayCount = /[值资入出额积量流口收润放增及引]/u;

/** The change of `同比增长3.6%`, a clause that says nothing else: it belongs to the figure before it. */
export function changeIn(clause: string): string | undefined {
  const found = endsInRate(clause) ? changeOnly.exec(clause) : null;
  return found === null ? undefined : signed(found[1], found[2]);
}

/** The amounts that a clause states, with what they are of. */
export function figuresOfClause(clause: string): Figure[] {
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
  /[\p{Script=Han}A-Za-z]{2}/u.test(tidy(of)) &&
  /[\p{Script=Han}A-Za-z]{3}/u.test(of);
const tidy = (of: string) =>
  of
    .replace(/^(?:其中|全区|该|预计|目前|如今|已|的|但|而且|而|且|还|又|共|先后|本次|一条)+/u, '')
    .replace(/(?:已|累计|共|的|还|仅|只)+$/u, '');
