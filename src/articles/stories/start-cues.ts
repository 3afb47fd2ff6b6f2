import { printedWidth } from '../paragraphs/sentence-ends.js';
import type { Likeness } from './cohesion.js';
import type { Evidence } from './evidence.js';
import type { PageHabits } from './page-habits.js';
import { isSectionLabel } from './section-labels.js';
import type { Segment } from './segment.js';
import type { StartCues } from './start-weights.js';
import { dash, patternOf } from './title-cues.js';
import { isNumbered } from './title-like.js';

/** What is known of the story that a segment would end or continue. */
export interface Running {
  readonly level: number;
  readonly evidence: Evidence;
  /** The story's first segment, whose byline speaks for all of it. */
  readonly opening: Evidence;
  readonly districts: readonly string[];
  /** Titles of its sections so far. */
  readonly sections: readonly string[];
  /** The story's text so far, its first thousand characters. */
  readonly text: string;
}

/** What speaks for a segment beside its titles and its text's beginning and end. */
export interface Context {
  readonly habits: PageHabits;
  /** Districts that its titles and first words name. */
  readonly districts: readonly string[];
  /** How like the running story it is. */
  readonly likeness: Likeness;
  /** A place or column stands before a colon at the head of its headline. */
  readonly hasKickerInLine: boolean;
}

/** Numbers of a story's parts that are spelled out: `二是…`, `第三站 …`. */
const spelledNumber =
  /^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[章节、站幕回招条个篇])/u;
const quoted = /^“[^“”]{2,24}”$/u;
const leadLike =
  /^(?:近日|日前|昨日|昨天|昨晚|昨晨|今日|今天|连日来|近期|\d{1,2}月\d{1,2}日|\d{1,2}日|记者)|^.{2,22}?(?:近日|日前|昨日|记者从|获悉)/u;

/** A story that has come no further has only been introduced. */
const longestIntroduction = 200;
/** A section is seldom longer. */
const longSection = 400;
/** Titles of sections are often no wider, those of stories seldom. */
const widestNarrow = 8;

/** Where stories and sections part by what a text has in common with the running story, and how far that can tip the scales. */
const [parting, mostAlike, mostUnlike] = [0.015, -3.5, 2];
/** How much a surplus of likeness counts. */
const steepness = 80;

/** Short texts share little by chance, much hardly ever: only unlikeness needs certainty. */
function unlikeness({ surplus, certainty }: Likeness): number {
  const score = Math.max(mostAlike, Math.min(mostUnlike, (parting - surplus) * steepness));
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

/** More titles of one level below a single one above them all are stories: the page's first was only set larger. */
const mostSections = 4;

/** Whether a level is the page's usual one for stories. */
function isUsual(level: number, running: Running, levels: readonly number[]): boolean {
  const count = (wanted: number) => levels.filter((one) => one === wanted).length;
  return count(running.level) === 1 && count(level) > mostSections;
}

/** Both name districts, and none of them in common. */
function areApart(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((name) => others.includes(name));
}

/** Reads what speaks for or against a story's beginning at a segment that has no byline at its head. */
export function startCuesOf(
  { titles }: Segment,
  evidence: Evidence,
  running: Running,
  { habits, districts, likeness, hasKickerInLine }: Context,
): StartCues {
  const title = titles.at(-1)?.text ?? '';
  const level = Math.min(...titles.map((one) => one.level));
  const isHeaded = running.opening.hasHeadByline;
  return {
    always: true,
    isNumbered: isNumbered(title) || spelledNumber.test(title),
    isQuoted: quoted.test(title) && titles.length === 1,
    opensWithQuote: /^“[^“”]{2,6}”/u.test(title),
    isLabel: titles.some(({ text }) => isSectionLabel(text)),
    hasSeveralLines: titles.length > 1,
    hasDashedLine: titles.some(({ text }) => dash.test(text)),
    hasKickerInLine,
    matchesSection: running.sections.some((section) => patternOf(section) === patternOf(title)),
    isNarrow: printedWidth(title) <= widestNarrow && !title.includes(' '),
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
    namesOtherDistrict: areApart(districts, running.districts),
    unlike: unlikeness(likeness),
    sharesTitleWords: sharedWords(title, running.text),
  };
}
