import { printedWidth } from '../paragraphs/sentence-ends.js';
import type { Likeness } from './cohesion.js';
import { isSectionLabel } from './section-labels.js';
import type { Segment } from './segment.js';
import type { Context, Evidence, Running } from './story-starts.js';

/**
 * What speaks for a story of its own (above 0) or for a section of the running one. Fitted by logistic regression to 115
 * titles without a byline on pages of twenty papers, drawn towards what editors would say; rounded.
 */
const weights = {
  always: 0.75,
  isNumbered: -4.5,
  isQuoted: -3,
  isLabel: -4.5,
  hasSeveralLines: 1.2,
  isNarrow: -1.6,
  isWide: 0.8,
  isDeeper: -1.6,
  isHigher: 2,
  isAboveSections: 1.6,
  followsEndByline: 3.2,
  followsOpenEnd: -2.7,
  followsRule: 1.5,
  onPageOfHeadBylines: -2.2,
  onPageOfSomeHeadBylines: -0.9,
  onPageWithoutBylines: 0.3,
  hasLead: 1.9,
  endsWithOtherByline: 4.5,
  endsWithByline: 1.2,
  namesOtherDistrict: 4.5,
  unlike: 1.65,
  sharesTitleWords: -0.9,
} as const;

type StartCues = Readonly<Record<keyof typeof weights, number | boolean>>;

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．是]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[章节、站幕回招条个篇])/u;
const quoted = /^“[^“”]{2,24}”$/u;
const leadLike =
  /^(?:近日|日前|昨日|昨天|昨晚|昨晨|今日|今天|连日来|近期|\d{1,2}月\d{1,2}日|\d{1,2}日|记者)|^.{2,22}?(?:近日|日前|昨日|记者从|获悉)/u;

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
    isLabel: titles.some(({ text }) => isSectionLabel(text)),
    hasSeveralLines: titles.length > 1,
    isNarrow: width <= 8 && !title.includes(' '),
    isWide: width >= 13 || /\S{4} \S{4}/u.test(title),
    isDeeper: level > running.level,
    isHigher: level < running.level,
    isAboveSections: isAboveSections(level, running, habits.levels),
    followsEndByline: running.evidence.hasEndByline || running.evidence.continuesOn,
    followsOpenEnd: !running.evidence.endsWhole,
    followsRule: titles[0]?.apart === 'rule',
    onPageOfHeadBylines: habits.headBylines >= 0.5,
    onPageOfSomeHeadBylines: habits.headBylines > 0 && habits.headBylines < 0.5,
    onPageWithoutBylines: habits.headBylines === 0 && !habits.hasEndBylines,
    hasLead: leadLike.test(evidence.lead),
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
