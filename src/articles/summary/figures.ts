import type { Figure } from '../article.js';
import { changeIn, figuresOfClause } from './clause-figures.js';
import { firstDigit } from './letters.js';
import { trimmed } from './marks.js';
import { clauseEnd, type Sentence } from './sentences.js';

const figuresWanted = 8;
/** Characters of a story that are looked at for figures. */
export const figuresLookedAt = 6000;

const period =
  /^((?:今年|去年|明年|\d{4}年)?(?:上半年|下半年|全年|年底前?|前\d+个?月|前[一二三]季度|[一二三四]季度|\d+月(?!\d)份?|\d+[—-]\d+月|以来)|今年以来|去年以来|今年|去年|\d{4}年|截至目前|截至.{2,10}?)(?:，|$)?/u;
/** Codes of the characters with which {@link period} may begin, and of spaces before it. */
const mayOpenPeriod = new Set(
  Array.from('今去明上下全年前一二三四以截0123456789 \u3000', (character) => character.charCodeAt(0)),
);
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
    const change = changeIn(told);
    const last = figures.at(-1);
    if (change !== undefined && last !== undefined && last.change === undefined) {
      figures[figures.length - 1] = { ...last, change };
    } else {
      for (const figure of figuresOfClause(told))
        figures.push(current === undefined ? figure : { ...figure, period: current });
    }
  }
  return { figures, period: current };
}
