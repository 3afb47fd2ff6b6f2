import type { Candidate } from './candidates.js';
import { centrality } from './traits.js';
import { wordClass } from './word-classes.js';

/** Names of the features, in the order of {@link featuresOf} and of the weights. */
export const featureNames = [
  'sentence 1',
  'sentence 2',
  'sentence 3',
  'later sentence',
  'length 10',
  'length 20',
  'length 30',
  'length 40',
  'length 50',
  'length 60',
  'length 70',
  'length 80',
  'starts inside',
  'clauses skipped',
  'to the end',
  'clauses left',
  'clauses',
  'keeps opening',
  'centrality',
  'coverage',
  'digits',
  'title',
  'quotation',
  'says',
  'happens',
  'first and whole',
] as const;
/** Name of a feature. */
export type FeatureName = (typeof featureNames)[number];

/** What the scorer sees of a candidate. */
export function featuresOf(candidate: Candidate): number[] {
  const { sentence, skipped, left } = candidate;
  const { length } = candidate.text;
  const { classes, digits } = candidate.traits;
  const mean = centrality(candidate.traits);
  const flag = (is: boolean) => (is ? 1 : 0);
  const has = (asked: number) => flag((classes & asked) !== 0);
  const place = Math.min(7, Math.max(0, length / 10 - 1));
  return [
    flag(sentence === 0),
    flag(sentence === 1),
    flag(sentence === 2),
    flag(sentence > 2),
    nearness(place, 0),
    nearness(place, 1),
    nearness(place, 2),
    nearness(place, 3),
    nearness(place, 4),
    nearness(place, 5),
    nearness(place, 6),
    nearness(place, 7),
    flag(skipped > 0),
    Math.min(skipped, 4),
    flag(left === 0),
    Math.min(left, 4),
    Math.min(candidate.clauses, 5),
    flag(candidate.openingLength > 0),
    mean,
    (mean * Math.min(length, 80)) / 40,
    Math.min(1, digits / 10),
    has(wordClass.title),
    has(wordClass.quotation),
    has(wordClass.says),
    has(wordClass.happens),
    flag(sentence === 0 && skipped === 0 && left === 0),
  ];
}

/** The length as a blend of the two nearest of 10, 20 … 80. */
const nearness = (place: number, hat: number) => Math.max(0, 1 - Math.abs(place - hat));
