import { type Candidate, longestSummary, textOf } from './candidate.js';
import { joinedCandidates, sentencesOfSummary } from './candidates.js';
import { featureNames, fillFeatures } from './features.js';
import { indexOfHighest } from './highest.js';
import type { LetterPairs } from './letter-pairs.js';
import type { ReadSentence, ReadStory } from './read-sentence.js';
import { weights } from './weights.js';
import { closed, lacksSubject } from './wholeness.js';
import { wordClass } from './word-classes.js';
import type { TextTest } from './word-tests.js';

/**
 * What a reader wants beside what was learnt. Headlines, the reference learnt from, are about 20 characters long and
 * leave numbers out, and the corpus knows no soft beginnings (`a morning in the canteen`). A reader on a phone is
 * served better by two lines that say who did what where, and how much. Set by eye, within what ROUGE allows.
 */
const wants = {
  /** For 60 characters, less for fewer. */
  length: 1.5,
  lengthWanted: 60,
  /** Shorter than this, a summary rarely says the result; what each missing character costs. */
  lengthNeeded: 24,
  missingCharacter: -0.08,
  /** For each of at most two amounts. */
  amount: 0.5,
  /** For a verb of something done for the people of a district. */
  deed: 0.5,
  /** For beginning with a place of the city. */
  place: 1.4,
  /** For a day to come; days that have passed were taken out. */
  day: 1,
  /** For a soft beginning: nothing is done, nothing happens, nothing is counted. */
  soft: -1.6,
  /** For telling of what the headline names, in full if it has so many of the headline's pairs of letters. */
  anchor: 3,
  anchored: 5,
  /** For what something means or always was. */
  background: -2.5,
  /** For beginning with what was done, by somebody whom the cut has taken away. */
  subjectless: -1.5,
} as const;
/** What saying the headline again costs at the most. */
const repetitionCost = 5.5;

const order = Float64Array.from(featureNames, (name) => weights[name]);
const features = new Float64Array(featureNames.length);

/** What was learnt of a candidate: higher where the editors' headlines agree with it. */
function learntScore(candidate: Candidate): number {
  fillFeatures(candidate, features);
  let score = 0;
  for (let index = 0; index < order.length; index++) score += (features[index] ?? 0) * (order[index] ?? 0);
  return score;
}

/** All that could be the summary of a story, in order of the text. */
export function summaryCandidates(
  story: ReadStory,
  bySentence: readonly (readonly Candidate[])[],
): readonly Candidate[] {
  const all: Candidate[] = [];
  for (const candidates of bySentence.slice(0, sentencesOfSummary)) all.push(...candidates);
  all.push(...joinedCandidates(story));
  return all;
}

/**
 * Chooses the summary, with its full stop; empty only for a story without text.
 * @param story its table of pairs has the headline kept.
 * @param bySentence the candidates of each sentence.
 * @param beginsWithPlace tells whether a text begins with the name of a place of the city.
 */
export function chooseSummary(
  story: ReadStory,
  bySentence: readonly (readonly Candidate[])[],
  beginsWithPlace: TextTest,
): string {
  const { sentences, pairs } = story;
  const candidates = summaryCandidates(story, bySentence);
  const scores = candidates.map((candidate) => learntScore(candidate) + wanted(candidate));
  const inFull = (index: number) => {
    const candidate = candidates[index];
    const score = scores[index] ?? 0;
    if (candidate === undefined) return Number.NEGATIVE_INFINITY;
    return (
      score + (isOfPlace(candidate, beginsWithPlace) ? wants.place : 0) + besideHeadline(candidate, pairs)
    );
  };
  // The most promising is looked at first: most others cannot be better, whatever place and headline say.
  let best = indexOfHighest(scores);
  let highest = inFull(best);
  for (let index = 0; index < scores.length; index++) {
    if (index === best || (scores[index] ?? 0) + wants.place + wants.anchor < highest) continue;
    const full = inFull(index);
    if (full < highest || (full === highest && index > best)) continue;
    best = index;
    highest = full;
  }
  const chosen = candidates[best];
  return chosen === undefined ? lastResort(sentences) : closed(textOf(chosen));
}

/** Begins with a place of the city, after its opening. */
function isOfPlace(candidate: Candidate, beginsWithPlace: TextTest): boolean {
  const { clauses, tellsFrom, openingLength, mended } = candidate;
  return beginsWithPlace(mended?.slice(openingLength) ?? clauses[tellsFrom]?.text ?? '');
}

/** What a reader wants, but for the place, which costs more to find. */
function wanted({ length, openingLength, classes, amounts, clauses, tellsFrom }: Candidate): number {
  const told = length - openingLength;
  const has = (asked: number) => (classes & asked) !== 0;
  const isSoft = !has(wordClass.deed | wordClass.event) && amounts === 0;
  return (
    (wants.length * Math.min(told, wants.lengthWanted)) / wants.lengthWanted +
    wants.missingCharacter * Math.max(0, wants.lengthNeeded - told) +
    wants.amount * Math.min(2, amounts) +
    (has(wordClass.deed) ? wants.deed : 0) +
    (has(wordClass.day) ? wants.day : 0) +
    (isSoft ? wants.soft : 0) +
    (has(wordClass.background) ? wants.background : 0) +
    (lacksSubject(clauses[tellsFrom]?.text ?? '') ? wants.subjectless : 0)
  );
}

/** A summary is about what the headline names; above one half of its pairs standing there, it begins to say the same again. */
function besideHeadline(candidate: Candidate, pairs: LetterPairs): number {
  const shared = pairs.mostShared(candidate);
  return (
    wants.anchor * Math.min(1, (shared * candidate.length) / wants.anchored) -
    repetitionCost * Math.max(0, shared - 0.5) * 2
  );
}

/** Where no sentence can be cut (speech, verse, endless ones): the first that fits, or the head of the first. */
function lastResort(sentences: readonly ReadSentence[]): string {
  const fitting = sentences.slice(0, sentencesOfSummary).find(({ text }) => text.length <= longestSummary);
  const text = (fitting ?? sentences[0])?.text ?? '';
  if (text.length <= longestSummary) return text;
  const head = text.slice(0, longestSummary - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const cut = Math.max(head.lastIndexOf('，'), head.lastIndexOf('、'), head.lastIndexOf(' '));
  return `${cut > longestSummary / 2 ? head.slice(0, cut) : head}…`;
}
