import { type Candidate, candidatesOf, joinedCandidates, longestSummary } from './candidates.js';
import { featureNames, featuresOf, type PairCounts } from './features.js';
import { pairsOf, shareIn } from './overlap.js';
import type { Sentence } from './sentences.js';
import { weights } from './weights.js';

/** Sentences from the head of a story among which the summary is looked for: news tells its result first. */
const sentencesLookedAt = 5;

/**
 * How much a reader's length weighs beside what was learnt: headlines, the reference learnt from, are about 20
 * characters long, and a reader on a phone is served better by the two lines that say who, where and with what result.
 */
const lengthBonus = 1.5;
const lengthWanted = 60;
/** Shorter than this, a summary rarely says the result; what each missing character costs. */
const lengthNeeded = 24;
const shortCost = 0.08;
/** What beginning with a place of the city is worth. */
const placeBonus = 1.6;
/** What saying the headline again costs at the most. */
const repetitionCost = 2.5;

const order = featureNames.map((name) => weights[name]);

/** All that could be the summary of a story, in order of the text. */
export function summaryCandidates(sentences: readonly Sentence[]): Candidate[] {
  const head = sentences.slice(0, sentencesLookedAt);
  const [first, second] = head;
  return [
    ...head.flatMap((sentence, index) => candidatesOf(sentence, index)),
    ...(first && second ? joinedCandidates(first, second) : []),
  ];
}

/** What was learnt of a candidate: higher where the editors' headlines agree with it. */
export function learntScore(candidate: Candidate, counts: PairCounts): number {
  return featuresOf(candidate, counts).reduce((sum, value, index) => sum + value * (order[index] ?? 0), 0);
}

/**
 * Chooses the summary, with its full stop; empty only for a story without text.
 * @param beginsWithPlace tells whether a text begins with the name of a place of the city.
 */
export function chooseSummary(
  sentences: readonly Sentence[],
  counts: PairCounts,
  headline: string,
  beginsWithPlace: (text: string) => boolean,
): string {
  const headlinePairs = pairsOf(headline);
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const candidate of summaryCandidates(sentences)) {
    const told = candidate.text.length - candidate.openingLength;
    const score =
      learntScore(candidate, counts) +
      (lengthBonus * Math.min(told, lengthWanted)) / lengthWanted -
      shortCost * Math.max(0, lengthNeeded - told) +
      (beginsWithPlace(candidate.text) ? placeBonus : 0) -
      repetition(candidate.text, headlinePairs);
    if (best === undefined || score > best.score) best = { text: candidate.text, score };
  }
  return best === undefined ? lastResort(sentences) : `${best.text}。`;
}

/** Above one half of a summary's pairs standing in the headline, it begins to say the same again. */
function repetition(text: string, headline: ReadonlySet<string>): number {
  if (headline.size === 0) return 0;
  return repetitionCost * Math.max(0, shareIn(pairsOf(text), headline) - 0.5) * 2;
}

/** Where no sentence can be cut (speech, verse, endless ones): the first that fits, or the head of the first. */
function lastResort(sentences: readonly Sentence[]): string {
  const fitting = sentences.slice(0, sentencesLookedAt).find(({ text }) => text.length <= longestSummary);
  const text = (fitting ?? sentences[0])?.text ?? '';
  if (text.length <= longestSummary) return text;
  const head = text.slice(0, longestSummary - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const cut = Math.max(head.lastIndexOf('，'), head.lastIndexOf('、'), head.lastIndexOf(' '));
  return `${cut > longestSummary / 2 ? head.slice(0, cut) : head}…`;
}
