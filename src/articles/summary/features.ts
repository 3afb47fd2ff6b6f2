import type { Candidate } from './candidate.js';
import { centrality } from './letter-pairs.js';
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

/** Writes what the scorer sees of a candidate into an array, a number for each of {@link featureNames}. */
export function fillFeatures(candidate: Candidate, features: Float64Array): void {
  const { sentence, skipped, first, end, length, classes, digits } = candidate;
  const left = candidate.clauses.length - end;
  const mean = centrality(candidate);
  const place = Math.min(7, Math.max(0, length / 10 - 1));
  const has = (asked: number) => flag((classes & asked) !== 0);
  let at = 0;
  for (let index = 0; index < 3; index++) features[at++] = flag(sentence === index);
  features[at++] = flag(sentence > 2);
  for (let hat = 0; hat < 8; hat++) features[at++] = nearness(place, hat);
  features[at++] = flag(skipped > 0);
  features[at++] = Math.min(skipped, 4);
  features[at++] = flag(left === 0);
  features[at++] = Math.min(left, 4);
  features[at++] = Math.min(end - first, 5);
  features[at++] = flag(candidate.openingLength > 0);
  features[at++] = mean;
  features[at++] = (mean * Math.min(length, 80)) / 40;
  features[at++] = Math.min(1, digits / 10);
  features[at++] = has(wordClass.title);
  features[at++] = has(wordClass.quotation);
  features[at++] = has(wordClass.says);
  features[at++] = has(wordClass.happens);
  features[at++] = flag(sentence === 0 && skipped === 0 && left === 0);
}

const flag = (is: boolean) => (is ? 1 : 0);

/** The length as a blend of the two nearest of 10, 20 … 80. */
const nearness = (place: number, hat: number) => Math.max(0, 1 - Math.abs(place - hat));
