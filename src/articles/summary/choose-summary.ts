import { type Candidate, candidatesOf, joinedCandidates, longestSummary } from './candidates.js';
import { featureNames, featuresOf } from './features.js';
import { pairsOf, shareIn } from './overlap.js';
import type { ReadSentence, ReadStory } from './read-sentence.js';
import { weights } from './weights.js';
import { closed } from './wholeness.js';
import { wordClass } from './word-classes.js';

/** Sentences from the head of a story among which the summary is looked for: news tells its result first. */
const sentencesLookedAt = 6;

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
} as const;
/** What saying the headline again costs at the most. */
const repetitionCost = 2.5;

const order = featureNames.map((name) => weights[name]);

/** All that could be the summary of a story, in order of the text. */
export function summaryCandidates(story: ReadStory): Candidate[] {
  const head = story.sentences.slice(0, sentencesLookedAt);
  const [first, second] = head;
  return [
    ...head.flatMap((sentence, index) => candidatesOf(sentence, index, story.counts)),
    ...(first && second ? joinedCandidates(first, second, story.counts) : []),
  ];
}

/** What was learnt of a candidate: higher where the editors' headlines agree with it. */
export function learntScore(candidate: Candidate): number {
  const features = featuresOf(candidate);
  let score = 0;
  for (let index = 0; index < order.length; index++) score += (features[index] ?? 0) * (order[index] ?? 0);
  return score;
}

/**
 * Chooses the summary, with its full stop; empty only for a story without text.
 * @param beginsWithPlace tells whether a text begins with the name of a place of the city.
 */
export function chooseSummary(
  story: ReadStory,
  headline: string,
  beginsWithPlace: (text: string) => boolean,
): string {
  const headlinePairs = pairsOf(headline);
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const candidate of summaryCandidates(story)) {
    const { text, openingLength } = candidate;
    let score = learntScore(candidate) + wanted(candidate);
    if (best !== undefined && score + wants.place <= best.score) continue;
    if (beginsWithPlace(text.slice(openingLength))) score += wants.place;
    if (best !== undefined && score <= best.score) continue;
    score -= repetition(text, headlinePairs);
    if (best === undefined || score > best.score) best = { text, score };
  }
  return best === undefined ? lastResort(story.sentences) : closed(best.text);
}

/** What a reader wants, but for the place, which costs more to find. */
function wanted({ text, openingLength, traits }: Candidate): number {
  const told = text.length - openingLength;
  const has = (asked: number) => (traits.classes & asked) !== 0;
  const isSoft = !has(wordClass.deed | wordClass.event) && traits.amounts === 0;
  return (
    (wants.length * Math.min(told, wants.lengthWanted)) / wants.lengthWanted +
    wants.missingCharacter * Math.max(0, wants.lengthNeeded - told) +
    wants.amount * Math.min(2, traits.amounts) +
    (has(wordClass.deed) ? wants.deed : 0) +
    (has(wordClass.day) ? wants.day : 0) +
    (isSoft ? wants.soft : 0)
  );
}

/** Above one half of a summary's pairs standing in the headline, it begins to say the same again. */
function repetition(text: string, headline: ReadonlySet<number>): number {
  if (headline.size === 0) return 0;
  return repetitionCost * Math.max(0, shareIn(pairsOf(text), headline) - 0.5) * 2;
}

/** Where no sentence can be cut (speech, verse, endless ones): the first that fits, or the head of the first. */
function lastResort(sentences: readonly ReadSentence[]): string {
  const fitting = sentences.slice(0, sentencesLookedAt).find(({ text }) => text.length <= longestSummary);
  const text = (fitting ?? sentences[0])?.text ?? '';
  if (text.length <= longestSummary) return text;
  const head = text.slice(0, longestSummary - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const cut = Math.max(head.lastIndexOf('，'), head.lastIndexOf('、'), head.lastIndexOf(' '));
  return `${cut > longestSummary / 2 ? head.slice(0, cut) : head}…`;
}
