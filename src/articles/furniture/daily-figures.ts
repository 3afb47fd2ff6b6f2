import type { Line } from '../lines/line.js';

/** What a paper prints day by day in figures: the words of it, and one of those without which it is something else. */
interface Kind {
  readonly word: RegExp;
  readonly mark: RegExp;
}

const weather: Kind = {
  word: /天气(?:预报|情况)?|[今明后][日天]|白天|夜间|夜里|晚上|雷?阵雨|[小中大暴]到?[小中大暴]?[雨雪]|雨夹雪|晴|多云|阴天?|[间转到]|雾?霾|大?雾|扬沙|浮尘|[东南西北偏]{1,4}风|微风|风[力向]|[级度℃]|气温|温度|体感|最[高低]|降水(?:概率|量)?|日[出落]|空气质量|AQI|PM(?:2\.5|10)|[优良]|(?:轻|中|重)度污染|紫外线|穿衣|洗车|指数|较?[强弱冷热]|尾号|限行/giu,
  mark: /天气|气温|℃|最高|最低/u,
};
const lottery: Kind = {
  word: /[福体足]彩|(?:福利|体育)?彩票|双色球|(?:超级)?大乐透|七[乐星]彩|排列[三五35]|3D|22选5|快乐8|开奖|中奖|出奖|号码|公告|结果|奖[池级金项]|[红蓝]球|特别号|第\s?\d+\s?期|期号?|[一二三四五六七八九]等奖|每注|[单注元数额]|金额|[前后]区|投注|销[售量]额?|本期|日期|河南|全国|中国|省/gu,
  mark: /开奖|中奖|奖池|双色球|大乐透|七[乐星]彩|[福体]彩|号码/u,
};
const prices: Kind = {
  word: /上证|深证|沪深|成指|综指|创业板|恒生|纳斯达克|道琼斯|收[盘于]|开盘|涨[跌幅]|跌幅|[涨跌]|点|指数|成交[额量]?|汇率|牌价|外汇|美元|欧元|英镑|日元|港[币元]|人民币|黄金|白银|铂金|原油|\d{1,2}号|[汽柴]油|油价|[元角]|[/每][升克桶斤吨手]|升|克|今日|财经|股市|行情|价格?/gu,
  mark: /收盘|指数|汇率|牌价|黄金|[汽柴]油|油价|上证|深证/u,
};
const kinds = [weather, lottery, prices];

/** A line without a table is not longer. */
const longestLine = 100;
/** The weather in one line: behind its name everything up to a temperature or a wind. */
const forecast = /^[^。，]{0,6}天气(?:预报)?[\s:：].{0,100}(?:℃|度|级)/u;
const letters = /[\u4e00-\u9fffA-Za-z]/gu;
/** So many words of one kind, at the least. */
const fewest = 4;
/** One of so many letters may be of another word: a place, a paper. */
const share = 6;

/** Whether a table's or line's text says nothing but the weather, what was drawn in a lottery, or what things cost. */
function isFigures(text: string): boolean {
  if (text.length <= longestLine && forecast.test(text)) return true;
  return kinds.some(({ word, mark }) => {
    if (!mark.test(text)) return false;
    const found = text.match(word)?.length ?? 0;
    if (found < fewest) return false;
    const rest = text.replace(word, ' ').match(letters)?.length ?? 0;
    return rest * share <= (text.match(letters)?.length ?? 0);
  });
}

/** A line of figures without a table is no sentence; a box has a few of them. */
const mostLines = 6;
const isLine = ({ mark, text }: Line) =>
  mark === 'plain' &&
  text !== '' &&
  text.length <= longestLine &&
  (forecast.test(text) || !/[，。！？；]/u.test(text));

/** A table, or a run of lines below each other: up to `end`, and whether it has nothing but figures. */
interface Block {
  readonly end: number;
  readonly areFigures: boolean;
}

const textOf = (lines: readonly Line[]) => lines.map(({ text }) => text).join(' ');

function tableAt(lines: readonly Line[], from: number): Block {
  let end = from;
  while (lines[end]?.mark === 'row' || lines[end]?.text === '') end += 1;
  return { end, areFigures: isFigures(textOf(lines.slice(from, end))) };
}

/** The longest run of lines that are figures, or the first line alone where none is. */
function runAt(lines: readonly Line[], from: number): Block {
  let end = from;
  for (let line = lines[end]; line !== undefined && isLine(line) && end < from + mostLines; line = lines[end])
    end += 1;
  while (end > from && !isFigures(textOf(lines.slice(from, end)))) end -= 1;
  return end > from ? { end, areFigures: true } : { end: from + 1, areFigures: false };
}

/**
 * Tables and lines with nothing but the day's figures: weather, lottery, prices. They stand beside stories; those that a
 * story announces (`具体如下：`) are its own.
 */
export function dailyFiguresOf(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  let isAnnounced = false;
  let at = 0;
  while (at < lines.length) {
    const { end, areFigures } = lines[at]?.mark === 'row' ? tableAt(lines, at) : runAt(lines, at);
    const text = lines[at]?.text ?? '';
    if (!areFigures && text !== '') isAnnounced = /[:：]$/u.test(text);
    if (areFigures && !isAnnounced) for (const line of lines.slice(at, end)) found.add(line);
    at = end;
  }
  return found;
}
