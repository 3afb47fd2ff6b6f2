import { printedWidth } from '../paragraphs/sentence-ends.js';
import type { Likeness } from './cohesion.js';
import { isSectionLabel } from './section-labels.js';
import type { Segment } from './segment.js';
import type { Context, Evidence, Running } from './story-starts.js';
import { dash, patternOf } from './title-cues.js';

/**
 * What speaks for a story of its own (above 0) or for a section of the running one. Fitted by logistic regression to 400
 * titles without a byline, half of them on pages of forty papers, half on invented ones, and drawn towards what editors
 * would say; rounded.
 */
const weights = {
  always: 1.8,
  isNumbered: -4.9,
  isQuoted: -3.1,
  opensWithQuote: -1.1,
  isLabel: -4.5,
  hasSeveralLines: 0.95,
  hasDashedLine: 2.3,
  matchesSection: -3.1,
  isNarrow: -2.7,
  isDeeper: -2.1,
  isHigher: 1.35,
  isAboveSections: 1.8,
  followsEndByline: 2.6,
  followsOpenEnd: -1.6,
  followsIntroduction: -1.45,
  followsRule: 1.5,
  onPageOfHeadBylines: -1.8,
  onPageOfSomeHeadBylines: -0.55,
  hasLead: 2.5,
  isLong: 2.4,
  endsWithOtherByline: 5.8,
  endsWithByline: 1.1,
  namesOtherDistrict: 5.5,
  unlike: 1.7,
  sharesTitleWords: -2,
} as const;

type StartCues = Readonly<Record<keyof typeof weights, number | boolean>>;

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．是]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[章节、站幕回招条个篇])/u;
const quoted = /^“[^“”]{2,24}”$/u;
const leadLike =
  /^(?:近日|日前|昨日|昨天|昨晚|昨晨|今日|今天|连日来|近期|\d{1,2}月\d{1,2}日|\d{1,2}日|记者)|^.{2,22}?(?:近日|日前|昨日|记者从|获悉)/u;

/** A story that has come no further has only been introduced. */
const longestIntroduction = 200;
/** A section is seldom longer. */
const longSection = 400;

/** Where stories and sections part, by what a text has in common with the running story; and how far that can tip the scales. */
const [parting, mostAlike, mostUnlike] = [0.015, -3.5, 2];

/** Short texts share little by chance, much hardly ever: only unlikeness needs certainty. */
function unlikeness({ surplus, certainty }: Likeness): number {
  const score = Math.max(mostAlike, Math.min(mostUnlike, (parting - surplus) * 80));
  return score > 0 ? score * certainty : score;
}

/** Share of a title's neighbouring characters that the running story has used, too. */
function sharedWords(title: string, text: string): number {
  let shared = 0;
  for (let at = 1; at < title.length; at += 1) if (text.includes(title.slice(at - 1, at + 1))) shared += 1;
  return title.length < 2 ? 0 : shared / (title.length - 1);
}

/** Sections of this page have a level of their own, below this one: what stands as high as the running story is none. */
function isAboveSections(level: number, running: Running, levels: readonly number[]): boolean {
  return level <= running.level && running.level <= 6 && levels.filter((one) => one > level).length >= 2;
}

/** So many titles of one level below a single one above them all are stories: the page's first was only set larger. */
const mostSections = 4;

function isUsual(level: number, running: Running, levels: readonly number[]): boolean {
  const count = (wanted: number) => levels.filter((one) => one === wanted).length;
  return count(running.level) === 1 && count(level) > mostSections;
}

/** Reads what speaks for or against a story's beginning at a segment that has no byline at its head. */
export function startCuesOf(
  { titles }: Segment,
  evidence: Evidence,
  running: Running,
  { habits, districts, likeness }: Context,
): StartCues {
  const title = titles.at(-1)?.text ?? '';
  const width = printedWidth(title);
  const level = Math.min(...titles.map((one) => one.level));
  const isHeaded = running.opening.hasHeadByline;
  return {
    always: true,
    isNumbered: numbered.test(title),
    isQuoted: quoted.test(title) && titles.length === 1,
    opensWithQuote: /^“[^“”]{2,6}”/u.test(title),
    isLabel: titles.some(({ text }) => isSectionLabel(text)),
    hasSeveralLines: titles.length > 1,
    hasDashedLine: titles.some(({ text }) => dash.test(text)),
    matchesSection: running.sections.some((section) => patternOf(section) === patternOf(title)),
    isNarrow: width <= 8 && !title.includes(' '),
    isDeeper: level > running.level && !isUsual(level, running, habits.levels),
    isHigher: level < running.level,
    isAboveSections: isAboveSections(level, running, habits.levels),
    followsEndByline: running.evidence.hasEndByline || running.evidence.continuesOn,
    followsOpenEnd: !running.evidence.endsWhole,
    followsIntroduction: running.text.length < longestIntroduction,
    followsRule: titles[0]?.apart === 'rule',
    onPageOfHeadBylines: habits.headBylines >= 0.5,
    onPageOfSomeHeadBylines: habits.headBylines > 0 && habits.headBylines < 0.5,
    hasLead: leadLike.test(evidence.lead),
    isLong: evidence.length > longSection,
    endsWithOtherByline: evidence.hasEndByline && isHeaded,
    endsWithByline: evidence.hasEndByline && !isHeaded,
    namesOtherDistrict:
      districts.length > 0 &&
      running.districts.length > 0 &&
      !districts.some((name) => running.districts.includes(name)),
    unlike: unlikeness(likeness),
    sharesTitleWords: sharedWords(title, running.text),
  };
}

/** Adds up the cues: above 0 for a story. */
export function weigh(cues: StartCues): number {
  let score = 0;
  for (const [name, weight] of Object.entries(weights))
    score += weight * Number(cues[name as keyof StartCues]);
  return score;
}
